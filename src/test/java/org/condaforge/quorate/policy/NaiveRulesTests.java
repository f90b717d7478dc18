package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.NaiveRules.Verdict;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;
import org.junit.jupiter.api.Test;

/// The rules and their naive twin agree on every tally of up to thirty members.
class NaiveRulesTests {

    private static final int MEMBERS = 30;
    private static final int EMERITUS = 2;

    private static final List<Duration> PERIODS = List.of(Duration.ofDays(7), Duration.ofDays(8), Duration.ofDays(14));

    /// A rule and how many more than the active members may vote by it.
    private record Case(Rule rule, int besides) {}

    @Test
    void agreeOnEveryTallyUnderEveryRuleThatShips() {
        List<Case> cases = Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream()
                        .flatMap(item -> item.rule().stream())
                        .map(rule -> new Case(rule, policy.emeritusMayVote() ? EMERITUS : 0)))
                .distinct()
                .toList();

        assertThat(cases).hasSizeGreaterThan(10);
        assertThat(compared(cases, MEMBERS)).isGreaterThan(1_000_000);
    }

    @Test
    void agreeOnRulesNoPageShipsWith() {
        Majority half = new Majority(Threshold.parse("more than 50%"), Set.of(Route.ACCELERATED, Route.TIME_OUT), 4);
        Consensus allYes = new Consensus(3, 0, true);
        Consensus lenient = new Consensus(2, 1, false);

        compared(
                Stream.<Rule>of(
                                half,
                                allYes,
                                lenient,
                                new AnyOf(List.of(allYes, half)),
                                new AnyOf(List.of(half, lenient)))
                        .map(rule -> new Case(rule, 0))
                        .toList(),
                16);
    }

    private static int compared(List<Case> cases, int members) {
        int compared = 0;
        for (Case one : cases) {
            for (int active = 0; active <= members; active++) {
                for (int yes = 0; yes <= active + one.besides(); yes++) {
                    for (int no = 0; yes + no <= active + one.besides(); no++) {
                        for (int abstain = 0; yes + no + abstain <= active + one.besides(); abstain++) {
                            compared += compare(one.rule(), new Electorate(active), new Tally(yes, no, abstain));
                        }
                    }
                }
            }
        }
        return compared;
    }

    private static int compare(Rule rule, Electorate electorate, Tally tally) {
        for (Duration period : PERIODS) {
            for (boolean met : new boolean[] {false, true}) {
                Assessment assessment = Assessment.of(
                        rule, electorate, tally, met ? Evidence.timeOutMet(period) : Evidence.atEndOf(period));
                Verdict expected = NaiveRules.verdict(
                        rule, electorate.active(), tally.yes(), tally.no(), tally.abstain(), period, met);
                if (!verdict(assessment).equals(expected)) {
                    fail(
                            "%s of %s by %s, %s, time-out %s: %s, but naively %s",
                            tally, electorate, rule, period, met ? "met" : "unmet", verdict(assessment), expected);
                }
            }
        }
        return PERIODS.size() * 2;
    }

    private static Verdict verdict(Assessment assessment) {
        return new Verdict(
                assessment.outcome().label(),
                assessment.outcome().decidedBy().map(Route::label).orElse("none"),
                assessment.quorum());
    }
}
