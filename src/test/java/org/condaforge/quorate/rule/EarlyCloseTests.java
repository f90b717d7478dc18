package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlyCloseTests {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Consensus PLUS_THREE = new Consensus(3, 0, false);
    private static final Majority SIXTY = new Majority(Threshold.parse("60%"), Set.of(Route.TIME_OUT), 0);

    private static boolean passes(Rule rule, int active, Tally tally) {
        return EarlyClose.passes(rule, new Electorate(active), tally, WEEK, Math.max(0, active - tally.cast()));
    }

    @Test
    void aConsensusClosesAsSoonAsItIsReachedHoweverManyHaveNotVoted() {
        assertThat(passes(PLUS_THREE, 20, new Tally(2, 0, 9))).isFalse();
        assertThat(passes(PLUS_THREE, 20, new Tally(3, 0, 0))).isTrue();
        assertThat(passes(PLUS_THREE, 20, new Tally(3, 1, 0))).isFalse();
    }

    @Test
    void aMajorityClosesOnlyWhenNoBallotThatIsOutCanChangeIt() {
        assertThat(passes(SIXTY, 10, new Tally(6, 0, 0))).isTrue();
        assertThat(passes(SIXTY, 10, new Tally(5, 0, 1))).isFalse();
        assertThat(passes(SIXTY, 10, new Tally(5, 1, 0))).isFalse();
        assertThat(passes(SIXTY, 10, new Tally(0, 10, 0))).isFalse();
    }

    @Test
    void ofSeveralRulesOneIsEnough() {
        var anyOf = new AnyOf(List.of(PLUS_THREE, SIXTY));

        assertThat(passes(anyOf, 20, new Tally(3, 0, 0))).isTrue();
        assertThat(passes(anyOf, 10, new Tally(5, 1, 0))).isFalse();
        assertThat(passes(anyOf, 10, new Tally(6, 4, 0))).isTrue();
    }

    @Test
    void whatClosesEarlyPassesAndAMajorityDoesWhateverTheOthersSay() {
        Worlds.everywhere(Worlds.rules(), 6, (rule, electorate, tally, evidence) -> {
            int out = electorate.active() - tally.cast();
            if (!EarlyClose.passes(rule, electorate, tally, evidence.planned(), out)) {
                return;
            }
            var ended = Evidence.atEndOf(evidence.planned());
            if (!Assessment.of(rule, electorate, tally, ended).passes()) {
                fail("%s of %s by %s closes early and does not pass", tally, electorate, rule);
            }
            if (rule instanceof Majority
                    && !Worlds.tallies(out).stream()
                            .allMatch(more -> Assessment.of(rule, electorate, Worlds.sum(tally, more), ended)
                                    .passes())) {
                fail("%s of %s by %s closes early, and could still be lost", tally, electorate, rule);
            }
        });
    }
}
