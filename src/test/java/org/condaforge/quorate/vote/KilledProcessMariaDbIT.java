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

    /// Once the server has noticed that the process is gone: what that had sent may still be carried out.
    @Override
    SingleConnectionDataSource connected() {
        SingleConnectionDataSource database = new SingleConnectionDataSource(address, "root", "", true);
        JdbcClient jdbc = JdbcClient.create(database);
        while (jdbc.sql("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                        .query(Integer.class)
                        .single()
                > 0) {
            pause();
        }
        return database;
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
