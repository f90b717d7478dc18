package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Threshold;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads what nobody wrote. The inputs kept beside this class in the resources run as tests of their own. A few seconds
/// of fuzzing that follows the coverage run in a process of its own, since it changes the classes it looks into;
/// `-Dquorate.fuzz.seconds=600` makes it minutes.
class PolicyFuzzTests {

    private static final int LONGEST = 20_000;
    private static final Optional<Integer> SECONDS = Optional.ofNullable(Integer.getInteger("quorate.fuzz.seconds"));
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /// Either a policy, and the same one when read again, or errors each of which says where and what.
    @FuzzTest
    void page(byte[] data) {
        Page.fuzzerTestOneInput(data);
    }

    /// Either a rule, which is written and read again to the same, or errors.
    @FuzzTest
    void rule(byte[] data) {
        RuleLine.fuzzerTestOneInput(data);
    }

    /// Either a threshold, which is written and read again to the same, or an objection that quotes the text.
    @FuzzTest
    void threshold(byte[] data) {
        Share.fuzzerTestOneInput(data);
    }

    static final class Page {

        private Page() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            try {
                var policy = PolicyPage.read(text, "fuzz.md");
                assertThat(PolicyPage.read(text, "fuzz.md")).isEqualTo(policy);
                policy.items().forEach(item -> {
                    assertThat(item.contradictions()).isSubsetOf(item.examples());
                    item.rule()
                            .ifPresent(rule -> assertThat(RuleNotation.read(RuleNotation.write(rule)))
                                    .isEqualTo(rule));
                });
            } catch (InvalidPolicyPage e) {
                assertTold(e, LINE_END.split(text, -1).length);
            }
        }
    }

    static final class RuleLine {

        private RuleLine() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            try {
                var rule = RuleNotation.read(text);
                assertThat(RuleNotation.read(RuleNotation.write(rule))).isEqualTo(rule);
            } catch (InvalidPolicyPage e) {
                assertTold(e, LINE_END.split(text, -1).length);
            }
        }
    }

    static final class Share {

        private Share() {}

        public static void fuzzerTestOneInput(byte[] data) {
            var text = text(data);
            Threshold threshold;
            try {
                threshold = Threshold.parse(text);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("'" + text + "'");
                return;
            }
            assertThat(Threshold.parse(threshold.text())).isEqualTo(threshold);
            assertThat(threshold.of(1_000_000)).isBetween(0, 1_000_000);
            assertThat(threshold.yesNeeded(1_000_000)).isBetween(1, 1_000_000);
        }
    }

    private static String text(byte[] data) {
        return new String(data, 0, Math.min(data.length, LONGEST), StandardCharsets.UTF_8);
    }

    private static void assertTold(InvalidPolicyPage refused, int lines) {
        assertThat(refused.errors()).isNotEmpty();
        for (var error : refused.errors()) {
            if (error.line() < 1
                    || error.line() > lines
                    || error.found().isBlank()
                    || error.expected().isBlank()
                    || error.toString().lines().count() != 1) {
                throw new AssertionError("of %d lines: %s".formatted(lines, error));
            }
        }
    }

    @TempDir
    Path folder;

    /// What is short enough to be read as a rule and as a share.
    static final class Line {

        private Line() {}

        public static void fuzzerTestOneInput(byte[] data) {
            RuleLine.fuzzerTestOneInput(data);
            Share.fuzzerTestOneInput(data);
        }
    }

    static Stream<Class<?>> targets() {
        return Stream.of(Page.class, Line.class);
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
                        "--instrumentation_includes=org.condaforge.quorate.policy.**:org.condaforge.quorate.rule.**",
                        "--custom_hook_includes=org.condaforge.quorate.policy.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-runs=" + (SECONDS.isPresent() ? -1 : 5000),
                        "-max_total_time=" + SECONDS.orElse(6),
                        "-timeout=10",
                        // The limit is the heap's: what libFuzzer measures begins with the size of this process.
                        "-rss_limit_mb=0",
                        "-max_len=" + LONGEST,
                        "-seed=20251122",
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
        if (target == Page.class) {
            Files.writeString(corpus.resolve("circle"), PageText.CIRCLE);
            Files.writeString(corpus.resolve("plus-three"), PageText.shipped("plus-three"));
        } else {
            Files.writeString(corpus.resolve("majority"), "{majority: 75% plus 1, routes: [standard, time-out]}");
            Files.writeString(corpus.resolve("any-of"), "{any-of: [{consensus: {yes: 3, no: 0, all-yes: true}}]}");
            Files.writeString(corpus.resolve("share"), "more than 2/3 plus 1");
        }
    }
}
