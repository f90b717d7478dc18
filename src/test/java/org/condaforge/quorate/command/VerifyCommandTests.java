package org.condaforge.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.condaforge.quorate.QuorateApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... line) {
        out.reset();
        err.reset();
        String[] all = Stream.concat(Stream.of(line), Stream.of("--quorate.data=" + folder.resolve("data")))
                .toArray(String[]::new);
        return new CommandLine(QuorateApplication.class, stream(out), stream(err)).run(all);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhetherTheJournalIsWhole() throws IOException, SQLException {
        assertThat(run("verify", "journal")).isEqualTo(1);
        assertThat(said()).startsWith("There is no community in ");

        Path core = Files.writeString(folder.resolve("core.csv"), "alder,alder@example.org,Alder Ash\n");
        assertThat(run("import", core.toString())).isZero();
        assertThat(run("verify", "journal")).isZero();
        assertThat(said()).endsWith("The journal is whole.\n");

        String url = "jdbc:h2:file:" + folder.resolve("data/quorate").toAbsolutePath()
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "", "");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO journal (happened_at, subject_kind, subject_key, what)"
                    + " VALUES ('2026-03-02 09:00:00', 'vote', '1', 'slipped in')");
        }
        assertThat(run("verify", "journal")).isEqualTo(1);
        assertThat(said()).contains("neither chained nor waiting").endsWith("The journal was tampered with.\n");
    }

    @Test
    void knowsNothingElseToCheck() {
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("verify", "vote")).isEqualTo(2);
        assertThat(run("verify", "journal", "--quietly")).isEqualTo(2);
        assertThat(said()).startsWith("verify journal does not know “--quietly”.");
    }
}
