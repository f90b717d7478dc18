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
import org.condaforge.quorate.QuorateApplication;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... line) {
        out.reset();
        err.reset();
        String[] all = new String[line.length + 2];
        all[0] = "import";
        all[1] = "--quorate.data=" + folder.resolve("data");
        System.arraycopy(line, 0, all, 2, line.length);
        return new CommandLine(QuorateApplication.class, stream(out), stream(err)).run(all);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void importsARepositoryWithItsHistoryAndSaysWhatIsGone() throws IOException, GitAPIException {
        Path grove = folder.resolve("grove");
        try (Git git = Git.init().setDirectory(grove.toFile()).call()) {
            Files.writeString(grove.resolve("core.csv"), "alder,,Alder\n");
            Files.writeString(grove.resolve("2022-05-04.md"), "# 2022-05-04\n\n## Attendees\n* Alder\n");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Plant")
                    .setSign(false)
                    .setAuthor("Alder", "alder@example.org")
                    .setCommitter("Alder", "alder@example.org")
                    .call();
            Files.writeString(grove.resolve("emeritus.csv"), "not committed");

            assertThat(run(grove.toString())).as(complained()).isZero();
            assertThat(printed()).contains("members           1", "meetings          1");

            git.rm().addFilepattern("2022-05-04.md").call();
            git.commit()
                    .setMessage("Lose")
                    .setSign(false)
                    .setAuthor("Alder", "alder@example.org")
                    .setCommitter("Alder", "alder@example.org")
                    .call();
            assertThat(run("--json", grove.toString())).as(complained()).isZero();
            assertThat(printed()).contains("\"gone\"", "\"kind\" : \"meeting\"", "2022-05-04.md");
        }
    }

    @Test
    void refusesAddressesThatAreNotAllowed() {
        assertThat(run("https://example.org/grove/cfep")).isEqualTo(1);
        assertThat(complained()).startsWith("Repositories of example.org are not read here, only those of github.com.");
        assertThat(run("file:///etc")).isEqualTo(1);
        assertThat(complained()).startsWith("file:///etc cannot be read:");
    }

    @Test
    void pointsToThePageWhereTheApplicationRuns() throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("core.csv"), "alder,,Alder\n");
        String url = "jdbc:h2:file:" + folder.resolve("data/quorate").toAbsolutePath()
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        Files.createDirectories(folder.resolve("data"));
        try (Connection held = DriverManager.getConnection(url, "", "")) {
            assertThat(held.isClosed()).isFalse();
            // The same process may open it twice: what another process sees is its lock.
            assertThat(StartFailure.inUse(new IllegalStateException(new SQLException("in use", "90020", 90020))))
                    .isTrue();
        }
        assertThat(file).exists();
    }
}
