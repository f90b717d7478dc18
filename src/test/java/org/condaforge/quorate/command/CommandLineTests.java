package org.condaforge.quorate.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.condaforge.quorate.QuorateApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

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
                "export | export needs one folder to write into.",
                "export one two | export needs one folder to write into.",
                "export --json one | export does not know “--json”.",
                "assess conda-forge | assess needs a policy and an item.",
                "assess oak cfep-approval | There is no policy “oak”: there are",
                "assess conda-forge oak --active=3 | conda-forge has no item “oak”: it has",
                "assess conda-forge other --yes=3 | assess needs --active=N",
                "assess conda-forge other --active=x | --active is a whole number from 0 to 1,000,000, not “x”.",
                "assess conda-forge other --active=3 --period=week | --period is an ISO-8601 duration",
                "assess conda-forge other --active=3 --timeout=soon | --timeout is met or unmet.",
                "assess conda-forge other --active=-1 | --active is a whole number from 0 to 1,000,000, not “-1”.",
                "assess conda-forge other --active=3 --yes=2147483647 | --yes is a whole number from 0 to 1,000,000",
                "assess docs/governance other --active=3 | More than one page has an item “other”: conda-forge, conda.",
                "assess docs/governance oak --active=3 | conda-forge has no item “oak”: it has",
                "verify | verify needs the file of a certificate, or: verify journal.",
                "verify --journal | verify needs the file of a certificate, or: verify journal.",
                "verify no/such.json | There is no file no/such.json.",
                "verify journal fast | verify journal does not know “fast”.",
                "verify pom.xml --fast | verify FILE does not know “--fast”.",
                "rules | rules knows one thing to do: rules check PAGE...",
                "rules read docs | rules knows one thing to do: rules check PAGE...",
                "rules check | rules check needs at least one page, or a folder with pages.",
                "rules check --all docs/governance | rules check does not know “--all”.",
                "rules check docs/governance no/such/page.md | There is no page or folder no/such/page.md."
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
    void saysWhatIsStillPossibleOnARoute() {
        assertThat(run("assess conda-forge cfep-approval --active=25 --yes=9 --no=5"))
                .isZero();
        assertThat(printed()).startsWith("inquorate (none)").containsPattern("(?m)^standard: short\n(?:  .*\n)+  > ");
    }

    /// A script that reads an outcome finds none and an exit code that says so, as it finds 400 at the API.
    @Test
    void refusesToAssessAnItemThatNeedsNoVote() {
        assertThat(run("assess conda-forge lock-thread --active=25 --yes=9")).isEqualTo(1);
        assertThat(printed()).isEqualTo("“Lock a thread” needs no vote: there is nothing to assess.\n");
    }

    /// Every error of both pages, each with page, line, what was found and what was expected.
    @Test
    void doesNotStartByBrokenPages() throws IOException {
        var one = Files.writeString(
                folder.resolve("a.md"),
                pageOf("a")
                        .replace("class: standard", "class: secret")
                        .replace("{yes: 3, no: 0}", "{yes: three, no: 0}"));
        var two = Files.writeString(folder.resolve("b.md"), pageOf("b").replace("minimum: 72 h", "minimum: 3 days"));
        assertThat(run("run --server.port=0 --spring.main.banner-mode=off --quorate.data=" + folder.resolve("data")
                        + " --quorate.policy=" + one + "," + two))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                3 errors in the governance pages:
                  %s:56: found 'secret', expected standard or sensitive
                  %s:58: found 'three', expected a whole number
                  %s:16: found '3 days', expected a period in hours or days such as 24 h or 7 d
                """.formatted(one, one, two));
    }

    @Test
    void doesNotStartByABrokenPage() throws IOException {
        var page = Files.writeString(folder.resolve("a.md"), "# The circle\n\nHow we vote.\n");
        assertThat(run("run --server.port=0 --spring.main.banner-mode=off --quorate.data=" + folder.resolve("data")
                        + " --quorate.policy=" + folder.resolve("a.md")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "2 errors in the governance pages:",
                        "  " + page
                                + ":1: found no data of the policy, expected a yaml block with policy: ... above the items",
                        "  " + page
                                + ":1: found no item, expected a yaml block with item: ... for everything that may be voted on");
    }

    @Test
    void assessesByAPageOfAFile() throws IOException {
        var page = Files.writeString(
                folder.resolve("circle.md"),
                Files.readString(Path.of("docs/governance/plus-three.md"))
                        .replace("policy: plus-three", "policy: circle")
                        .replace("{yes: 3, no: 0}", "{yes: 4, no: 0}"));
        assertThat(run("assess " + page + " consensus --active=9 --yes=3")).isZero();
        assertThat(printed()).startsWith("inquorate (none)").contains("say yes: 3, at least 4");
        assertThat(run("assess " + folder + " consensus --active=9 --yes=4")).isZero();
        assertThat(printed()).contains("passed (consensus)");
    }

    @Test
    void saysWhatIsWrongWithAPageBeforeAssessingByIt() throws IOException {
        var page = Files.writeString(folder.resolve("circle.md"), "# Circle\n");
        assertThat(run("assess " + page + " yarn --active=9")).isEqualTo(1);
        assertThat(printed()).contains(page + ":1: found no data of the policy, expected");
    }

    /// Nobody is active: nobody has to take part, and without a yes nothing is agreed to.
    @Test
    void assessesARosterWithoutAnybody() {
        assertThat(run("assess conda-forge other --active=0")).isZero();
        assertThat(printed()).startsWith("rejected (standard)").contains("quorum 0");
        assertThat(run("assess plus-three consensus --active=0")).isZero();
        assertThat(printed()).contains("inquorate (none)");
    }

    @Test
    void assessesTheGreatestNumbersItTakes() {
        var most = "--active=1000000 --yes=1000000 --no=1000000 --abstain=1000000";
        assertThat(run("assess conda-forge other " + most)).isZero();
        assertThat(printed()).startsWith("rejected (standard)").contains("take part: 3000000, at least 500000");
    }

    @Test
    void checksPagesAndSaysHowTheirExamplesFare() {
        assertThat(run("rules check docs/governance")).isZero();
        assertThat(printed().lines())
                .containsExactly(
                        "docs/governance/conda-forge.md: conda-forge, revision 2025-11, 13 items, 58 examples hold",
                        "docs/governance/conda.md: conda, revision 2026-08, 16 items, 52 examples hold",
                        "docs/governance/plus-three.md: plus-three, revision 1, 1 item, 7 examples hold");
    }

    @Test
    void checksPagesThatShip() {
        assertThat(run("rules check conda plus-three")).isZero();
        assertThat(printed().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("governance/conda.md: conda, revision 2026-08");
    }

    @Test
    void listsEveryErrorOfEveryPage() throws IOException {
        Files.writeString(folder.resolve("a.md"), pageOf("a").replace("class: standard", "class: secret"));
        Files.writeString(
                folder.resolve("b.md"), pageOf("b").replace("{yes: 3, no: 0}", "{yes: three, no: 0, maybe: 1}"));
        assertThat(run("rules check " + folder)).isEqualTo(1);
        assertThat(printed().lines())
                .containsExactly(
                        folder + "/a.md:56: found 'secret', expected standard or sensitive",
                        folder + "/b.md:58: found 'three', expected a whole number",
                        folder + "/b.md:58: found the key 'maybe', expected one of yes, no, all-yes");
    }

    @Test
    void listsEveryExampleThatTheRulesContradict() throws IOException {
        var page = Files.writeString(folder.resolve("a.md"), pageOf("a").replace("{yes: 3, no: 0}", "{yes: 4, no: 0}"));
        assertThat(run("rules check " + page)).isEqualTo(1);
        assertThat(printed().lines())
                .contains(page + ":66: the page says passed (consensus), the rule of consensus says inquorate")
                .last()
                .asString()
                .startsWith(page + ": a, revision 1, 1 item, ")
                .endsWith(" of 7 examples contradicted");
    }

    @Test
    void doesNotTakeAnEmptyFolderForARightOne() {
        assertThat(run("rules check " + folder)).isEqualTo(1);
        assertThat(printed())
                .isEqualTo(folder + ": found no page, expected at least one file NAME.md besides README.md\n");
    }

    private static String pageOf(String policy) throws IOException {
        return Files.readString(Path.of("docs/governance/plus-three.md"))
                .replace("policy: plus-three", "policy: " + policy);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
    }
}
