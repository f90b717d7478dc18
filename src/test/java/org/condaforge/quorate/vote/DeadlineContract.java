package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Deadlines to the millisecond, and to the microsecond that the databases keep, by the clock of the server.
abstract class DeadlineContract extends VotingContract {

    @Autowired
    MemberService members;

    private VoteId withABallot() {
        VoteId vote = called(approval());
        cast("alder", vote, YES);
        return vote;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT-0.000001S"})
    void aBallotBeforeTheDeadlineIsTaken(Duration after) {
        VoteId vote = withABallot();
        clock.set(summary(vote).closesAt().plus(after));

        cast("alder", vote, NO, "It would not grow.");
        closer.closeDue();

        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        assertThat(summary(vote).tally().orElseThrow().no()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000000001S", "PT0.000001S", "PT0.001S"})
    void noneIsTakenAtTheDeadlineOrAfterWhetherItIsClosedOrNot(Duration after) {
        VoteId vote = withABallot();
        Instant end = summary(vote).closesAt();
        clock.set(end.plus(after));

        assertThatThrownBy(() -> cast("alder", vote, NO, "It would not grow.")).isInstanceOf(VoteClosed.class);
        assertThatThrownBy(() -> cast("birch", vote, YES)).isInstanceOf(VoteClosed.class);
        assertThat(summary(vote).tally().orElseThrow().yes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000001S", "PT0.001S", "PT200H"})
    void theResultCarriesTheInstantOfTheDeadline(Duration after) {
        VoteId vote = called(consensus("Paint it"));
        cast(vote, YES, YES, YES);
        Instant end = summary(vote).closesAt();
        clock.set(end.minusNanos(1_000));
        closer.closeDue();
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        clock.set(end.plus(after));
        closer.closeDue();

        assertThat(summary(vote).decidedAt()).contains(end);
        assertThat(summary(vote).result()).contains(Result.PASSED);
    }

    @Test
    void aClockThatIsSetBackAfterACloseChangesNothing() {
        VoteId vote = called(consensus("Paint it"));
        cast(vote, YES, YES, YES);
        Instant end = summary(vote).closesAt();
        clock.set(end);
        closer.closeDue();
        var closed = community.everything();

        clock.set(end.minus(Duration.ofDays(2)));
        closer.closeDue();
        assertThatThrownBy(() -> cast("elm", vote, YES)).isInstanceOf(VoteClosed.class);
        clock.set(end.plus(Duration.ofDays(2)));
        closer.closeDue();

        assertThat(community.everything()).isEqualTo(closed);
    }

    @Test
    void aClockThatIsSetBackBeforeACloseDoesNoHarm() {
        VoteId vote = called(approval());
        clock.advance(Duration.ofDays(3));
        cast("alder", vote, YES);
        clock.set(START.minus(Duration.ofDays(1)));
        closer.closeDue();
        cast("birch", vote, YES);
        Instant end = summary(vote).closesAt();
        clock.set(end);
        closer.closeDue();

        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(summary(vote).tally().orElseThrow().yes()).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackWhileAVoteIsOverdueTakesNoStepTwice() {
        VoteId vote = withABallot();
        Instant end = summary(vote).closesAt();
        clock.set(end);
        closer.closeDue();

        clock.set(end.minus(Duration.ofHours(1)));
        closer.closeDue();
        cast("birch", vote, YES);
        clock.set(end);
        closer.closeDue();

        assertThat(story(vote))
                .filteredOn(line -> line.startsWith("reached its end"))
                .hasSize(1);
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
    }

    @Test
    void missedEndsAreMadeUpForInTheOrderOfTheirInstants() {
        VoteId overdue = called(approval());
        VoteId late = called(new Call(
                "plus-three",
                "consensus",
                Optional.empty(),
                "Water it",
                "Daily.",
                START.plus(Duration.ofDays(36)),
                ""));
        VoteId soon = called(consensus("Paint it"));
        clock.set(START.plus(Duration.ofDays(100)));
        closer.closeDue();

        List<String> order = journal
                .list(
                        org.condaforge.quorate.journal.JournalService.Filter.ALL,
                        new org.condaforge.quorate.store.Page.Request(0, 4))
                .items()
                .reversed()
                .stream()
                .map(entry -> "%s at %s".formatted(entry.subject().key(), entry.at()))
                .toList();
        assertThat(order)
                .containsExactly(
                        "%d at %s".formatted(overdue.number(), START.plus(Duration.ofDays(7))),
                        "%d at %s".formatted(soon.number(), START.plus(Duration.ofDays(7))),
                        "%d at %s".formatted(overdue.number(), START.plus(Duration.ofDays(35))),
                        "%d at %s".formatted(late.number(), START.plus(Duration.ofDays(36))));
    }

    @Test
    void whatWasMissedIsMadeUpForAsItStarts() {
        VoteId vote = called(consensus("Paint it"));
        cast(vote, YES, YES, YES);
        Instant end = summary(vote).closesAt();
        closer.stop();
        assertThat(closer.isRunning()).isFalse();
        clock.set(end.plus(Duration.ofDays(2)));

        closer.start();

        assertThat(summary(vote).decidedAt()).contains(end);
        assertThat(closer.isRunning()).isTrue();
        assertThat(closer.getPhase()).isLessThan(org.springframework.context.SmartLifecycle.DEFAULT_PHASE - 4_096);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-28, 2028-02-29T12:00:00Z",
        "2028-02-29, 2028-03-01T12:00:00Z",
        "2027-02-28, 2027-03-01T12:00:00Z",
        "2026-10-25, 2026-10-26T12:00:00Z",
    })
    void aDateEndsWhenItIsOverAnywhereOnEarth(LocalDate date, Instant end) {
        assertThat(Deadline.endOf(date)).isEqualTo(end);
        clock.set(end.minus(Duration.ofDays(9)));
        VoteId vote = archive.lay(new VoteArchive.Entry(
                Policies.shipped().stream()
                        .filter(policy -> policy.name().equals("conda"))
                        .findFirst()
                        .orElseThrow(),
                new Call("conda", "incubator-removal", Optional.empty(), "It leaves", "It does.", end, ""),
                members.rosterEntry("alder").orElseThrow().id(),
                clock.instant(),
                List.of()));
        clock.set(end.minusNanos(1_000));
        cast("alder", vote, YES);
        closer.closeDue();
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        clock.set(end);
        SignIn.as("birch");
        assertThatThrownBy(() -> casting.cast(vote, YES, "")).isInstanceOf(VoteClosed.class);
        closer.closeDue();

        assertThat(summary(vote).state()).isNotEqualTo(VoteState.OPEN);
    }
}
