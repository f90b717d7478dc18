package org.condaforge.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path folder;

    private DataFolder data() {
        return DataFolder.of(List.of("--quorate.data=" + folder));
    }

    /// As the application does it: without naming a user.
    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(DataFolder.COMMUNITY)
                        + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aCommunityIsThereOnceSomethingWasImported() throws SQLException {
        assertThat(data().hasCommunity()).isFalse();
        execute("CREATE TABLE other (id INT)");
        assertThat(data().hasCommunity()).isFalse();
        execute("CREATE TABLE member (id INT); CREATE TABLE proposal (id INT); CREATE TABLE meeting (id INT)");
        assertThat(data().hasCommunity()).isFalse();
        execute("INSERT INTO proposal VALUES (7)");
        assertThat(data().hasCommunity()).isTrue();
    }

    @Test
    void knowsADatabaseOfItsOwn() {
        assertThat(DataFolder.of(List.of("--spring.datasource.url=jdbc:mariadb://db/quorate"))
                        .hasOwnDatabase())
                .isTrue();
        assertThat(data().hasOwnDatabase()).isFalse();
    }
}
