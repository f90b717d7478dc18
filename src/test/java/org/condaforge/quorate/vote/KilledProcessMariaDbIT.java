package org.condaforge.quorate.vote;

import java.util.List;
import org.condaforge.quorate.support.MariaDb;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ExtendWith(MariaDb.Runs.class)
class KilledProcessMariaDbIT extends KilledProcessContract {

    private final String address = MariaDb.emptyDatabase();

    @Override
    List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--quorate.data=" + folder);
    }

    @Override
    SingleConnectionDataSource connected() throws InterruptedException {
        return quiet(address);
    }

    /// A connection, once the server has noticed that the process is gone: what that had sent may still be carried out.
    static SingleConnectionDataSource quiet(String address) throws InterruptedException {
        SingleConnectionDataSource database = new SingleConnectionDataSource(address, "root", "", true);
        JdbcClient jdbc = JdbcClient.create(database);
        while (jdbc.sql("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                        .query(Integer.class)
                        .single()
                > 0) {
            Thread.sleep(5);
        }
        return database;
    }
}
