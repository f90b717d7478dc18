package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.condaforge.quorate.rule.Choice.ABSTAIN;
import static org.condaforge.quorate.rule.Choice.NO;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Known;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A closed vote counted again by what it kept.
abstract class RecountContract extends VotingContract {

    @Autowired
    JdbcClient jdbc;

    private VoteId closed(Choice... choices) {
        VoteId vote = called(approval());
        cast(vote, choices);
        close(vote);
        return vote;
    }

    private void close(VoteId vote) {
        clock.set(summary(vote).closesAt());
        closer.closeDue();
    }

    private Recount recount(VoteId vote) {
        return reader.detail(vote).orElseThrow().recount().orElseThrow();
    }

    private void alter(VoteId vote, String sql) {
        jdbc.sql(sql).param("id", vote.number()).update();
    }

    private void forgetWhatWasFrozen(VoteId vote) {
        alter(vote, "DELETE FROM vote_condition WHERE vote_id = :id");
        alter(vote, "DELETE FROM vote_route WHERE vote_id = :id");
        alter(vote, "DELETE FROM vote_ending WHERE vote_id = :id");
    }

    private VoteId fromTheMinutes() {
        archive.expired(SEEDS, LocalDate.of(2020, 3, 11), "Vote ends on 2020-03-11");
        return reader.list(VoteReader.Filter.on(SEEDS), new Page.Request(0, 5))
                .items()
                .getFirst()
                .id();
    }

    @Test
    void givesTheRecordedResult() {
        VoteId vote = closed(YES, YES, YES, YES, NO, ABSTAIN);

        assertThat(recount(vote)).isInstanceOfSatisfying(Recount.Confirmed.class, again -> {
            assertThat(again.tally()).isEqualTo(new Tally(4, 1, 1));
            assertThat(again.sentence()).isEqualTo("Recounted: the same result, 4 of 5 yes.");
        });
    }

    @Test
    void isOfClosedVotesOnly() {
        VoteId vote = called(approval());
        cast(vote, YES);

        assertThat(reader.detail(vote).orElseThrow().recount()).isEmpty();
        close(vote);
        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(reader.detail(vote).orElseThrow().recount()).isEmpty();
    }

    @Test
    void isNeverOfSensitiveVotes() {
        VoteId vote = closed(YES, YES, YES, YES, NO, ABSTAIN);
        alter(vote, "UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id");

        assertThat(reader.detail(vote).orElseThrow().recount()).isEmpty();
    }

    @Test
    void findsABallotThatIsMissing() {
        VoteId vote = closed(YES, YES, YES, YES, YES, YES, NO, ABSTAIN);
        alter(vote, "DELETE FROM ballot WHERE vote_id = :id AND choice = 'ABSTAIN'");

        assertThat(recount(vote).sentence())
                .isEqualTo("Recounted, and it differs: recorded 1 abstaining, the ballots give 0.");
    }

    @Test
    void findsABallotThatWasTurned() {
        VoteId vote = closed(YES, YES, YES, YES, NO, NO);
        alter(vote, "UPDATE ballot SET choice = 'NO' WHERE vote_id = :id");

        assertThat(recount(vote))
                .isInstanceOfSatisfying(
                        Recount.Different.class,
                        again -> assertThat(again.differences())
                                .containsExactly(
                                        "recorded 4 yes, the ballots give 0",
                                        "recorded 2 no, the ballots give 6",
                                        "recorded passed, the count gives rejected"));
    }

    @Test
    void findsThatAllBallotsOfAVoteThatWasCastHereAreGone() {
        VoteId vote = closed(YES, YES, YES, YES, YES, YES);
        alter(vote, "DELETE FROM ballot WHERE vote_id = :id");

        assertThat(recount(vote).sentence())
                .contains("recorded 6 yes, the ballots give 0", "recorded passed, the count gives inquorate");
    }

