package org.condaforge.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.condaforge.quorate.QuorateApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files in the largest sizes and the oddest shapes, through the import command in a heap of 512 MB: it ends with a
/// report that tells of each of them, and what is sound beside them is read.
class HostileImportIT {

    private static final int LARGEST = 20_000_000;

    @TempDir
    Path folder;

    private Path files() {
        return folder.resolve("files");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(files().resolve(name), text);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(files().resolve(name), bytes);
    }

    private static String filled(String start, String piece) {
        return start + piece.repeat((LARGEST - start.length()) / piece.length());
    }

    private void lay() throws IOException {
        Files.createDirectory(files());
        write("core.csv", "github_username,name\nalder,Alder Ash\n");
        write("emeritus.csv", filled("github_username,name\nbirch,\"", "a,\"\""));
        write("cfep-01.md", filled("", "<table><tr><td>[a]("));
        write("cfep-02.md", filled("# Seeds\n", "leaf\n"));
        write("2022_03_12_trees.md", filled("# Trees\n", "<a ![["));
        write("2022-01-05.md", filled("## TODOs\n", "* [ ] (AB) **dig** [a](\n"));
        write("2022-01-19.md", "## TODOs\n" + "* [ ] (AB) dig\n".repeat(1_000_000));
        write("2022-02-02.md", "## TODOs\n* [ ] dig " + "<".repeat(4_000_000) + "\n");
        write(
                "2022-02-16.md",
                IntStream.range(0, 6_000)
                        .mapToObj(at -> " ".repeat(at % 800) + "* [ ] deep")
                        .collect(Collectors.joining("\n", "## TODOs\n", "\n")));
        write("2022-03-02.md", "## TODOs\n* [ ] wide\n" + "- ".repeat(10_000) + "a\n" + "> ".repeat(10_000) + "b\n");
        write("2022-03-16.md", "## Agenda\n* [ ] old \u0000\u0001\u001b[31m\u0085\u2028\u202e seeds\n");
        write("2022-03-30.md", "## Agenda\n* [ ] caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        write("2022-04-13.md", new byte[LARGEST]);
        write("2022-04-27.md", "a".repeat(LARGEST + 1));
        write("2022-05-11.md", "## Agenda\n* [ ] (" + "AB/".repeat(50_000) + ") many\n");
        write("2022-05-25.md", "# 2022-05-25 " + "long ".repeat(1_000) + "\n## Agenda\n* [ ] seeds\n");
    }

    @Test
    void endsInAReportThatTellsOfEachFile() throws Exception {
        lay();
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuorateApplication.class.getName(),
                        "import",
                        "--quorate.data=" + folder.resolve("data"),
                        files().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("in time").isTrue();

        String said = Files.readString(log);
        String shown = said.length() < 20_000 ? said : said.substring(0, 20_000);
        assertThat(process.exitValue()).as(shown).isEqualTo(CommandLine.REFUSED);
        assertThat(said).as("a report").contains("Problems:").doesNotContain("OutOfMemory", "StackOverflow");
        for (String refused :
                List.of("2022-01-05.md:", "2022-01-19.md:", "2022-03-30.md:2", "2022-04-13.md:", "2022-04-27.md:")) {
            assertThat(said.lines().filter(line -> line.contains(refused)))
                    .as(refused)
                    .anyMatch(line -> line.endsWith("(refused)"));
        }
        for (String read : List.of(
                "2022-02-02.md", "2022-02-16.md", "2022-03-02.md", "2022-03-16.md", "2022-05-11.md", "2022-05-25.md")) {
            assertThat(said.lines().filter(line -> line.contains(read)))
                    .as(read)
                    .noneMatch(line -> line.endsWith("(refused)"));
        }
        assertThat(said)
                .contains("2022-05-11.md:2: What stands here in front is too long for names")
                .contains("2022-05-25.md:1: The title is longer than 300 characters and was cut.")
                .containsPattern("(?m)^members +1\\b")
                .containsPattern("(?m)^meetings +6\\b");
    }
}
