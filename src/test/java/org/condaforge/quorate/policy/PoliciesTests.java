package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class PoliciesTests {

    @TempDir
    Path folder;

    @Test
    void loadThePagesForEverydayAndForCondaForgeByDefault() {
        assertThat(new Policies(new MockEnvironment()).all())
                .extracting(Policy::name)
                .containsExactly("plus-three", "conda-forge");
    }

    @Test
    void loadWhatThePropertyNamesInItsOrder() throws IOException {
        var page = Files.writeString(folder.resolve("circle.md"), PageText.CIRCLE);
        var environment = new MockEnvironment().withProperty("quorate.policy", "conda, " + page + ",plus-three");
        var policies = new Policies(environment);
        assertThat(policies.all()).extracting(Policy::name).containsExactly("conda", "circle", "plus-three");
        assertThat(policies.policy("circle")).isPresent();
        assertThat(policies.policy("conda-forge")).isEmpty();
    }

    @Test
    void loadEveryPageOfAFolderButItsReadme() throws IOException {
        Files.writeString(folder.resolve("b.md"), PageText.CIRCLE);
        Files.writeString(folder.resolve("a.md"), PageText.CIRCLE.replace("policy: circle", "policy: round"));
        Files.writeString(folder.resolve("README.md"), "# No page");
        Files.writeString(folder.resolve("notes.txt"), "no page");
        assertThat(Policies.load(List.of(folder.toString())))
                .extracting(Policy::name)
                .containsExactly("round", "circle");
    }

    @Test
    void giveAnItemByItsName() {
        var policies = new Policies(new MockEnvironment());
        assertThat(policies.item("conda-forge", "cfep-approval").title()).isEqualTo("CFEP approval");
        assertThatThrownBy(() -> policies.item("conda", "spending"))
                .isInstanceOf(UnknownItem.class)
                .hasMessage("There is no policy 'conda', only plus-three, conda-forge");
        assertThatThrownBy(() -> policies.item("plus-three", "spending"))
                .isInstanceOf(UnknownItem.class)
                .hasMessage("The policy plus-three has no item 'spending', only consensus");
    }

    @Test
    void knowThePagesThatAreNotInForceToo() {
        var policies = new Policies(Policies.load(List.of("conda")));
        assertThat(policies.alsoKnown()).extracting(Policy::name).containsExactly("plus-three", "conda-forge");
        assertThat(policies.known("conda-forge")).isPresent();
        assertThat(policies.known("circle")).isEmpty();
        assertThat(policies.knownWith("sub-team-formation")).map(Policy::name).contains("conda");
        assertThat(policies.knownWith("consensus")).map(Policy::name).contains("plus-three");
        assertThat(policies.knownWith("yarn")).isEmpty();
        assertThat(policies.everyKnown())
                .extracting(Policy::name)
                .containsExactly("conda", "plus-three", "conda-forge");
    }

    @Test
    void refuseWithTheErrorsOfAllPages() throws IOException {
        Files.writeString(folder.resolve("a.md"), PageText.CIRCLE.replace("closing", "later"));
        Files.writeString(folder.resolve("b.md"), "# Nothing");
        Files.write(folder.resolve("c.md"), new byte[] {'#', ' ', (byte) 0xc3, (byte) 0xa9, '\n', '\n', (byte) 0xff});
        assertThatThrownBy(() -> Policies.load(List.of("no-such-page", folder.toString(), "conda", "conda")))
                .isInstanceOfSatisfying(
                        InvalidPolicyPage.class,
                        e -> assertThat(e.errors())
                                .extracting(PageError::line, PageError::found)
                                .containsExactly(
                                        tuple(0, "'no-such-page'"),
                                        tuple(9, "'later'"),
                                        tuple(1, "no data of the policy"),
                                        tuple(1, "no item"),
                                        tuple(3, "bytes that are no UTF-8"),
                                        tuple(10, "the policy 'conda' again")));
    }

    @Test
    void refuseAnEmptyFolder() {
        assertThatThrownBy(() -> Policies.load(List.of(folder.toString())))
                .isInstanceOf(InvalidPolicyPage.class)
                .hasMessageContaining("found no page, expected at least one");
    }

    @Test
    void refuseAFolderWithNothingButItsReadmeBesidesOthers() throws IOException {
        Files.writeString(folder.resolve("README.md"), "# No page");
        assertThat(errors("plus-three", folder.toString()))
                .containsExactly(
                        new PageError(folder.toString(), 0, "no page", "at least one file NAME.md besides README.md"));
    }

    @Test
    void sayWhichPageHasTheNameAlready() throws IOException {
        var one = Files.writeString(folder.resolve("a.md"), PageText.CIRCLE);
        var two = Files.writeString(folder.resolve("b.md"), "\n" + PageText.CIRCLE);
        assertThat(errors(folder.toString()))
                .containsExactly(new PageError(
                        two.toString(),
                        5,
                        "the policy 'circle' again",
                        "a name of its own: " + one + ":4 has this one"));
    }

    @Test
    void refuseWhatIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("a.md"));
        Files.createSymbolicLink(folder.resolve("b.md"), folder.resolve("b.md"));
        Files.createSymbolicLink(folder.resolve("c.md"), folder.resolve("nowhere"));
        var circle = Files.writeString(folder.resolve("circle.txt"), PageText.CIRCLE);
        Files.createSymbolicLink(folder.resolve("d.md"), circle);
        assertThat(errors(folder.toString()))
                .extracting(error -> Path.of(error.page()).getFileName().toString(), PageError::found)
                .containsExactly(tuple("a.md", "no file"), tuple("b.md", "no file"), tuple("c.md", "no file"));
    }

    @Test
    void refuseALinkThatLeadsToItself() throws IOException {
        var loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        assertThat(errors(loop.toString())).extracting(PageError::found).containsExactly("'" + loop + "'");
    }

    @Test
    void refuseAFileThatNobodyWrote() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("a.md").toFile(), "rw")) {
            file.setLength(5_000_000_000L);
        }
        assertThat(errors(folder.toString()))
                .extracting(PageError::found, PageError::expected)
                .containsExactly(tuple("a file of 5000000000 bytes", "at most 2000000"));
    }

    @Test
    void readAFileOfTheGreatestSizeAndRefuseItsCharacters() throws IOException {
        Files.writeString(folder.resolve("a.md"), "x".repeat(2_000_000));
        assertThat(errors(folder.toString()))
                .extracting(PageError::line, PageError::found)
                .containsExactly(tuple(1, "2000000 characters"));
    }

    @Test
    void refuseAFileThatMayNotBeRead() throws IOException {
        var page = Files.writeString(folder.resolve("a.md"), PageText.CIRCLE);
        Files.setPosixFilePermissions(page, Set.of());
        assumeFalse(Files.isReadable(page), "the administrator reads everything");
        assertThat(errors(page.toString()))
                .extracting(PageError::found)
                .containsExactly("that it cannot be read (AccessDeniedException)");
    }

    private static List<PageError> errors(String... entries) {
        return catchThrowableOfType(InvalidPolicyPage.class, () -> Policies.load(List.of(entries)))
                .errors();
    }

    @Test
    void stopTheStart() {
        var application = new SpringApplication(Policies.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run("--quorate.policy[0]=plus-three", "--quorate.policy[1]=no-such-page"))
                .rootCause()
                .isInstanceOf(InvalidPolicyPage.class)
                .hasMessageContaining("quorate.policy: found 'no-such-page'")
                .hasMessageContaining("plus-three, conda-forge, conda");
    }

    @Test
    void thatShipAreReadToTheLastBeforeTheirErrorsAreTold() {
        var broken = Map.of(
                "governance/a.md", PageText.with("closing", "later"),
                "governance/b.md", PageText.CIRCLE.replace("policy: circle", "policy: round"),
                "governance/c.md", PageText.with("title: The knitting", "titel: The knitting"));
        assertThatThrownBy(() -> Policies.readShipped(new TreeMap<>(broken)))
                .isInstanceOfSatisfying(
                        InvalidPolicyPage.class,
                        e -> assertThat(e.errors())
                                .extracting(PageError::page, PageError::line)
                                .containsExactly(
                                        tuple("governance/a.md", 9),
                                        tuple("governance/c.md", 4),
                                        tuple("governance/c.md", 5)));
        assertThat(Policies.readShipped(new TreeMap<>(Map.of(
                        "governance/a.md",
                        PageText.CIRCLE.replace("policy: circle", "policy: round"),
                        "governance/b.md",
                        PageText.CIRCLE,
                        "governance/plus-three.md",
                        PageText.shipped("plus-three")))))
                .extracting(page -> page.policy().name())
                .containsExactly("plus-three", "circle", "round");
    }

    @Test
    void offerAPeriodThatIsLongEnoughForTheItem() {
        var page = PolicyPage.read(PageText.with("default: 7 d", "default: 36 h"), "circle.md");
        assertThat(page.usualPeriod(page.items().getFirst())).isEqualTo(Duration.ofHours(48));
        var week = PolicyPage.read(PageText.CIRCLE, "circle.md");
        assertThat(week.usualPeriod(week.items().getFirst())).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void explainAFailedStart() {
        var analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.FailureHandler.logging(
                                org.apache.commons.logging.LogFactory.getLog(PoliciesTests.class)));
        var failure = new IllegalStateException(
                new InvalidPolicyPage(List.of(new PageError("circle.md", 9, "'later'", "opening or closing"))));
        assertThat(analyzers)
                .filteredOn(InvalidPolicyPageAnalyzer.class::isInstance)
                .singleElement()
                .satisfies(analyzer -> assertThat(analyzer.analyze(failure))
                        .isNotNull()
                        .satisfies(analysis -> {
                            assertThat(analysis.getDescription()).isEqualTo("""
                                            1 error in the governance pages:
                                              circle.md:9: found 'later', expected opening or closing""");
                            assertThat(analysis.getAction()).contains("quorate.policy");
                        }));
    }
}
