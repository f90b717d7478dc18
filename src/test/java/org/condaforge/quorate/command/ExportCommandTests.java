package org.condaforge.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.condaforge.quorate.QuorateApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as it is called, with a database in a file.
class ExportCommandTests {

    private static final String ROSTER = "\uFEFFgithub_username,email,name\r\nalder,alder@example.org,Alder";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... line) {
        out.reset();
        err.reset();
        List<String> all = Stream.concat(Stream.of(line), Stream.of("--quorate.data=" + folder.resolve("data")))
                .toList();
        return new CommandLine(QuorateApplication.class, stream(out), stream(err)).run(all.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void exportsWhatWasImportedAndSaysWhatItDoesNotDo() throws IOException {
        Path core = Files.writeString(folder.resolve("core.csv"), ROSTER);
        Path to = folder.resolve("out");

        assertThat(run("export", to.toString())).isEqualTo(1);
        assertThat(said()).startsWith("There is no community in ").contains("./quorate import PATH...");
        assertThat(to).doesNotExist();

        assertThat(run("import", core.toString())).isZero();
        assertThat(run("export", to.toString())).isZero();
        assertThat(Files.readString(to.resolve("core.csv"))).isEqualTo(ROSTER);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Wrote 1 roster, the minutes of 0 meetings, 0 vote records and the public record as JSON to "
                        + to + ": 6 files.")
                .contains("e-mail addresses included");

        assertThat(run("export", folder.toString())).isEqualTo(1);
        assertThat(said())
                .isEqualTo(folder + " is not empty and no earlier export: nothing was written. Name a new folder.\n");

        try (FileChannel database = FileChannel.open(
                        folder.resolve("data/quorate.mv.db"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock held = database.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(run("export", to.toString())).isEqualTo(1);
            assertThat(said())
                    .startsWith("The database in the data folder is in use by another Quorate: stop that one");
        }
    }
}
