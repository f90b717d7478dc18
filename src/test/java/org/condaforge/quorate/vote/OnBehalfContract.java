package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ballots that a secretary enters. No secretary is named here, so each core member is one.
abstract class OnBehalfContract extends RollCallContract {

    @Autowired
    EnteredBallots entered;

    private void enter(VoteId vote, String login, Choice choice, String comment, Given given) {
        SignIn.as("alder");
        casting.castOnBehalf(vote, id(login), choice, comment, given);
        SignIn.out();
    }

    private void assertRefused(
            Class<? extends Exception> refusal, String secretary, VoteId vote, MemberId member, String reason) {
        if (secretary.isEmpty()) {
            SignIn.out();
        } else {
            SignIn.as(secretary);
        }
        var before = community.everything();
        assertThatThrownBy(() -> casting.castOnBehalf(vote, member, Choice.YES, "", Given.MAIL))
                .isInstanceOf(refusal)
                .hasMessageContaining(reason);
        assertThat(community.everything()).isEqualTo(before);
        SignIn.out();
    }

    @Test
    void countsAndIsMarked() {
        VoteId vote = called(approval());

        enter(vote, "birch", Choice.YES, " As she wrote. ", Given.MAIL);
        enter(vote, "willow", Choice.NO, "", Given.VOICE);

        VoteDetail detail = reader.detail(vote).orElseThrow();
        assertThat(detail.summary().tally()).contains(new Tally(1, 1, 0));
        assertThat(detail.ballots().getFirst().comment()).isEqualTo("As she wrote.");
        assertThat(detail.missing()).hasSize(ACTIVE - 1);
        assertThat(notes(vote).entryOf(id("birch")).orElseThrow().inWords())
                .isEqualTo("entered by Alder, given by mail");
        assertThat(notes(vote).entryOf(id("willow")).orElseThrow().inWords())
                .isEqualTo("entered by Alder, given by voice");
        assertThat(notes(vote).entryOf(id("willow")).orElseThrow().byLogin()).isEqualTo("alder");
        assertThat(story(vote))
                .startsWith("entered −1 for Willow, given by voice", "entered +1 for Birch, given by mail");
        assertThat(history()).containsExactly("ON_BEHALF", "ON_BEHALF");
    }

    @Test
    void isCorrectedByTheSecretaryAndKeptInTheHistory() {
        VoteId vote = called(approval());
        enter(vote, "birch", Choice.YES, "", Given.MAIL);
        SignIn.as("birch");
        entered.takeNote(vote);

        enter(vote, "birch", Choice.ABSTAIN, "Misread.", Given.MAIL);

        assertThat(summary(vote).tally()).contains(new Tally(0, 0, 1));
        assertThat(notes(vote).earlierOf(id("birch")))
                .singleElement()
                .satisfies(said -> assertThat(said.entered()).isPresent());
        assertThat(story(vote).getFirst()).isEqualTo("changed +1 to 0 for Birch, given by mail");
        SignIn.as("birch");
        assertThat(entered.forMe()).hasSize(1);
    }