    @Test
    void findsAQuorumARuleAnOutcomeOrARouteThatWasAltered() {
        VoteId vote = closed(YES, YES, YES, YES, YES, NO);
        alter(vote, "UPDATE vote SET quorum = 5 WHERE id = :id");
        assertThat(recount(vote).sentence()).contains("recorded a quorum of 5, the rule gives 6");

        alter(vote, "UPDATE vote SET quorum = 6, outcome = 'REJECTED' WHERE id = :id");
        assertThat(recount(vote).sentence()).contains("recorded rejected, the count gives passed");

        alter(vote, "UPDATE vote SET outcome = 'PASSED', route = 'ACCELERATED' WHERE id = :id");
        assertThat(recount(vote).sentence())
                .contains("recorded the accelerated route, the count gives the standard route");

        alter(vote, "UPDATE vote SET route = 'STANDARD', rule = '{consensus: {yes: 3, no: 0}}' WHERE id = :id");
        assertThat(recount(vote).sentence())
                .contains("recorded a quorum of 6, the rule gives 3", "recorded passed, the count gives rejected");
    }

    @Test
    void leavesALapsedVoteWithoutADecisionWhateverWasCastSince() {
        VoteId vote = called(approval());
        cast(vote, YES, YES);
        close(vote);
        cast(vote, YES, YES, YES, YES, YES, YES);
        clock.set(summary(vote).closesAt().plus(VoteEnding.LAPSE));
        closer.closeDue();
        assertThat(summary(vote).result()).contains(Result.INQUORATE);

        assertThat(recount(vote).sentence())
                .isEqualTo(
                        "Recounted: the same result, 6 of 6 yes; it lapsed, because nobody confirmed its time-out in time.");
    }

    @Test
    void takesTheEvidenceOfATimeOutAsMetWhereNoneWasFrozen() {
        VoteId vote = called(approval());
        cast(vote, YES, YES);
        close(vote);
        SignIn.as("birch");
        timeOuts.setTimeOut(vote, START.plus(Duration.ofDays(20)));
        clock.set(START.plus(Duration.ofDays(20)));
        closer.closeDue();
        assertThat(recount(vote)).isInstanceOf(Recount.Confirmed.class);

        alter(vote, "UPDATE vote SET outcome = 'PASSED', route = 'TIME_OUT' WHERE id = :id");
        assertThat(recount(vote).sentence()).contains("recorded passed, the count gives inquorate");
        forgetWhatWasFrozen(vote);
        assertThat(recount(vote).sentence()).isEqualTo("Recounted: the same result, 2 of 2 yes.");
        alter(vote, "UPDATE vote SET outcome = 'REJECTED' WHERE id = :id");
        assertThat(recount(vote).sentence()).contains("recorded rejected, the count gives passed");
    }

    @Test
    void countsTotalsWhereThereAreNoBallotsAndSaysSo() {
        VoteId vote = closed(YES, YES, YES, YES, YES, NO);
        alter(vote, "DELETE FROM ballot WHERE vote_id = :id");
        alter(vote, "UPDATE vote SET casts = 0 WHERE id = :id");

        assertThat(recount(vote).sentence())
                .isEqualTo(
                        "Recounted from its totals, because its ballots are not on record: the same result, 5 of 6 yes.");
        alter(vote, "UPDATE vote SET no_count = 4 WHERE id = :id");
        assertThat(recount(vote).sentence()).contains("from its totals", "recorded passed, the count gives rejected");
    }

    @Test
    void saysWhyItCannotCount() {
        VoteId vote = fromTheMinutes();
        SignIn.as("alder");
        byHand.complete(
                vote,
                Known.of(summary(vote), Result.PASSED, Optional.of(new Tally(9, 1, 0)), "The archive of the list."));

        assertThat(recount(vote).sentence()).startsWith("Cannot be recounted. The rule it was called under");

        VoteId other = closed(YES, YES, YES, YES, YES, NO);
        alter(other, "DELETE FROM ballot WHERE vote_id = :id");
        alter(
                other,
                "UPDATE vote SET casts = 0, yes_count = NULL, no_count = NULL, abstain_count = NULL WHERE id = :id");
        assertThat(recount(other).sentence())
                .isEqualTo("Cannot be recounted. Neither its ballots nor their totals are on record.");
    }

    @Test
    void ofAVoteWithoutASingleBallotIsTheSame() {
        VoteId vote = called(consensus("Paint it"));
        close(vote);

        assertThat(recount(vote).sentence()).isEqualTo("Recounted: the same result, nobody said yes or no.");
    }
}
