package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.condaforge.quorate.rule.Choice.ABSTAIN;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.Known;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;

abstract class CloseContract extends VotingContract {

    private ProposalDetail seeds() {
        return proposals.detail(SEEDS).orElseThrow();
    }

    private void closeAt(Instant instant) {
        clock.set(instant);
        closer.closeDue();
    }

    @Test
    void aPassedVoteMakesItsProposalAccepted() {
        VoteId vote = called(approval());
        cast(vote, YES, YES, YES, YES, NO, ABSTAIN);

        Instant end = summary(vote).closesAt();
        closeAt(end.minusNanos(1_000));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        closeAt(end.plus(Duration.ofHours(5)));

        VoteSummary closed = summary(vote);
        assertThat(closed.state()).isEqualTo(VoteState.CLOSED);
        assertThat(closed.result()).contains(Result.PASSED);
        assertThat(closed.route()).contains(Route.STANDARD);
        assertThat(closed.decidedAt()).contains(end);
        assertThat(closed.tally()).contains(new Tally(4, 1, 1));
        assertThat(closed.terms().orElseThrow().quorum()).isEqualTo(6);
        assertThat(seeds().summary().status()).isEqualTo(Status.ACCEPTED);
        StatusEntry entry = seeds().history().getLast();
        assertThat(entry.source()).isEqualTo(StatusEntry.Source.VOTE);
        assertThat(entry.since()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(entry.recordedAt()).isEqualTo(end);
        assertThat(entry.reason()).contains("Accept CFEP-07");
        assertThat(story(vote)).first().asString().contains("passed");
        assertThat(journal.historyOf(new org.condaforge.quorate.member.Act.Subject("proposal", "7"), 5))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.who()).isEmpty();
                    assertThat(line.what()).contains("Proposed to Accepted");
                });
    }

    @Test
    void aRejectedVoteMakesItsProposalRejected() {
        VoteId vote = called(approval());
        cast(vote, YES, YES, YES, NO, NO, NO);
        closeAt(summary(vote).closesAt());

        assertThat(summary(vote).result()).contains(Result.REJECTED);
        assertThat(seeds().summary().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void closesOnce() {
        VoteId vote = called(approval());
        cast(vote, YES, YES, YES, YES, YES, YES);
        closeAt(summary(vote).closesAt());
        var closed = community.everything();

        clock.advance(Duration.ofDays(40));
        closer.closeDue();

        assertThat(community.everything()).isEqualTo(closed);
    }

    @Test
    void anInquorateConsensusLeavesEverything() {
        VoteId vote = called(consensus("Paint it"));
        cast(vote, YES, YES, ABSTAIN);
        closeAt(summary(vote).closesAt());

        assertThat(summary(vote).state()).isEqualTo(VoteState.CLOSED);
        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertThat(summary(vote).route()).isEmpty();
    }

    @Test
    void anInquorateApprovalBecomesOverdueAndStillTakesBallots() {
        VoteId vote = called(approval());
        cast(vote, YES, YES);
        closeAt(summary(vote).closesAt());

        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(summary(vote).decidedAt()).isEmpty();
        assertThat(seeds().summary().status()).isEqualTo(Status.PROPOSED);
        assertThat(story(vote)).first().asString().contains("without a quorum");
        cast("cherry", vote, YES);
        assertThat(summary(vote).tally()).contains(new Tally(3, 0, 0));
    }

    @Test
    void isAssessedAgainAtTheConfirmedTimeOutDate() {
        VoteId vote = called(approval());
        cast(vote, YES, YES);
        closeAt(summary(vote).closesAt());
        Instant proposed = TimeOuts.proposedTimeOut(summary(vote));
        assertThat(proposed).isEqualTo(START.plus(Duration.ofDays(14)));

        assertThatThrownBy(() -> timeOuts.setTimeOut(vote, proposed)).isInstanceOf(NotAllowed.class);
        SignIn.as("birch");
        assertThatThrownBy(() -> timeOuts.setTimeOut(vote, proposed.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        timeOuts.setTimeOut(vote, proposed);
        assertThat(summary(vote).timeOutAt()).contains(proposed);
        cast(vote, YES, YES, YES, YES, YES, YES);
        closeAt(proposed.minusNanos(1_000));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        closeAt(proposed);

        assertThat(summary(vote).result()).contains(Result.PASSED);
        assertThat(summary(vote).decidedAt()).contains(proposed);
        assertThat(seeds().summary().status()).isEqualTo(Status.ACCEPTED);
        SignIn.as("cherry");
        assertThatThrownBy(() -> casting.cast(vote, NO, "")).isInstanceOf(VoteClosed.class);
    }

    @Test
    void isInquorateAtTheTimeOutDateWithoutAQuorum() {
        VoteId vote = called(approval());
        cast(vote, YES, YES);
        closeAt(summary(vote).closesAt());
        SignIn.as("birch");
        timeOuts.setTimeOut(vote, START.plus(Duration.ofDays(20)));
        closeAt(START.plus(Duration.ofDays(20)));

        assertThat(summary(vote).state()).isEqualTo(VoteState.CLOSED);
        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertThat(seeds().summary().status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void onlyAnOverdueVoteHasATimeOutDate() {
        VoteId vote = called(approval());
        SignIn.as("birch");

        assertThatThrownBy(() -> timeOuts.setTimeOut(vote, START.plus(Duration.ofDays(15))))
                .isInstanceOf(NotAllowed.class);
        assertThat(summary(vote).timeOutAt()).isEmpty();
    }

    @Test
    void lapsesAfterFourWeeksWithoutATimeOutDate() {
        VoteId vote = called(approval());
        cast(vote, YES, YES);
        Instant end = summary(vote).closesAt();
        closeAt(end);
        Instant lapse = end.plus(Duration.ofDays(28));
        closeAt(lapse.minusNanos(1_000));
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        closeAt(lapse);

        assertThat(summary(vote).state()).isEqualTo(VoteState.CLOSED);
        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertThat(summary(vote).decidedAt()).contains(lapse);
        assertThat(summary(vote).tally()).contains(new Tally(2, 0, 0));
    }

    @Test
    void catchesUpWithWhatFellDueWhileItWasDown() {
        VoteId overdue = called(approval());
        VoteId consensus = called(consensus("Paint it"));
        cast(consensus, YES, YES, YES);
        closeAt(START.plus(Duration.ofDays(100)));
        closer.closeDue();

        assertThat(summary(overdue).decidedAt()).contains(START.plus(Duration.ofDays(35)));
        assertThat(summary(consensus).decidedAt()).contains(START.plus(Duration.ofDays(7)));
    }

    @Test
    void aCoreMemberCompletesAnExpiredVote() {
        LocalDate ended = LocalDate.of(2020, 3, 11);
        assertThat(archive.expired(SEEDS, ended, "Vote ends on 2020-03-11")).isTrue();
        assertThat(archive.expired(SEEDS, ended, "Vote ends on 2020-03-11")).isFalse();
        VoteSummary expired = reader.list(
                        VoteReader.Filter.on(SEEDS), new org.condaforge.quorate.store.Page.Request(0, 5))
                .items()
                .getFirst();
        assertThat(expired.state()).isEqualTo(VoteState.EXPIRED);
        assertThat(expired.tally()).isEmpty();
        assertThat(expired.terms()).isEmpty();
        assertThat(LocalDate.ofInstant(expired.closesAt(), java.time.ZoneOffset.UTC))
                .isEqualTo(ended);
        closeAt(START.plus(Duration.ofDays(100)));
        assertThat(summary(expired.id()).state()).isEqualTo(VoteState.EXPIRED);

        SignIn.as("willow");
        assertThatThrownBy(
                        () -> byHand.complete(expired.id(), Known.of(expired, Result.PASSED, Optional.empty(), "mail")))
                .isInstanceOf(NotAllowed.class);
        SignIn.as("alder");
        byHand.complete(
                expired.id(),
                Known.of(expired, Result.PASSED, Optional.of(new Tally(9, 1, 0)), "The archive of the list."));

        VoteDetail detail = reader.detail(expired.id()).orElseThrow();
        assertThat(detail.summary().state()).isEqualTo(VoteState.CLOSED);
        assertThat(detail.summary().result()).contains(Result.PASSED);
        assertThat(detail.summary().tally()).contains(new Tally(9, 1, 0));
        assertThat(detail.recordNote()).contains("The archive of the list.");
        assertThat(seeds().summary().status()).isEqualTo(Status.ACCEPTED);
        assertThat(seeds().history().getLast().since()).isEqualTo(ended);
        byHand.complete(expired.id(), Known.of(expired, Result.REJECTED, Optional.empty(), "Another archive."));
        assertThat(seeds().summary().status()).isEqualTo(Status.REJECTED);
        assertThat(story(expired.id())).startsWith("corrected the record: rejected: Another archive.");
    }

    @Test
    void completesWithWhatIsKnownOnly() {
        archive.expired(SEEDS, LocalDate.of(2020, 3, 11), "Vote ends on 2020-03-11");
        VoteId vote = reader.list(VoteReader.Filter.ALL, new org.condaforge.quorate.store.Page.Request(0, 5))
                .items()
                .getFirst()
                .id();
        SignIn.as("alder");
        byHand.complete(vote, Known.of(summary(vote), Result.UNKNOWN, Optional.empty(), "Nobody remembers."));

        assertThat(summary(vote).result()).contains(Result.UNKNOWN);
        assertThat(summary(vote).tally()).isEmpty();
        assertThat(seeds().summary().status()).isEqualTo(Status.PROPOSED);
    }
}
