package org.condaforge.quorate.vote;

import java.util.List;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class KilledProcessH2IT extends KilledProcessContract {

    @Override
    List<String> settings() {
        return List.of("--quorate.data=" + folder);
    }

    @Override
    SingleConnectionDataSource connected() {
        String address = "jdbc:h2:file:" + folder.resolve("quorate")
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE";
        return new SingleConnectionDataSource(address, "", "", true);
    }
}
