package org.condaforge.quorate.ui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeMapTests {

    private static final Majority HALF = majority("more than 50%", 0, Route.ACCELERATED, Route.TIME_OUT);

    /// Every kind of rule, for every roster of up to nine, every number of abstentions, with and without the evidence
    /// of a time-out, and with one more ballot than there are active members.
    static Stream<Rule> rules() {
        return Stream.of(
                HALF,
                majority("60%", 0, Route.TIME_OUT),
                majority("75% plus 1", 0, Route.TIME_OUT),
                majority("2/3", 5, Route.ACCELERATED, Route.TIME_OUT),
                new Consensus(3, 0, false),
                new Consensus(2, 1, false),
                new AnyOf(List.of(new Consensus(3, 0, true), HALF)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyCellIsWhatTheRuleMakesOfItsTally(Rule rule) {
        worlds().forEach(trial -> {
            var map = OutcomeMap.of(rule, trial);
            int most = Math.max(trial.active(), trial.tally().cast());
            for (int yes = 0; yes <= most + 1; yes++) {
                for (int no = 0; no <= most + 1; no++) {
                    var tally = new Tally(yes, no, trial.tally().abstain());
                    if (tally.cast() > most) {
                        assertThat(map.at(yes, no)).isEmpty();
                    } else {
                        assertThat(map.at(yes, no))
                                .contains(OutcomeMap.Kind.of(
                                        Assessment.of(rule, new Electorate(trial.active()), tally, trial.evidence())
                                                .outcome()));
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theFewestYesPassAndOneLessDoesNot(Rule rule) {
        worlds().map(trial -> OutcomeMap.of(rule, trial)).forEach(map -> {
            for (int no = 0; no < map.rows().size(); no++) {
                int row = no;
                map.fewestYes(no).ifPresent(yes -> {
                    assertThat(map.at(yes, row).orElseThrow().passes()).isTrue();
                    assertThat(IntStream.range(0, yes))
                            .noneMatch(fewer -> map.at(fewer, row).orElseThrow().passes());
                });
            }
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theKindsHoldEveryCellOnce(Rule rule) {
        worlds().map(trial -> OutcomeMap.of(rule, trial)).forEach(map -> {
            int cells = map.kinds().values().stream()
                    .flatMap(rows -> rows.values().stream().flatMap(List::stream))
                    .mapToInt(stretch -> stretch.to() - stretch.from() + 1)
                    .sum();
            int side = map.most() - map.abstain() + 1;
            assertThat(cells).isEqualTo(side * (side + 1) / 2);
        });
    }

    @Test
    void theQuorumLineStandsBeforeTheFirstTallyThatMeetsIt() {
        worlds().forEach(trial -> {
            var map = OutcomeMap.of(HALF, trial);
            var electorate = new Electorate(trial.active());
            var line = map.quorumLine(HALF, electorate);
            for (int no = 0; no < line.size(); no++) {
                int taking = line.get(no) + no + map.abstain();
                assertThat(taking).isEqualTo(HALF.quorum(electorate));
            }
        });
    }

    @Test
    void theThresholdLineStandsBeforeTheFirstTallyThatAffirms() {
        worlds().forEach(trial -> {
            var map = OutcomeMap.of(HALF, trial);
            var line = map.thresholdLine(HALF);
            for (int no = 0; no < line.size(); no++) {
                assertThat(HALF.threshold().affirmedBy(new Tally(line.get(no), no, 0)))
                        .isTrue();
                assertThat(HALF.threshold().affirmedBy(new Tally(line.get(no) - 1, no, 0)))
                        .isFalse();
            }
        });
    }

    @Test
    void saysInWordsWhatTheChartShows() {
        var approval = majority("60%", 0, Route.TIME_OUT);
        assertThat(words(approval, trial(24, Tally.NONE, Duration.ofDays(7))).summary(24))
                .isEqualTo(
                        "Among 24 active members and with no abstentions: passes from 15 yes where nobody says no; 9 yes"
                                + " are the fewest that pass, with 6 no; with at most 9 no it can pass, which then takes 14 yes.");
        assertThat(words(new Consensus(3, 0, false), trial(24, new Tally(0, 0, 1), Duration.ofDays(7)))
                        .summary(24))
                .isEqualTo(
                        "Among 24 active members and with 1 abstention: passes from 3 yes where nobody says no; a single no"
                                + " is too many.");
        assertThat(words(approval, trial(0, Tally.NONE, Duration.ofDays(7))).summary(0))
                .isEqualTo("Among 0 active members and with no abstentions: nothing passes.");
    }

    @Test
    void theTableNamesTheFewestYesAndTheRoute() {
        var rows = words(HALF, trial(18, Tally.NONE, Duration.ofDays(8))).rows();

        assertThat(rows.getFirst()).isEqualTo(new OutcomeWords.Row(0, 0, "5 (accelerated), 9 (standard)"));
        assertThat(rows.get(1)).isEqualTo(new OutcomeWords.Row(1, 1, "8 (standard)"));
        assertThat(rows.getLast()).isEqualTo(new OutcomeWords.Row(9, 18, "none"));
        assertThat(rows.getLast().no()).isEqualTo("9 to 18");
    }

    private static OutcomeWords words(Rule rule, Trial trial) {
        return new OutcomeWords(OutcomeMap.of(rule, trial));
    }

    private static Stream<Trial> worlds() {
        return IntStream.rangeClosed(0, 9)
                .boxed()
                .flatMap(active -> IntStream.rangeClosed(0, active)
                        .mapToObj(abstain -> new Tally(active - abstain, 1, abstain))
                        .flatMap(tally -> Stream.of(7, 8)
                                .map(days -> trial(active, tally, Duration.ofDays(days)))
                                .flatMap(trial -> Stream.of(trial, trial.atEnd(), trial.withTimeOutMet()))));
    }

    private static Trial trial(int active, Tally tally, Duration period) {
        return Trial.start(active, period).with(tally);
    }

    private static Majority majority(String threshold, int minimum, Route... routes) {
        return new Majority(Threshold.parse(threshold), Set.of(routes), minimum);
    }
}
