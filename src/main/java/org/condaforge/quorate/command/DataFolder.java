package org.condaforge.quorate.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The folder with the embedded databases: one of the imported community, another of the sample, so that they never
/// mix.
record DataFolder(Path folder, boolean hasOwnDatabase) {

    static final String COMMUNITY = "quorate";
    static final String SAMPLE = "sample";

    private static final String SETTINGS = ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    /// As the properties of the command line or the environment name it; `./data` by default. A database of one's own
    /// (a MariaDB) is used as it is.
    static DataFolder of(List<String> properties) {
        return new DataFolder(
                Path.of(property(properties, "quorate.data", "QUORATE_DATA", "./data")),
                !property(properties, "spring.datasource.url", "SPRING_DATASOURCE_URL", "")
                        .isEmpty());
    }

    private static String property(List<String> properties, String name, String variable, String otherwise) {
        String start = "--" + name + "=";
        return properties.stream()
                .filter(property -> property.startsWith(start))
                .map(property -> property.substring(start.length()))
                .reduce((first, last) -> last)
                .or(() -> java.util.Optional.ofNullable(System.getenv(variable)))
                .or(() -> java.util.Optional.ofNullable(System.getProperty(name)))
                .orElse(otherwise);
    }

    /// Whether a community was imported. One whose database is locked was: the start then says who holds it.
    boolean hasCommunity() {
        Path file = folder.resolve(COMMUNITY + ".mv.db");
        if (!Files.exists(file)) {
            return false;
        }
        String url = "jdbc:h2:file:" + folder.resolve(COMMUNITY).toAbsolutePath() + SETTINGS + ";IFEXISTS=TRUE";
        // The application names no user for a database in a file, so its owner has an empty name.
        try (Connection connection = DriverManager.getConnection(url, "", "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT EXISTS (SELECT 1 FROM member) OR EXISTS (SELECT 1 FROM proposal)
                            OR EXISTS (SELECT 1 FROM meeting)""")) {
            return found.next() && found.getBoolean(1);
        } catch (SQLException e) {
            return e.getErrorCode() != 42102 && e.getErrorCode() != 42104; // no such table: never filled
        }
    }
}
