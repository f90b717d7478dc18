package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of 20 MB, and of the size up to which minutes are read, in a process with a heap of 512 MB.
class HostileFilesIT {

    private static final int SIZE = 20_000_000;
    private static final int MINUTES = 15_000_000;

    @TempDir
    Path folder;

    @Test
    void endInAReport() throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hostile.class.getName(),
                        String.valueOf(SIZE),
                        String.valueOf(MINUTES)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("in time").isTrue();

        var said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).endsWith("done\n");
        assertThat(said.lines()).hasSize(2 * Hostile.SHAPES.size() + 2);
    }
}
