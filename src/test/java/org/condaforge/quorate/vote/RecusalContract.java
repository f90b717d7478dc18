package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;

abstract class RecusalContract extends RollCallContract {

    @Test
    void keepsEachChangeOfABallot() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.ABSTAIN, " I have seen it. ");
        clock.advance(Duration.ofHours(1));
        cast("birch", vote, Choice.YES, "Dry is good.");
        cast("birch", vote, Choice.YES, "");
        cast("cedar", vote, Choice.NO, "Too dry.");

        assertThat(earlier(vote, "birch")).containsExactly("+1 Dry is good.", "0 I have seen it.");
        assertThat(notes(vote).earlierOf(id("birch")).getLast().at()).isEqualTo(START);
        assertThat(earlier(vote, "cedar")).isEmpty();
        assertThat(history()).containsExactly("CAST", "CHANGED", "CONFIRMED", "CAST");
        assertThat(notes(vote).entered()).isEmpty();
    }

    @Test
    void keepsTheHistoryAfterTheEnd() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.ABSTAIN, "");
        cast("birch", vote, Choice.YES, "");
        SignIn.as("alder");
        calls.withdraw(vote, "Not now.");

        assertThat(earlier(vote, "birch")).containsExactly("0");
    }

    @Test
    void takesTheBallotOutAndKeepsItInTheHistory() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES, "Dry is good.");
        cast("cedar", vote, Choice.YES);

        recuse("birch", vote, " I sell seeds. ");

        VoteDetail detail = reader.detail(vote).orElseThrow();
        assertThat(detail.summary().tally()).contains(new Tally(1, 0, 0));
        assertThat(detail.ballots()).hasSize(1);
        assertThat(detail.missing())
                .extracting(Roster.Entry::login)
                .hasSize(ACTIVE - 2)
                .doesNotContain("birch");
        assertThat(detail.mayStillVote()).isEqualTo(ACTIVE + 1);
        assertThat(reader.waitingFor(id("birch"))).isEmpty();
        assertThat(notes(vote).recusalOf(id("birch"))).hasValueSatisfying(recusal -> {
            assertThat(recusal.name()).isEqualTo("Birch");
            assertThat(recusal.reason()).isEqualTo("I sell seeds.");
            assertThat(recusal.at()).isEqualTo(START);
        });
        assertThat(earlier(vote, "birch")).containsExactly("+1 Dry is good.");
        assertThat(story(vote).getFirst()).isEqualTo("recused themselves: I sell seeds.");
    }

    @Test
    void isPossibleWithoutABallotAndWithoutAReason() {
        VoteId vote = called(approval());

        recuse("willow", vote, "  ");

        assertThat(notes(vote).recused()).singleElement().satisfies(recusal -> {
            assertThat(recusal.login()).isEqualTo("willow");
            assertThat(recusal.reason()).isEmpty();
        });
        assertThat(story(vote).getFirst()).isEqualTo("recused themselves");
        assertThat(reader.detail(vote).orElseThrow().missing()).hasSize(ACTIVE);
    }

    @Test
    void isReplacedByALaterBallot() {
        VoteId vote = called(approval());
        recuse("birch", vote, "I sell seeds.");
        recuse("birch", vote, "I sold seeds.");

        cast("birch", vote, Choice.YES, "I no longer do.");

        assertThat(notes(vote).recused()).isEmpty();
        assertThat(summary(vote).tally()).contains(new Tally(1, 0, 0));
        assertThat(earlier(vote, "birch")).containsExactly("recused I sold seeds.", "recused I sell seeds.");
        assertThat(story(vote).getFirst()).isEqualTo("cast +1, no longer recused");
    }

    @Test
    void doesNotCountAsTakingPart() {
        VoteId vote = called(approval());
        cast(vote, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES);
        recuse("alder", vote, "It is my own.");
        clock.set(summary(vote).closesAt());

        closer.closeDue();

        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(summary(vote).tally()).contains(new Tally(5, 0, 0));
    }

    @Test
    void comesBeforeTheDeadlineOnly() {
        VoteId vote = called(approval());
        cast("birch", vote, Choice.YES);
        clock.set(summary(vote).closesAt());
        assertNothingStored(VoteClosed.class, "birch", vote, "your recusal was not taken");

        clock.set(summary(vote).closesAt().minusNanos(1_000));
        recuse("birch", vote, "");
        assertThat(summary(vote).tally()).contains(Tally.NONE);
    }

    @Test
    void isForThoseWhoMayVote() {
        VoteId vote = called(approval());
        assertNothingStored(CastRefused.class, "nettle", vote, "Only members of core");
        assertNothingStored(CastRefused.class, "", vote, "Sign in");
        assertNothingStored(CastRefused.class, "birch", new VoteId(vote.number() + 1), "There is no vote");
        var end = Deadline.ANYWHERE_ON_EARTH.firstFrom(START.plus(Duration.ofDays(7)));
        VoteId conda = called(new Call("conda", "other", Optional.empty(), "Paint it", "Green.", end, ""));
        assertNothingStored(CastRefused.class, "willow", conda, "emeritus members do not vote");
        jdbc.sql("UPDATE member_standing SET until = :today WHERE member_id = :birch")
                .param("today", LocalDate.now(clock))
                .param("birch", id("birch").number())
                .update();
        assertNothingStored(CastRefused.class, "birch", vote, "Only members of core");
    }

    @Test
    void refusesAnEndlessReason() {
        VoteId vote = called(approval());
        SignIn.as("birch");

        assertThatThrownBy(() -> casting.recuse(vote, "x".repeat(10_001)))
                .isInstanceOf(CastRefused.class)
                .hasMessage("A reason has at most 10,000 characters.");
        casting.recuse(vote, "日".repeat(10_000));
        assertThat(notes(vote).recused().getFirst().reason()).hasSize(10_000);
    }

    @Test
    void ofASensitiveVoteIsToldToMembersOnly() {
        VoteId vote = called(approval());
        makeSensitive(vote);
        recuse("birch", vote, "She is my sister.");

        assertThat(notes(vote)).isEqualTo(RollCallNotes.NONE);
        assertThat(story(vote)).noneMatch(line -> line.contains("recused"));
        SignIn.as("nettle");
        assertThat(notes(vote)).isEqualTo(RollCallNotes.NONE);
        SignIn.as("yew");
        assertThat(notes(vote).recused())
                .singleElement()
                .satisfies(r -> assertThat(r.name()).isEqualTo("Birch"));
        assertThat(notes(vote).earlier()).isEmpty();
        assertThat(journal.historyOf(new Act.Subject("vote", String.valueOf(vote.number())), 9)
                        .getFirst()
                        .what())
                .isEqualTo("recused themselves: She is my sister.");
    }

    @Test
    void aSensitiveVoteTakesNoBallotByName() {
        VoteId vote = called(approval());
        makeSensitive(vote);
        SignIn.as("birch");
        var before = community.everything();

        assertThatThrownBy(() -> casting.cast(vote, Choice.YES, ""))
                .isInstanceOf(CastRefused.class)
                .hasMessageContaining("sealed");
        assertThat(community.everything()).isEqualTo(before);
    }

    private void assertNothingStored(Class<? extends Exception> refusal, String login, VoteId vote, String reason) {
        if (login.isEmpty()) {
            SignIn.out();
        } else {
            SignIn.as(login);
        }
        var before = community.everything();
        assertThatThrownBy(() -> casting.recuse(vote, "")).isInstanceOf(refusal).hasMessageContaining(reason);
        assertThat(community.everything()).isEqualTo(before);
        SignIn.out();
    }
}
