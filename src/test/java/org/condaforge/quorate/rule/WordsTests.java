package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void aChoiceHasASignAndALabel() {
        assertThat(Choice.values()).extracting(Choice::sign).containsExactly(1, 0, -1);
        assertThat(Choice.values()).extracting(Choice::label).containsExactly("+1", "0", "\u22121");
    }

    @Test
    void aTallyCountsWhoTookPartAndWhoDecided() {
        var tally = new Tally(4, 2, 1);

        assertThat(tally.cast()).isEqualTo(7);
        assertThat(tally.decisive()).isEqualTo(6);
        assertThat(Tally.NONE.plus(Choice.YES).plus(Choice.ABSTAIN)).isEqualTo(new Tally(1, 0, 1));
        assertThat(tally.minus(Choice.NO)).isEqualTo(new Tally(4, 1, 1));
    }

    @Test
    void numbersUpToTwelveAreWords() {
        assertThat(English.count(0)).isEqualTo("no");
        assertThat(English.count(12)).isEqualTo("twelve");
        assertThat(English.count(13)).isEqualTo("13");
        assertThat(English.count(-1)).isEqualTo("-1");
    }

    @Test
    void aTallyIsNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(-1, 0, 0));
        for (var choice : Choice.values()) {
            assertThatIllegalArgumentException().isThrownBy(() -> Tally.NONE.minus(choice));
            assertThat(Tally.NONE.plus(choice).minus(choice)).isEqualTo(Tally.NONE);
        }
    }

    @Test
    void aTallyNeverOverflows() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Tally(Integer.MAX_VALUE, 0, 1).cast());
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Tally(Integer.MAX_VALUE, 1, 0).decisive());
    }

    @Test
    void theOrderOfBallotsIsIrrelevant() {
        permuted(Tally.NONE, 0, 0, 0, 7);
    }

    private static void permuted(Tally tally, int yes, int no, int abstain, int more) {
        assertThat(tally).isEqualTo(new Tally(yes, no, abstain));
        if (more > 0) {
            permuted(tally.plus(Choice.YES), yes + 1, no, abstain, more - 1);
            permuted(tally.plus(Choice.NO), yes, no + 1, abstain, more - 1);
            permuted(tally.plus(Choice.ABSTAIN), yes, no, abstain + 1, more - 1);
        }
    }

    @Test
    void anElectorateIsNotNegative() {
        assertThat(new Electorate(0).active()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Electorate(-1));
    }

    @Test
    void aRouteIsFoundByItsLabel() {
        assertThat(Route.values())
                .extracting(Route::label)
                .containsExactly("standard", "accelerated", "time-out", "consensus");
        for (var route : Route.values()) {
            assertThat(Route.of(route.label())).contains(route);
        }
        assertThat(Route.of("Standard")).isEmpty();
    }

    @Test
    void routeStatesHaveLabels() {
        assertThat(RouteState.values())
                .extracting(RouteState::label)
                .containsExactly("passes", "rejects", "short", "not-needed", "not-offered");
    }

    @Test
    void aMajorityAlwaysHasTheStandardRouteAndNeverConsensus() {
        var half = Threshold.parse("more than 50%");

        assertThat(new Majority(half, Set.of(Route.TIME_OUT), 0).routes())
                .containsExactly(Route.STANDARD, Route.TIME_OUT);
        assertThatIllegalArgumentException().isThrownBy(() -> new Majority(half, EnumSet.of(Route.CONSENSUS), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Majority(half, Set.of(), -1));
    }

    @Test
    void theMinimumQuorumIsTheWholeElectorateWhereThatIsSmaller() {
        var conda = new Majority(Threshold.parse("more than 50%"), Set.of(), 5);

        assertThat(conda.quorum(new Electorate(20))).isEqualTo(10);
        assertThat(conda.quorum(new Electorate(8))).isEqualTo(5);
        assertThat(conda.quorum(new Electorate(4))).isEqualTo(4);
    }

    @Test
    void aConsensusNeedsSupport() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Consensus(0, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Consensus(3, -1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Consensus(3, 1, true));
    }

    @Test
    void anyOfNothingIsNoRule() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnyOf(List.of()));
    }

    @Test
    void noticesAreCounted() {
        assertThat(Notices.NONE.count()).isZero();
        assertThat(Notices.NONE.complete()).isFalse();
        assertThat(new Notices(true, false, false).count()).isEqualTo(1);
        assertThat(new Notices(false, true, false).count()).isEqualTo(1);
        assertThat(new Notices(false, false, true).count()).isEqualTo(1);
        assertThat(new Notices(true, true, false).complete()).isFalse();
        assertThat(Notices.ALL.count()).isEqualTo(3);
        assertThat(Notices.ALL.complete()).isTrue();
    }

    @Test
    void evidenceMeetsNothingOrEverything() {
        var week = Duration.ofDays(7);
        var month = Duration.ofDays(30);

        assertThat(Evidence.atEndOf(week)).isEqualTo(new Evidence(week, week, true, false, Notices.NONE, Notices.NONE));
        assertThat(Evidence.timeOutMet(week))
                .isEqualTo(new Evidence(week, Duration.ofDays(14), true, true, Notices.ALL, Notices.ALL));
        assertThat(Evidence.timeOutMet(month).open()).isEqualTo(month);
    }

    @Test
    void aConditionIsMetOnItsSideOfWhatIsNeeded() {
        assertThat(new Condition(Requirement.PARTICIPATION, 13, 15).met()).isFalse();
        assertThat(new Condition(Requirement.PARTICIPATION, 13, 15).missing()).isEqualTo(2);
        assertThat(new Condition(Requirement.PARTICIPATION, 15, 15).met()).isTrue();
        assertThat(new Condition(Requirement.PARTICIPATION, 17, 15).missing()).isZero();
        assertThat(new Condition(Requirement.NO, 0, 0).met()).isTrue();
        assertThat(new Condition(Requirement.NO, 2, 0).met()).isFalse();
        assertThat(new Condition(Requirement.NO, 2, 0).missing()).isEqualTo(2);
    }

    @Test
    void anOutcomeNamesItsRoute() {
        assertThat(new Outcome.Passed(Route.TIME_OUT).decidedBy()).contains(Route.TIME_OUT);
        assertThat(new Outcome.Rejected(Route.CONSENSUS).decidedBy()).contains(Route.CONSENSUS);
        assertThat(new Outcome.Inquorate(List.of()).decidedBy()).isEmpty();
    }
}
