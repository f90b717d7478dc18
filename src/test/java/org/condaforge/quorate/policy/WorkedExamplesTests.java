package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages are right: every example on them, and every example of the design on one of them.
class WorkedExamplesTests {

    private static final Path PAGES = Path.of("docs/governance");
    private static final Path GUIDE = PAGES.resolve("README.md");

    /// A page that is put into the folder is tested without a line of code; so is the page that the guide shows.
    @TestFactory
    Stream<DynamicContainer> holdOnEveryPage() throws IOException {
        List<Path> pages;
        try (var files = Files.list(PAGES)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.equals(GUIDE) && !file.endsWith("secret-votes.md"))
                    .sorted()
                    .toList();
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
        return Stream.concat(pages.stream().map(WorkedExamplesTests::examplesOf), Stream.of(examplesOfTheGuide()));
    }

    private static DynamicContainer examplesOf(Path page) {
        Policy policy;
        try {
            policy = PolicyPage.read(Files.readString(page), page.toString());
        } catch (IOException | InvalidPolicyPage e) {
            return DynamicContainer.dynamicContainer(
                    page.toString(), Stream.of(DynamicTest.dynamicTest("can be read", () -> {
                        throw e;
                    })));
        }
        return DynamicContainer.dynamicContainer(
                page.getFileName().toString(),
                policy.items().stream()
                        .flatMap(item -> item.rule().stream()
                                .flatMap(rule ->
                                        item.examples().stream().map(example -> test(page, 0, item, rule, example)))));
    }

    private static DynamicContainer examplesOfTheGuide() throws IOException {
        var item = guide();
        return DynamicContainer.dynamicContainer(
                GUIDE.getFileName().toString(),
                item.examples().stream()
                        .map(example ->
                                test(GUIDE, shown().line(), item, item.rule().orElseThrow(), example)));
    }

    /// The page that the guide shows, in a block that begins on that line.
    private record Shown(int line, String page) {}

