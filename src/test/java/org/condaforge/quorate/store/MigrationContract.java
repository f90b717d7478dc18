package org.condaforge.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class MigrationContract {

    @Autowired
    Flyway flyway;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyMigrationIsApplied() throws IOException {
        int files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql").length;

        assertThat(flyway.info().applied())
                .hasSize(files)
                .allSatisfy(
                        migration -> assertThat(migration.getState().isFailed()).isFalse());
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void namesAreLowerCase() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = database.getConnection();
                ResultSet columns = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                if (!columns.getString("TABLE_NAME").equals("flyway_schema_history")) {
                    names.add(columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"));
                }
            }
        }

        assertThat(names)
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void bothDatabasesReadCommittedRows() {
        assertThat(jdbc.sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);
        try (var connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(java.sql.Connection.TRANSACTION_READ_COMMITTED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void instantsAreCutToMicroseconds() {
        assertThat(Utc.column(Instant.parse("2200-02-28T23:59:59.999999999Z")))
                .isEqualTo(LocalDateTime.parse("2200-02-28T23:59:59.999999"));
    }
}