    @Test
    void neverReplacesWhatTheMemberSaid() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.NO, "");
        recuse("cedar", vote, "");
        enter(vote, "dogwood", Choice.YES, "", Given.MAIL);
        cast("dogwood", vote, Choice.YES);

        assertRefused(CastRefused.class, "alder", vote, id("birch"), "Birch has voted already.");
        assertRefused(CastRefused.class, "alder", vote, id("cedar"), "Cedar has recused themselves.");
        assertRefused(CastRefused.class, "alder", vote, id("dogwood"), "Dogwood has voted already.");
        SignIn.as("alder");
        assertThat(casting.enterableFor(summary(vote)))
                .extracting(Roster.Entry::login)
                .hasSize(ACTIVE + 2 - 4)
                .contains("willow")
                .doesNotContain("alder", "birch", "cedar", "dogwood");
    }

    @Test
    void isForSecretariesAndOthersOnly() {
        VoteId vote = called(approval());

        assertRefused(NotAllowed.class, "", vote, id("birch"), "Sign in to enter a ballot");
        assertRefused(NotAllowed.class, "nettle", vote, id("birch"), "Only secretaries");
        assertRefused(NotAllowed.class, "willow", vote, id("birch"), "Only secretaries");
        assertRefused(CastRefused.class, "alder", vote, id("alder"), "Cast your own ballot yourself.");
        for (String login : new String[] {"nettle", "willow"}) {
            SignIn.as(login);
            assertThat(casting.enterableFor(summary(vote))).isEmpty();
        }
        SignIn.out();
        assertThat(casting.enterableFor(summary(vote))).isEmpty();
    }

    @Test
    void isForThoseWhoMayVote() {
        VoteId vote = called(approval());
        MemberId nobody = new MemberId(id("yew").number() + 1);
        assertRefused(CastRefused.class, "alder", vote, nobody, "Only members of core may vote.");
        assertRefused(CastRefused.class, "alder", new VoteId(vote.number() + 1), id("birch"), "There is no vote");
        var end = Deadline.ANYWHERE_ON_EARTH.firstFrom(START.plus(Duration.ofDays(7)));
        VoteId conda = called(new Call("conda", "other", Optional.empty(), "Paint it", "Green.", end, ""));
        assertRefused(CastRefused.class, "alder", conda, id("willow"), "emeritus members do not vote");
        SignIn.as("alder");
        assertThat(casting.enterableFor(summary(conda))).hasSize(ACTIVE - 1);
    }

    @Test
    void isNeverPossibleInASensitiveVote() {
        VoteId vote = called(approval());
        makeSensitive(vote);

        assertRefused(CastRefused.class, "alder", vote, id("birch"), "In a sensitive vote nobody casts");
        SignIn.as("alder");
        assertThat(casting.enterableFor(summary(vote))).isEmpty();
    }

    @Test
    void comesBeforeTheDeadlineOnly() {
        VoteId vote = called(approval());
        clock.set(summary(vote).closesAt());
        assertRefused(VoteClosed.class, "alder", vote, id("birch"), "the ballot was not taken");

        clock.set(summary(vote).closesAt().minusNanos(1_000));
        enter(vote, "birch", Choice.YES, "", Given.MAIL);
        assertThat(summary(vote).tally()).contains(new Tally(1, 0, 0));
    }

    @Test
    void asksForACommentWithAnObjectionUnderPlusThree() {
        VoteId vote = called(consensus("Paint it"));

        assertThatThrownBy(() -> enter(vote, "birch", Choice.NO, " ", Given.MAIL))
                .isInstanceOf(CastRefused.class)
                .hasMessageContaining("needs a comment");
        enter(vote, "birch", Choice.NO, "Green hides the leaves.", Given.MAIL);
        assertThat(summary(vote).tally()).contains(new Tally(0, 1, 0));
    }

    @Test
    void itsMemberIsToldUntilTheyConfirmOrTakeNote() {
        VoteId mine = called(approval());
        VoteId other = called(consensus("Paint it"));
        enter(mine, "birch", Choice.YES, "", Given.MAIL);
        enter(other, "birch", Choice.ABSTAIN, "", Given.VOICE);
        SignIn.as("birch");
        assertThat(entered.forMe())
                .containsExactly(
                        new EnteredBallots.Notice(other, "Paint it", Choice.ABSTAIN, Given.VOICE, "Alder", START, true),
                        new EnteredBallots.Notice(
                                mine, "Accept CFEP-07", Choice.YES, Given.MAIL, "Alder", START, true));

        casting.cast(mine, Choice.YES, "");
        entered.takeNote(other);
        entered.takeNote(other);
        entered.takeNote(mine);

        assertThat(entered.forMe()).isEmpty();
        assertThat(story(mine)).startsWith("confirmed +1", "entered +1 for Birch, given by mail");
        assertThat(story(other))
                .startsWith("took note of the ballot that was entered for them", "entered 0 for Birch, given by voice");
        assertThat(notes(mine).entered()).isEmpty();
        assertThat(notes(other).entered()).containsKey(id("birch"));
        assertThat(summary(mine).tally()).contains(new Tally(1, 0, 0));
    }

    @Test
    void itsMemberIsToldAfterTheEndToo() {
        VoteId vote = called(consensus("Paint it"));
        enter(vote, "birch", Choice.YES, "", Given.MAIL);
        clock.set(summary(vote).closesAt());
        closer.closeDue();
        SignIn.as("birch");
        assertThat(entered.forMe())
                .singleElement()
                .satisfies(notice -> assertThat(notice.takesBallots()).isFalse());

        entered.takeNote(vote);

        assertThat(entered.forMe()).isEmpty();
    }

    @Test
    void nobodyElseIsTold() {
        VoteId vote = called(approval());
        enter(vote, "birch", Choice.YES, "", Given.MAIL);

        assertThat(entered.forMe()).isEmpty();
        assertThatThrownBy(() -> entered.takeNote(vote))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Sign in");
        SignIn.as("nettle");
        assertThatThrownBy(() -> entered.takeNote(vote))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("for members of core only");
        SignIn.as("cedar");
        assertThat(entered.forMe()).isEmpty();
        entered.takeNote(vote);
        SignIn.as("birch");
        assertThat(entered.forMe()).hasSize(1);
    }

    @Test
    void itsMemberMayRecuseThemselvesInstead() {
        VoteId vote = called(approval());
        enter(vote, "birch", Choice.YES, "", Given.MAIL);

        recuse("birch", vote, "");

        assertThat(summary(vote).tally()).contains(Tally.NONE);
        SignIn.as("birch");
        assertThat(entered.forMe()).isEmpty();
        assertThat(notes(vote).entered()).isEmpty();
    }
}
