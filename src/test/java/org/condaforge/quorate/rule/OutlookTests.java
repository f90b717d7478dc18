package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlookTests {

    private static final Majority SIXTY = new Majority(Threshold.parse("60%"), Set.of(Route.TIME_OUT), 0);
    private static final Evidence END = Evidence.atEndOf(Worlds.WEEK);

    @Test
    void saysHowManyMoreMakeItPassWhateverTheySay() {
        var outlook = Outlook.of(SIXTY, new Electorate(24), new Tally(11, 1, 1), END, 11);

        assertThat(outlook.atEnd().outcome().label()).isEqualTo("inquorate");
        assertThat(outlook.morePasses()).hasValue(2);
        assertThat(outlook.quorumMissing()).isEqualTo(2);
        assertThat(outlook.settled()).isFalse();
    }

    @Test
    void agreesWithEverySplitOfThoseWhoMayStillVote() {
        Worlds.everywhere(Worlds.rules(), 6, (rule, electorate, tally, evidence) -> {
            int mayStillVote = electorate.active() - tally.cast();
            var outlook = Outlook.of(rule, electorate, tally, evidence, mayStillVote);
            if (!outlook.morePasses().equals(morePasses(rule, electorate, tally, evidence, mayStillVote))
                    || outlook.settled() != settled(rule, electorate, tally, evidence, mayStillVote)) {
                fail("%s of %s by %s with %s: %s", tally, electorate, rule, evidence, outlook);
            }
        });
    }

    @Test
    void agreesWithEverySplitWhereEmeritusMembersMayVoteToo() {
        var electorate = new Electorate(4);
        for (var rule : Worlds.rules()) {
            for (var tally : Worlds.tallies(6)) {
                for (var evidence : Worlds.EVIDENCES) {
                    int mayStillVote = 7 - tally.cast();
                    var outlook = Outlook.of(rule, electorate, tally, evidence, mayStillVote);
                    if (!outlook.morePasses().equals(morePasses(rule, electorate, tally, evidence, mayStillVote))
                            || outlook.settled() != settled(rule, electorate, tally, evidence, mayStillVote)) {
                        fail("%s of %s by %s with %s: %s", tally, electorate, rule, evidence, outlook);
                    }
                }
            }
        }
    }

    private static OptionalInt morePasses(
            Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote) {
        if (Assessment.of(rule, electorate, tally, evidence).passes()) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(1, mayStillVote)
                .filter(more -> Worlds.splits(more).stream()
                        .allMatch(split -> Assessment.of(rule, electorate, Worlds.sum(tally, split), evidence)
                                .passes()))
                .findFirst();
    }

    private static boolean settled(Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote) {
        return Worlds.tallies(mayStillVote).stream()
                        .map(split -> Assessment.of(rule, electorate, Worlds.sum(tally, split), evidence)
                                .outcome()
                                .label())
                        .distinct()
                        .count()
                == 1;
    }

    @Test
    void isSettledWhenNobodyElseMayVote() {
        assertThat(Outlook.of(SIXTY, new Electorate(24), Tally.NONE, END, 0).settled())
                .isTrue();
    }

    @Test
    void isSettledOnceTheRestCannotTurnIt() {
        assertThat(Outlook.of(SIXTY, new Electorate(10), new Tally(6, 2, 0), END, 2)
                        .settled())
                .isTrue();
        assertThat(Outlook.of(SIXTY, new Electorate(10), new Tally(6, 2, 0), END, 3)
                        .settled())
                .isFalse();
    }

    @Test
    void countsWhatIsMissingToTheQuorum() {
        var consensus = new Consensus(3, 0, false);
        var electorate = new Electorate(24);

        assertThat(Outlook.of(SIXTY, electorate, new Tally(17, 0, 0), END, 7).quorumMissing())
                .isZero();
        assertThat(Outlook.of(consensus, electorate, new Tally(1, 0, 5), END, 7).quorumMissing())
                .isEqualTo(2);
        assertThat(Outlook.of(consensus, electorate, new Tally(5, 0, 5), END, 7).quorumMissing())
                .isZero();
        assertThat(Outlook.of(new AnyOf(List.of(consensus, SIXTY)), electorate, new Tally(1, 0, 5), END, 7)
                        .quorumMissing())
                .isEqualTo(9);
    }

    @Test
    void isQuickForSixtyVoters() {
        var electorate = new Electorate(60);
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int yes = 0; yes <= 60; yes++) {
                int so = yes;
                assertThatNoException()
                        .isThrownBy(() -> Outlook.of(SIXTY, electorate, new Tally(so, 0, 0), END, 60 - so));
            }
        });
    }
}
