package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.CfepIndex;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads minutes, CFEPs, rosters and vote records that nobody wrote. A few seconds of fuzzing that follows the coverage
/// run in a
/// process of its own, since it changes the classes it looks into; `-Dquorate.fuzz.seconds=600` makes it minutes.
class ReaderFuzzTests {

    private static final int LONGEST = 20_000;
    private static final Optional<Integer> SECONDS = Optional.ofNullable(Integer.getInteger("quorate.fuzz.seconds"));

    @TempDir
    Path folder;

    /// Either minutes, and the same ones when read again, whose entries have lines of the file, or a refusal.
    @FuzzTest
    void minutes(byte[] data) {
        MinutesText.fuzzerTestOneInput(data);
    }

    /// A CFEP or an index, and the same when read again; every problem with a line of the file.
    @FuzzTest
    void cfep(byte[] data) {
        CfepText.fuzzerTestOneInput(data);
    }

    /// A roster, and the same when read again; every problem with a line of the file.
    @FuzzTest
    void roster(byte[] data) {
        RosterText.fuzzerTestOneInput(data);
    }

    /// A vote record, and the same when read again; every problem with a line of the file.
    @FuzzTest
    void record(byte[] data) {
        RecordText.fuzzerTestOneInput(data);
    }

    static final class MinutesText {

