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
        assertThat(said()).startsWith("verify needs the file of a certificate, or: verify journal.");
        assertThat(verify("vote")).isEqualTo(2);
        assertThat(said()).startsWith("There is no file vote.");
        assertThat(verify(folder.toString())).isEqualTo(2);
        assertThat(said()).startsWith("There is no file ");
        assertThat(run("verify", "journal", "--quietly")).isEqualTo(2);
        assertThat(said()).startsWith("verify journal does not know “--quietly”.");
    }

    private int verify(String file, String... more) {
        out.reset();
        err.reset();
        String[] all = Stream.concat(Stream.of("verify", file), Stream.of(more)).toArray(String[]::new);
        return new CommandLine(QuorateApplication.class, stream(out), stream(err)).run(all);
    }

    /// Without a database: no folder of data is made.
    @Test
    void countsACertificateAgainWithoutADatabase() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/golden/certificate-passed.txt"));
        String file = Files.writeString(folder.resolve("vote-12.json"), golden).toString();

        assertThat(verify(file)).isZero();
        assertThat(said())
                .startsWith("Vote 12, “Accept CFEP-07 <b>”, under conda-forge, revision 2025-11\n  ✓ ")
                .contains("  · Its end stands in the journal at position 41")
                .doesNotContain("✗")
                .endsWith("The certificate holds: passed by the standard route: 4 yes, 1 no, 1 abstaining;"
                        + " 9 active, quorum 6.\n");

        Files.writeString(folder.resolve("vote-12.json"), golden.replace("\"choice\": \"no\"", "\"choice\": \"yes\""));
        assertThat(verify(file)).isEqualTo(1);
        assertThat(said())
                .contains("  ✗ The certificate was changed", "  ✗ No: 0 in the ballots, 1 in the certificate.\n")
                .contains("The certificate does not hold: ");

        Files.writeString(folder.resolve("vote-12.json"), golden.replace("\"choice\": \"no\"", "\"choice\": \"nay\""));
        assertThat(verify(file)).isEqualTo(1);
        assertThat(said()).startsWith(file + ": /ballots/1/choice: found “nay”, expected yes, no or abstain\n");

        Files.write(folder.resolve("vote-12.json"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThat(verify(file)).isEqualTo(1);
        assertThat(said()).contains("found bytes that are no UTF-8");

        assertThat(verify(file, "--fast")).isEqualTo(2);
        assertThat(said()).startsWith("verify FILE does not know “--fast”.");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void looksThePlaceOfACertificateUpInTheJournal() throws IOException {
        Path core = Files.writeString(folder.resolve("core.csv"), "alder,alder@example.org,Alder Ash\n");
        assertThat(run("import", core.toString())).isZero();
        String golden = Files.readString(Path.of("src/test/resources/golden/certificate-passed.txt"));
        Path file = Files.writeString(folder.resolve("vote-12.json"), golden);

        assertThat(run("verify", file.toString(), "--journal")).isEqualTo(1);
        assertThat(said())
                .contains("The certificate holds", "The journal is whole.")
                .endsWith("Position 41 of the journal has another hash than the certificate names, or none.\n");
    }
}
