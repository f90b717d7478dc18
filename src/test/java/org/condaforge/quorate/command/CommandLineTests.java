package org.condaforge.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.condaforge.quorate.QuorateApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        return new CommandLine(QuorateApplication.class, stream(out), stream(err))
                .run(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | No command given.",
                "fly | There is no command “fly”.",
                "run --bad | run does not know “--bad”.",
                "run there | run does not know “there”.",
                "import | import needs at least one file or folder.",
                "import --fast . | import does not know “--fast”.",
                "import /no/such/file | There is no file or folder /no/such/file.",
                "assess conda-forge | assess needs a policy and an item.",
                "assess oak cfep-approval | There is no policy “oak”: there are",
                "assess conda-forge oak --active=3 | conda-forge has no item “oak”: it has",
                "assess conda-forge other --yes=3 | assess needs --active=N",
                "assess conda-forge other --active=x | --active is a whole number from 0, not “x”.",
                "assess conda-forge other --active=3 --period=week | --period is an ISO-8601 duration",
                "assess conda-forge other --active=3 --timeout=soon | --timeout is met or unmet."
            })
    void whatItDoesNotKnowEndsWithTheUsage(String line, String said) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(said).contains("Usage: ./quorate COMMAND");
        assertThat(out.size()).isZero();
    }

    @Test
    void assessesATally() {
        assertThat(run("assess conda-forge cfep-approval --active=25 --yes=9 --no=6"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("passed (standard)")
                .contains("quorum 15")
                .contains("Passes: 15 have taken part, 15 are needed; 9 of 15 said yes, 9 are needed.");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
    }
}