        private MinutesText() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            try {
                var minutes = MinutesParser.parse(text, "2022-05-04.md");
                assertThat(MinutesParser.parse(text, "2022-05-04.md")).isEqualTo(minutes);
                assertThat(minutes.title()).isNotBlank();
                minutes.problems().forEach(problem -> assertTold(problem.line(), problem.message(), text));
                minutes.agendaItems().forEach(item -> assertTold(item.line(), item.section(), text));
                minutes.actionItems().forEach(item -> assertTold(item.line(), "an action", text));
                minutes.mentions().forEach(mention -> assertTold(mention.line(), "a mention", text));
                minutes.attendees().forEach(attendee -> assertTold(attendee.line(), attendee.name(), text));
            } catch (UnreadableMinutes e) {
                assertTold(e.line(), String.valueOf(e.getMessage()), text);
            }
        }
    }

    static final class CfepText {

        private CfepText() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            try {
                var cfep = CfepFile.parse(text, "cfep-07.md");
                assertThat(CfepFile.parse(text, "cfep-07.md")).isEqualTo(cfep);
                cfep.problems().forEach(problem -> assertTold(problem.line(), problem.message(), text));
            } catch (UnreadableCfep e) {
                throw new AssertionError(e);
            }
            assertThat(CfepIndex.parse(text).keySet()).allMatch(number -> number >= 0 && number <= 999);
        }
    }

    static final class RosterText {

        private RosterText() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            var roster = RosterFile.parse(text);
            assertThat(RosterFile.parse(text)).isEqualTo(roster);
            roster.problems().forEach(problem -> assertTold(problem.line(), problem.message(), text));
            roster.rows().forEach(row -> assertTold(row.line(), row.login(), text));
        }
    }

    static final class RecordText {

        private RecordText() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            var record = VoteRecordFile.parse(text);
            assertThat(VoteRecordFile.parse(text)).isEqualTo(record);
            record.problems().forEach(problem -> assertTold(problem.line(), problem.message(), text));
            assertThat(record.title()).hasSizeLessThanOrEqualTo(2_000);
        }
    }

    private static String text(byte[] data) {
        return new String(data, 0, Math.min(data.length, LONGEST), StandardCharsets.UTF_8);
    }

    private static void assertTold(int line, String said, String text) {
        long lines = Math.max(1, text.lines().count());
        if (line < 1 || line > lines + 1 || said.isBlank()) {
            throw new AssertionError("line %d of %d: %s".formatted(line, lines, said));
        }
    }

    static Stream<Class<?>> targets() {
        return Stream.of(MinutesText.class, CfepText.class, RosterText.class, RecordText.class);
    }

    /// Some hundred to some thousand inputs, of which those that reach new code are changed further. The bound is a
    /// number of inputs, and a time for machines that are slow. Whatever it writes goes into a folder of its own.
    @ParameterizedTest
    @MethodSource("targets")
    void findsNothingInABoundedRun(Class<?> target) throws IOException, InterruptedException {
        var corpus = Files.createDirectory(folder.resolve("corpus"));
        seed(target, corpus);
        var log = folder.resolve("log");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=org.condaforge.quorate.meeting.**:"
                                + "org.condaforge.quorate.proposal.**:org.condaforge.quorate.member.RosterFile**:"
                                + "org.condaforge.quorate.vote.VoteRecordFile**",
                        "--custom_hook_includes=org.condaforge.quorate.meeting.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + (SECONDS.isPresent() ? -1 : 5000),
                        "-max_total_time=" + SECONDS.orElse(6),
                        "-timeout=10",
                        // The limit is the heap's: what libFuzzer measures begins with the size of this process.
                        "-rss_limit_mb=0",
                        "-max_len=" + LONGEST,
                        "-seed=20220504",
                        corpus.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120 + SECONDS.orElse(6), TimeUnit.SECONDS))
                .as("a run of a few seconds")
                .isTrue();
        var said = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).containsPattern("(?m)^Done \\d{2,} runs in").containsPattern("cov: [1-9]\\d+");
    }

    private static void seed(Class<?> target, Path corpus) throws IOException {
        if (target == MinutesText.class) {
            for (int seed = 0; seed < 8; seed++) {
                Files.writeString(
                        corpus.resolve("minutes" + seed),
                        WrittenMinutes.random(new java.util.Random(seed)).text());
            }
        } else if (target == CfepText.class) {
            Files.writeString(corpus.resolve("cfep"), """
                    <table>
                    <tr><td> Title </td><td> Seeds </td>
                    <tr><td> Status </td><td> Draft | Proposed </td></tr>
                    <tr><td> Author(s) </td><td> Alder &lt;@alder&gt;; Birch and Cedar </td></tr>
                    <tr><td> Created </td><td> Aug 30, 2016</td></tr>
                    <tr><td> Updated </td><td> 2020-03-28 (birch)</td></tr>
                    <tr><td> Discussion </td><td> <a href="https://example.org">here</a> </td></tr>
                    </table>

                    ## Abstract
                    """);
            Files.writeString(
                    corpus.resolve("index"), "## Accepted\n| [CFEP-01](cfep-01.md) | Seeds |\n| - | - |\n* cfep-2\n");
        } else if (target == RecordText.class) {
            Files.writeString(corpus.resolve("record"), """
                    # CFEP-07 Seeds are kept dry

                    ## https://github.com/grove/cfep/pull/7

                    | Event | Dates |
                    | --- | ---: |
                    | Proposed on: | 2022/03/01 15:00 |
                    | Original proposed close date: | March 8, 2022 15:30 |
                    | Presented at core meeting on: | 2022-03-02T17:00 |

                    This PR falls under the CFEP Approval policy, please vote.
                    This PR needs 60% of core to vote yea to pass. 2 explicitly abstained.

                    | Direction | Count |
                    | --- | ---: |
                    | For | 4 |
                    | Against | 1 |
                    | Abstain | 1 |

                    # Outcome

                    Given that 4/7 = 57% and the needed vote fraction is 60%, this vote is deemed to have passed.
                    """);
            Files.writeString(corpus.resolve("template"), "# {title}\n\nfalls under the {policy} policy\n");
        } else {
            Files.writeString(corpus.resolve("header"), "github_username,email,name,more\nalder,,\"Alder, A.\",x\n");
            Files.writeString(corpus.resolve("none"), "alder,alder@example.org,Alder\nbirch,,Birch\n");
        }
    }
}
