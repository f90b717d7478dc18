package org.condaforge.quorate.vote;

import java.io.IOException;
import java.util.List;
import org.condaforge.quorate.support.MariaDb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// As [KilledProcessMariaDbIT], only that the server of the database is killed first: casts fail of which nobody can
/// say whether they are stored. In the long profile only.
@EnabledIfSystemProperty(named = "quorate.crash.rounds", matches = ".*", disabledReason = "mvn -P crash verify runs it")
@ExtendWith(MariaDb.Runs.class)
class KilledServerIT extends KilledProcessContract {

    /// How long the process goes on without the database.
    private static final int WITHOUT_SERVER_MILLIS = 200;

    private final MariaDb.Own server = new MariaDb.Own();
    private final String address = server.emptyDatabase();
    private boolean down;

    @Override
    List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--quorate.data=" + folder);
    }

    @Override
    void disturb() throws InterruptedException {
        server.kill();
        down = true;
        Thread.sleep(random.nextInt(WITHOUT_SERVER_MILLIS));
    }

    @Override
    SingleConnectionDataSource connected() throws IOException, InterruptedException {
        if (down) {
            server.startAgain();
            down = false;
        }
        return KilledProcessMariaDbIT.quiet(address);
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
