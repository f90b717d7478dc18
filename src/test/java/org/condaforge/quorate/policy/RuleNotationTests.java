package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleNotationTests {

    private static final List<String> THRESHOLDS = List.of(
            "60%",
            "2/3",
            "more than 50%",
            "75%",
            "75% plus 1",
            "75% plus 3",
            "more than 1/3",
            "2/3 plus 2",
            "more than 50% plus 1");

    @Test
    void writesTheLanguageOfThePages() {
        assertThat(RuleNotation.write(
                        new Majority(Threshold.parse("75% plus 1"), EnumSet.of(Route.TIME_OUT, Route.STANDARD), 5)))
                .isEqualTo("{majority: 75% plus 1, routes: [standard, time-out], minimum-quorum: 5}");
        assertThat(RuleNotation.write(new Consensus(3, 0, true)))
                .isEqualTo("{consensus: {yes: 3, no: 0, all-yes: true}}");
        assertThat(RuleNotation.write(new AnyOf(List.of(new Consensus(3, 0, false), new Consensus(5, 1, false)))))
                .isEqualTo("{any-of: [{consensus: {yes: 3, no: 0}}, {consensus: {yes: 5, no: 1}}]}");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void readsWhatItWrote(Rule rule) {
        var written = RuleNotation.write(rule);
        assertThat(written).doesNotContain("\n");
        assertThat(RuleNotation.read(written)).isEqualTo(rule);
        assertThat(RuleNotation.write(RuleNotation.read(written))).isEqualTo(written);
    }

    /// Every threshold with every set of routes, every small consensus, and each two of them as any-of.
    static Stream<Rule> rules() {
        var simple = new ArrayList<Rule>();
        for (var threshold : THRESHOLDS) {
            for (var further : List.<Set<Route>>of(
                    Set.of(),
                    Set.of(Route.ACCELERATED),
                    Set.of(Route.TIME_OUT),
                    Set.of(Route.ACCELERATED, Route.TIME_OUT))) {
                var routes = EnumSet.of(Route.STANDARD);
                routes.addAll(further);
                simple.add(new Majority(Threshold.parse(threshold), routes, 0));
                simple.add(new Majority(Threshold.parse(threshold), routes, 5));
                simple.add(new Majority(Threshold.parse(threshold), routes, Integer.MAX_VALUE));
            }
        }
        for (int yes = 1; yes < 4; yes++) {
            for (int no = 0; no < 2; no++) {
                simple.add(new Consensus(yes, no, false));
            }
            simple.add(new Consensus(yes, 0, true));
        }
        var pairs = IntStream.range(1, simple.size()).mapToObj(i ->
                (Rule) new AnyOf(List.of(simple.get(i), simple.get(i - 1))));
        var nested = IntStream.range(1, simple.size()).mapToObj(i -> (Rule) new AnyOf(List.of(
                new AnyOf(List.of(new AnyOf(List.of(simple.get(i))), simple.get(i - 1))), simple.getFirst())));
        var greatest = Stream.<Rule>of(
                new Consensus(Integer.MAX_VALUE, Integer.MAX_VALUE, false), new Consensus(Integer.MAX_VALUE, 0, true));
        return Stream.of(simple.stream(), pairs, nested, greatest).flatMap(rules -> rules);
    }

    @Test
    void namesTheKeyThatIsNoKindOfRule() {
        assertThatThrownBy(() -> RuleNotation.read("{plurality: 3}"))
                .isInstanceOfSatisfying(
                        InvalidPolicyPage.class,
                        e -> assertThat(e.errors())
                                .extracting(PageError::line, PageError::found)
                                .containsExactly(tuple(1, "the key 'plurality'")));
    }

    /// YAML misses the end of the list on the line behind the last.
    @Test
    void staysOnTheLinesThereAre() {
        assertThatThrownBy(() -> RuleNotation.read("[\n"))
                .isInstanceOfSatisfying(
                        InvalidPolicyPage.class,
                        e -> assertThat(e.errors()).extracting(PageError::line).containsExactly(1));
    }

    @Test
    void readsEveryShareThatAPageCanState() {
        var shares = Stream.of(
                        IntStream.rangeClosed(1, 100).mapToObj("%d%%"::formatted),
                        IntStream.range(0, 100).mapToObj("more than %d%%"::formatted),
                        IntStream.rangeClosed(1, 100).mapToObj("%d%% plus 2"::formatted),
                        IntStream.rangeClosed(1, 12)
                                .boxed()
                                .flatMap(d -> IntStream.rangeClosed(1, d).mapToObj(n -> n + "/" + d)))
                .flatMap(forms -> forms);
        assertThat(shares).hasSize(378).allSatisfy(share -> {
            var rule = new Majority(Threshold.parse(share), EnumSet.of(Route.STANDARD), 0);
            assertThat(RuleNotation.read(RuleNotation.write(rule))).isEqualTo(rule);
        });
    }

    @Test
    void readsEveryRuleThatShipsBackFromItsLine() {
        var rules = Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream())
                .flatMap(item -> item.rule().stream())
                .toList();
        assertThat(rules)
                .hasSize(27)
                .allSatisfy(rule ->
                        assertThat(RuleNotation.read(RuleNotation.write(rule))).isEqualTo(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "60%",
                "[]",
                "{}",
                "{majority: 60%}",
                "{majority: most, routes: [standard]}",
                "{majority: 60%, routes: [consensus]}",
                "{majority: 60%, routes: standard}",
                "{majority: 60%, routes: []}",
                "{majority: 60%, routes: [standard, standard]}",
                "{majority: 60%, majority: 75%, routes: [standard]}",
                "{majority: 60%, routes: [standard], consensus: {yes: 3, no: 0}}",
                "{consensus: 3}",
                "{consensus: {yes: 3}}",
                "{consensus: {yes: three, no: 0}}",
                "{consensus: {yes: 3, no: 0, maybe: 1}}",
                "{consensus: {yes: 0, no: 0}}",
                "{consensus: {yes: -3, no: 0}}",
                "{consensus: {yes: 2147483648, no: 0}}",
                "{consensus: {yes: 3, no: 1, all-yes: true}}",
                "{majority: 60%, routes: [standard], minimum-quorum: -1}",
                "{majority: more than 3/3, routes: [standard]}",
                "{any-of: [none]}",
                "{any-of: {majority: 60%, routes: [standard]}}",
                "{majority: !!str 60%, routes: [standard]}",
                "{majority: 60%, routes: &r [standard]}",
                "{any-of: []}",
                "{any-of: &a [{any-of: *a}]}",
                "{majority: 60%, routes: [standard]",
                "{? [majority] : 60%}",
                "{majority: 60%, routes: [standard]}\n---\n{}",
                "\u0000"
            })
    void refusesWhatIsNoRule(String text) {
        assertThatThrownBy(() -> RuleNotation.read(text))
                .isInstanceOfSatisfying(
                        InvalidPolicyPage.class,
                        e -> assertThat(e.errors())
                                .isNotEmpty()
                                .allSatisfy(error -> assertThat(error.line()).isPositive()));
    }
}