    private static Shown shown() {
        try {
            var guide = Section.parse(Files.readString(GUIDE));
            var blocks = Stream.iterate(guide.getFirstChild(), Objects::nonNull, Node::getNext)
                    .filter(FencedCodeBlock.class::isInstance)
                    .map(FencedCodeBlock.class::cast)
                    .filter(block -> block.getInfo().equals("markdown"))
                    .toList();
            assertThat(blocks).hasSize(1);
            return new Shown(
                    blocks.getFirst().getSourceSpans().getFirst().getLineIndex() + 1,
                    blocks.getFirst().getLiteral());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The item of that page: no item that ships passes in two ways. conda's project teams vote so, elsewhere.
    private static VotingItem guide() {
        return PolicyPage.read(shown().page(), "the page in the guide").items().getFirst();
    }

    @Test
    void ofTheGuideAreThreeOfAnyOf() {
        assertThat(guide().rule()).containsInstanceOf(AnyOf.class);
        assertThat(guide().examples())
                .hasSize(3)
                .allSatisfy(example -> assertThat(example.line()).isPositive());
        assertThat(guide().contradictions()).isEmpty();
    }

    /// @param above how many lines of the file stand above the page
    private static DynamicTest test(Path page, int above, VotingItem item, Rule rule, Example example) {
        var name = "%s:%d %s: %s of %d active in %s%s: %s"
                .formatted(
                        page.getFileName(),
                        above + example.line(),
                        item.name(),
                        tally(example),
                        example.active(),
                        example.period(),
                        example.timeOutMet() ? ", time-out met" : "",
                        outcome(example));
        return DynamicTest.dynamicTest(
                name,
                page.toUri(),
                () -> assertThat(outcome(example.assess(rule).outcome())).isEqualTo(outcome(example)));
    }

    @ParameterizedTest(name = "{0}, {1} active: {2} yes, {3} no, {4} abstain, {5}, {6}: {7} {8}")
    @CsvSource(delimiter = '|', textBlock = """
            other                                 | 18 | 5  | 4 | 0  | P7D  | -     | passed    | standard
            other                                 | 18 | 4  | 5 | 0  | P7D  | -     | rejected  | standard
            other                                 | 18 | 7  | 6 | 0  | P7D  | -     | passed    | standard
            other                                 | 18 | 5  | 5 | 0  | P7D  | -     | rejected  | standard
            staged-recipes-nomination             | 18 | 5  | 0 | 0  | P8D  | -     | passed    | accelerated
            staged-recipes-nomination             | 18 | 5  | 0 | 0  | P7D  | -     | inquorate | -
            staged-recipes-nomination             | 18 | 5  | 1 | 0  | P8D  | -     | inquorate | -
            other                                 | 18 | 4  | 3 | 0  | P14D | met   | passed    | time-out
            other                                 | 18 | 4  | 3 | 0  | P14D | unmet | inquorate | -
            cfep-approval                         | 25 | 9  | 6 | 0  | P7D  | -     | passed    | standard
            cfep-approval                         | 19 | 16 | 0 | 1  | P13D | -     | passed    | standard
            cfep-approval                         | 18 | 11 | 0 | 0  | P14D | -     | passed    | standard
            cfep-approval                         | 24 | 0  | 0 | 15 | P7D  | -     | rejected  | standard
            core-nomination                       | 24 | 11 | 5 | 0  | P7D  | -     | passed    | standard
            core-nomination                       | 24 | 10 | 5 | 0  | P7D  | -     | inquorate | -
            governance-change                     | 16 | 9  | 3 | 0  | P14D | -     | rejected  | standard
            governance-change                     | 16 | 10 | 2 | 0  | P14D | -     | passed    | standard
            consensus                             | 22 | 3  | 0 | 5  | P7D  | -     | passed    | consensus
            consensus                             | 22 | 12 | 1 | 0  | P7D  | -     | rejected  | consensus
            consensus                             | 22 | 2  | 0 | 0  | P7D  | -     | inquorate | -
            governance-change                     | 16 | 3  | 0 | 0  | P14D | met   | passed    | time-out
            cfep-approval                         | 24 | 0  | 0 | 6  | P14D | met   | inquorate | -
            any-of                                | 10 | 3  | 0 | 0  | P7D  | -     | passed    | consensus
            any-of                                | 10 | 3  | 1 | 0  | P7D  | -     | inquorate | -
            any-of                                | 10 | 3  | 2 | 0  | P7D  | -     | passed    | standard
            conda                                 | 10 | 3  | 2 | 1  | P7D  | -     | passed    | standard
            conda                                 | 10 | 3  | 1 | 0  | P14D | met   | inquorate | -
            """)
    void ofTheDesignStandOnAPage(
            String rule,
            int active,
            int yes,
            int no,
            int abstain,
            Duration period,
            String timeOut,
            String outcome,
            String route) {
        var reference = switch (rule) {
            case "any-of" -> guide().rule().orElseThrow();
            case "conda" -> rule("conda", "spending");
            case "consensus" -> rule("plus-three", rule);
            default -> rule("conda-forge", rule);
        };
        var tally = new Tally(yes, no, abstain);
        assertThat(Stream.concat(
                                Stream.of(guide()),
                                Policies.shipped().stream().flatMap(policy -> policy.items().stream()))
                        .filter(item -> item.rule().filter(reference::equals).isPresent())
                        .flatMap(item -> item.examples().stream()))
                .anySatisfy(example -> {
                    assertThat(example.active()).isEqualTo(active);
                    assertThat(example.tally()).isEqualTo(tally);
                    assertThat(example.period()).isEqualTo(period);
                    assertThat(example.timeOutMet()).isEqualTo(timeOut.equals("met"));
                    assertThat(outcome(example)).isEqualTo(outcome + " " + route);
                });
    }

    @Test
    void thatTheRuleContradictsAreTold() {
        var page = PageText.shipped("plus-three")
                .replace(
                        "| 22 | 2 | 0 | 0 | 7 d | - | inquorate | - |",
                        "| 22 | 2 | 0 | 0 | 7 d | - | passed | consensus |");
        var item = PolicyPage.read(page, "plus-three").items().getFirst();
        assertThat(item.contradictions())
                .singleElement()
                .satisfies(example -> assertThat(example.tally()).isEqualTo(new Tally(2, 0, 0)));
    }

    private static Rule rule(String policy, String item) {
        return new Policies(Policies.shipped()).item(policy, item).rule().orElseThrow();
    }

    private static String tally(Example example) {
        return "+%d -%d 0:%d"
                .formatted(
                        example.tally().yes(),
                        example.tally().no(),
                        example.tally().abstain());
    }

    private static String outcome(Example example) {
        return example.outcome() + " " + example.route().map(Route::label).orElse("-");
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed(var route) -> "passed " + route.label();
            case Outcome.Rejected(var route) -> "rejected " + route.label();
            case Outcome.Inquorate _ -> "inquorate -";
        };
    }
}
