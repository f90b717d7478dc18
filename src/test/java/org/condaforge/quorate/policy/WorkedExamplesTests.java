package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
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

    /// A page that is put into the folder is tested without a line of code.
    @TestFactory
    Stream<DynamicContainer> holdOnEveryPage() throws IOException {
        List<Path> pages;
        try (var files = Files.list(PAGES)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
        return pages.stream().map(WorkedExamplesTests::examplesOf);
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
                                        item.examples().stream().map(example -> test(page, item, rule, example)))));
    }

    /// The guide shows a whole page, and what it shows is right.
    @Test
    void ofTheGuideHold() throws IOException {
        var guide = Parser.builder().build().parse(Files.readString(PAGES.resolve("README.md")));
        var shown = Stream.iterate(guide.getFirstChild(), Objects::nonNull, Node::getNext)
                .filter(FencedCodeBlock.class::isInstance)
                .map(FencedCodeBlock.class::cast)
                .filter(block -> block.getInfo().equals("markdown"))
                .map(FencedCodeBlock::getLiteral)
                .toList();
        assertThat(shown).hasSize(1);
        var item = PolicyPage.read(shown.getFirst(), "the page in the guide")
                .items()
                .getFirst();
        assertThat(item.rule()).containsInstanceOf(AnyOf.class);
        assertThat(item.examples()).hasSize(3);
        assertThat(item.contradictions()).isEmpty();
    }

    private static DynamicTest test(Path page, VotingItem item, Rule rule, Example example) {
        var name = "%s:%d %s: %s of %d active in %s%s: %s"
                .formatted(
                        page.getFileName(),
                        example.line(),
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
        var reference = rule.equals("conda")
                ? rule("conda", "spending")
                : rule(rule.equals("consensus") ? "plus-three" : "conda-forge", rule);
        var tally = new Tally(yes, no, abstain);
        assertThat(Policies.shipped().stream()
                        .flatMap(policy -> policy.items().stream())
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

    /// No item that ships has such a rule: conda's project teams do, and they vote elsewhere. The guide has one.
    @ParameterizedTest(name = "{0} yes, {1} no: {2}")
    @CsvSource({"3, 0, passed consensus", "3, 1, inquorate -", "3, 2, passed standard"})
    void ofTheDesignHoldForAnyOf(int yes, int no, String outcome) {
        var rule = RuleNotation.read("{any-of: [{consensus: {yes: 3, no: 0, all-yes: true}},"
                + " {majority: more than 50%, routes: [standard, time-out]}]}");
        assertThat(rule).isInstanceOf(AnyOf.class);
        assertThat(outcome(Assessment.of(
                                rule, new Electorate(10), new Tally(yes, no, 0), Evidence.atEndOf(Duration.ofDays(7)))
                        .outcome()))
                .isEqualTo(outcome);
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
