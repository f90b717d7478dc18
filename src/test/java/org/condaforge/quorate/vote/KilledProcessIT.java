package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Acknowledged means durable: the process is killed the moment it has acknowledged, and nothing of it is missing.
class KilledProcessIT {

    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aKilledProcessHasLostNoBallotItAcknowledged() throws Exception {
        int first = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, Integer> acknowledged = castUntilKilled(first, 40 * round);
            Map<String, Integer> stored = stored();

            assertThat(acknowledged).as("round %d", round).hasSize(Caster.CLIENTS);
            // A ballot may be stored whose acknowledgement the kill cut off: at most the next one of each client.
            assertThat(acknowledged)
                    .allSatisfy((login, last) -> assertThat(stored.get(login)).isBetween(last, last + 1));
            assertThat(stored).hasSize(Caster.CLIENTS);
            first = stored.values().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        }
    }

    private Map<String, Integer> castUntilKilled(int first, int enough) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Caster.class.getName(),
                        "--quorate.data=" + folder,
                        String.valueOf(first))
                .redirectError(errors.toFile())
                .start();
        Map<String, Integer> acknowledged = new HashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" ", -1));
                if (words.size() != 2 || !words.getLast().matches("\\d+")) {
                    continue; // something of the start, or a line the kill cut off before its end
                }
                acknowledged.merge(words.getFirst(), Integer.parseInt(words.getLast()), Math::max);
                if (++count >= enough && acknowledged.size() == Caster.CLIENTS) {
                    // SIGKILL. Through the handle, because Process would also close what is still to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor())
                .as("killed by signal 9: %s", Files.readString(errors))
                .isEqualTo(128 + 9);
        return acknowledged;
    }

    private Map<String, Integer> stored() throws SQLException {
        String address = "jdbc:h2:file:" + folder.resolve("quorate")
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE";
        Map<String, Integer> stored = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(address, "", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT m.login, b.comment FROM ballot b JOIN member m ON m.id = b.member_id")) {
            while (rows.next()) {
                stored.put(
                        rows.getString("login"),
                        Integer.parseInt(rows.getString("comment").substring("no. ".length())));
            }
        }
        return stored;
    }
}
