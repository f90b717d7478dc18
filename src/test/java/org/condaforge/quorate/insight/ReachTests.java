package org.condaforge.quorate.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.Policies;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The reach of every kind of rule is what the assessment of every tally says.
class ReachTests {

    private static final int MEMBERS = 14;
    private static final Evidence WEEK = Evidence.atEndOf(Duration.ofDays(7));
    private static final Evidence LONGER = Evidence.atEndOf(Duration.ofDays(8));

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String share : List.of("0%", "50%", "60%", "2/3", "more than 50%", "75% plus 1", "100%")) {
            for (Set<Route> routes : List.of(
                    Set.<Route>of(),
                    Set.of(Route.ACCELERATED),
                    Set.of(Route.ACCELERATED, Route.TIME_OUT),
                    Set.of(Route.TIME_OUT))) {
                for (int minimum : List.of(0, 1, 5)) {
                    rules.add(new Majority(Threshold.parse(share), routes, minimum));
                }
            }
        }
        rules.addAll(List.of(new Consensus(3, 0, false), new Consensus(2, 1, false), new Consensus(3, 0, true)));
        rules.add(new AnyOf(List.of(new Consensus(3, 0, true), rules.getFirst())));
        rules.add(new AnyOf(List.of(rules.get(20), new Consensus(4, 0, false))));
        rules.add(new AnyOf(List.of(new AnyOf(List.of(rules.get(40))), rules.get(60))));
        Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream())
                .flatMap(item -> item.rule().stream())
                .distinct()
                .forEach(rules::add);
        return rules;
    }

    private static Stream<Tally> tallies(int cast) {
        return IntStream.rangeClosed(0, cast)
                .boxed()
                .flatMap(yes ->
                        IntStream.rangeClosed(0, cast - yes).mapToObj(no -> new Tally(yes, no, cast - yes - no)));
    }

    private static boolean canPass(Rule rule, int active, int cast, Evidence evidence) {
        return tallies(cast)
                .anyMatch(tally -> Assessment.of(rule, new Electorate(active), tally, evidence)
                        .passes());
    }

    /// The fewest ballots with which something passes, found by trying.
    private static int fewest(Rule rule, int active, Evidence evidence) {
        return IntStream.rangeClosed(0, MEMBERS + 1)
                .filter(cast -> canPass(rule, active, cast, evidence))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void needsWhatTheAssessmentOfEveryTallySays(Rule rule) {
        for (int active = 0; active <= MEMBERS; active++) {
            Reach reach = Reach.of(rule, new Electorate(active), 0);
            int longer = fewest(rule, active, LONGER);

            assertThat(reach.need()).as("%d active", active).isEqualTo(fewest(rule, active, WEEK));
            assertThat(reach.acceleratedNeed())
                    .as("%d active", active)
                    .isEqualTo(longer < reach.need() ? OptionalInt.of(longer) : OptionalInt.empty());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void oneMoreThanMayStopMeansThatNothingCanPass(Rule rule) {
        for (int active = 1; active <= MEMBERS; active++) {
            for (int voting = 0; voting <= active; voting++) {
                Reach reach = Reach.of(rule, new Electorate(active), voting);
                int spare = reach.spare();

                assertThat(reach.reachable()).isEqualTo(canPass(rule, active, voting, WEEK));
                if (spare >= 0) {
                    assertThat(canPass(rule, active, voting - spare, WEEK)).isTrue();
                }
                if (spare >= -1 && voting - spare - 1 >= 0) {
                    assertThat(canPass(rule, active, voting - spare - 1, WEEK)).isFalse();
                }
            }
        }
    }

    @Test
    void countsOnTheRosterAsItIs() {
        Majority rule = new Majority(Threshold.parse("75% plus 1"), Set.of(), 0);

        assertThat(Reach.of(rule, new Electorate(20), 17).spare()).isEqualTo(2);
        assertThat(Reach.of(rule, new Electorate(20), 14).spare()).isEqualTo(-1);
    }
}
