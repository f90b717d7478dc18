package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Amendments.Heading;
import org.condaforge.quorate.vote.CalledVote.Amendment.What;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is changed of a vote while it is open, and what is called again.
abstract class AmendmentContract extends VotingContract {

    private static final Instant END = START.plus(Duration.ofDays(7));

    @Autowired
    Amendments amendments;

    @Autowired
    CallReader callReader;

    @Autowired
    CallTexts texts;

    private CalledVote how(VoteId vote) {
        return callReader.of(summary(vote)).orElseThrow();
    }

    private static Heading titled(String title) {
        return new Heading(title, "", "");
    }

    @Test
    void correctsTheQuestionAndKeepsTheOldOne() {
        VoteId vote = called(consensus("Piant it"));
        SignIn.as("alder");

        amendments.correct(vote, titled(" Paint it "), "A slip.");

        assertThat(summary(vote).title()).isEqualTo("Paint it");
        assertThat(how(vote).amendments()).singleElement().satisfies(amendment -> {
            assertThat(amendment.what()).isEqualTo(What.TITLE);
            assertThat(amendment.oldValue()).isEqualTo("Piant it");
            assertThat(amendment.newValue()).isEqualTo("Paint it");
            assertThat(amendment.reason()).isEqualTo("A slip.");
            assertThat(amendment.by()).isEqualTo("Alder");
            assertThat(amendment.at()).isEqualTo(START);
        });
        assertThat(story(vote).getFirst()).isEqualTo("corrected the question from “Piant it” to “Paint it”: A slip.");
    }

    @Test
    void aCorrectedQuestionIsTheOneThatIsVotedOnOnce() {
        VoteId vote = called(consensus("Piant it"));
        called(consensus("Water it"));
        SignIn.as("alder");
        amendments.correct(vote, titled("Paint it"), "");

        assertThatThrownBy(() -> calls.call(consensus("paint it"))).isInstanceOf(CallRefused.class);
        calls.call(consensus("Piant it"));
        assertThatThrownBy(() -> amendments.correct(vote, titled("Water it"), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Another active vote asks exactly this");
        assertThat(summary(vote).title()).isEqualTo("Paint it");
        assertThat(how(vote).amendments()).hasSize(1);
    }

    @Test
    void correctsLinksOfVotesWithAndWithoutAny() {
        VoteId with = called(consensus("Paint it")
                .from(new Call.Source("https://example.org/a", "1"), "https://example.org/pull/1"));
        SignIn.as("alder");

        amendments.correct(
                with, new Heading("Paint it", "https://example.org/b", "https://example.org/pull/1"), "Moved.");

        assertThat(how(with).source()).isEqualTo(new Call.Source("https://example.org/b", "1"));
        assertThat(how(with).discussion()).isEqualTo("https://example.org/pull/1");
        assertThat(how(with).amendments())
                .singleElement()
                .satisfies(amendment -> assertThat(amendment.what()).isEqualTo(What.TEXT_LINK));
        amendments.correct(with, new Heading("Paint it", "https://example.org/b", ""), "");
        assertThat(how(with).discussion()).isEmpty();
        assertThatThrownBy(() -> amendments.correct(with, new Heading("Paint it", "ftp://a.b", ""), ""))
                .hasMessageContaining("begins with https://");
        assertThatThrownBy(() -> amendments.correct(with, new Heading("Paint it", "https://example.org/b", ""), ""))
                .hasMessageContaining("Nothing is different");
    }

    @Test
    void isTheCallersOrASecretarysOnly() {
        VoteId vote = called(consensus("Paint it"));
        for (String login : new String[] {"willow", "nettle"}) {
            SignIn.as(login);
            assertThatThrownBy(() -> amendments.correct(vote, titled("Mine"), ""))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> amendments.extend(vote, END.plusSeconds(60), "Mine."))
                    .isInstanceOf(NotAllowed.class);
            assertThat(how(vote).rights()).isEqualTo(new CalledVote.Rights(false, false, false, false));
        }
        SignIn.out();
        assertThatThrownBy(() -> amendments.correct(vote, titled("Mine"), ""))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Sign in");
        assertThat(summary(vote).title()).isEqualTo("Paint it");
        // In these tests nobody is named: every core member is a secretary.
        SignIn.as("birch");
        assertThat(how(vote).rights()).isEqualTo(new CalledVote.Rights(false, true, true, false));
        amendments.correct(vote, titled("Paint it green"), "");
        assertThat(summary(vote).title()).isEqualTo("Paint it green");
    }

    @Test
    void changesNothingAfterTheEnd() {
        VoteId vote = called(consensus("Paint it"));
        SignIn.as("alder");
        clock.set(END);
        assertThatThrownBy(() -> amendments.correct(vote, titled("Paint it green"), ""))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("takes no more ballots");
        assertThatThrownBy(() -> amendments.extend(vote, END.plusSeconds(60), "Late."))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calls.withdraw(vote, "Late.")).isInstanceOf(NotAllowed.class);
        closer.closeDue();
        assertThatThrownBy(() -> amendments.correct(vote, titled("Paint it green"), ""))
                .isInstanceOf(NotAllowed.class);
        assertThat(summary(vote).title()).isEqualTo("Paint it");
        assertThat(community.count("vote_amendment", "1 = 1")).isZero();
    }

    @Test
    void takesBallotsUntilTheLaterDeadline() {
        VoteId vote = called(consensus("Paint it"));
        SignIn.as("alder");

        amendments.extend(vote, END.plus(Duration.ofDays(2)), "It is a holiday.");

        clock.set(END.plusSeconds(1));
        closer.closeDue();
        assertThat(summary(vote).state()).isEqualTo(VoteState.OPEN);
        cast(vote, Choice.YES, Choice.YES, Choice.YES);
        clock.set(END.plus(Duration.ofDays(2)));
        closer.closeDue();
        assertThat(summary(vote).result()).contains(Result.PASSED);
        assertThat(summary(vote).decidedAt()).contains(END.plus(Duration.ofDays(2)));
        assertThat(summary(vote).planned()).isEqualTo(Duration.ofDays(7));
        assertThat(story(vote))
                .contains("extended the vote from 2026-03-09 09:00 UTC to 2026-03-11 09:00 UTC: It is a holiday.");
        assertThat(how(vote).amendments()).singleElement().satisfies(amendment -> {
            assertThat(amendment.oldValue()).isEqualTo(END.toString());
            assertThat(amendment.newValue())
                    .isEqualTo(END.plus(Duration.ofDays(2)).toString());
        });
    }

    @Test
    void anExtensionDoesNotMakeTheAcceleratedRoute() {
        Call week = new Call("conda-forge", "policy", Optional.empty(), "Paint it", "Green.", END, "");
        VoteId extended = called(week);
        VoteId planned = called(new Call(
                "conda-forge", "policy", Optional.empty(), "Plant it", "Here.", END.plus(Duration.ofDays(1)), ""));
        SignIn.as("alder");
        amendments.extend(extended, END.plus(Duration.ofHours(12)), "A holiday.");
        amendments.extend(extended, END.plus(Duration.ofDays(1)), "Another one.");
        cast(extended, Choice.YES, Choice.YES, Choice.YES);
        cast(planned, Choice.YES, Choice.YES, Choice.YES);

        clock.set(END.plus(Duration.ofDays(1)));
        closer.closeDue();

        assertThat(summary(planned).result()).contains(Result.PASSED);
        assertThat(summary(extended).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(summary(extended).planned()).isEqualTo(Duration.ofDays(7));
        assertThat(summary(extended).plannedUntil()).contains(END);
    }

    @Test
    void refusesAnEarlierDeadlineAndSaysWhatToDo() {
        VoteId vote = called(consensus("Paint it"));
        SignIn.as("alder");

        for (Instant until : new Instant[] {END, END.minusSeconds(1), START}) {
            assertThatThrownBy(() -> amendments.extend(vote, until, "Sooner."))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("withdraw the vote and call it again");
        }
        assertThatThrownBy(() -> amendments.extend(vote, END.plusSeconds(60), " "))
                .hasMessageContaining("Say why it is open for longer");
        assertThatThrownBy(() -> amendments.extend(vote, END.plus(Duration.ofDays(400)), "Long."))
                .hasMessageContaining("within a year");
        assertThat(summary(vote).closesAt()).isEqualTo(END);
    }

    @Test
    void extendsToTheEndOfADateWhereThePolicySaysSo() {
        Instant end = Instant.parse("2026-03-13T12:00:00Z");
        VoteId vote = called(
                new Call("conda", "incubator-removal", Optional.empty(), "Let it go", "It leaves.", end, "Grown."));
        SignIn.as("alder");

        assertThatThrownBy(() -> amendments.extend(vote, end.plusSeconds(3600), "A holiday."))
                .hasMessageContaining("the end of a date anywhere on Earth");
        amendments.extend(vote, end.plus(Duration.ofDays(1)), "A holiday.");

        assertThat(summary(vote).closesAt()).isEqualTo(Instant.parse("2026-03-14T12:00:00Z"));
        assertThat(texts.extension(reader.detail(vote).orElseThrow(), "https://vote.example.org/votes/1"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(
                                "Open for longer: Let it go",
                                "not end at 2026-03-13 12:00 UTC but at the end of 2026-03-13 anywhere on Earth",
                                "A holiday.",
                                "https://vote.example.org/votes/1"));
    }

    @Test
    void extendsOrClosesButNeverBoth() throws Exception {
        for (int round = 0; round < 20; round++) {
            Instant now = clock.instant();
            Instant end = now.plus(Duration.ofDays(3));
            VoteId vote = called(consensus("Paint it " + round).until(end));
            clock.set(end.minusMillis(1));
            CountDownLatch start = new CountDownLatch(1);
            boolean extended;
            try (var threads = Executors.newFixedThreadPool(2)) {
                Future<Boolean> extending = threads.submit(() -> {
                    SignIn.as("alder");
                    start.await();
                    try {
                        amendments.extend(vote, end.plusSeconds(3600), "A holiday.");
                        return true;
                    } catch (NotAllowed e) {
                        return false;
                    }
                });
                threads.submit(() -> {
                    start.await();
                    clock.set(end);
                    closer.closeDue();
                    return true;
                });
                start.countDown();
                extended = extending.get();
            }
            closer.closeDue();
            assertThat(summary(vote).state()).isEqualTo(extended ? VoteState.OPEN : VoteState.CLOSED);
            assertThat(summary(vote).closesAt()).isEqualTo(extended ? end.plusSeconds(3600) : end);
            assertThat(how(vote).amendments()).hasSize(extended ? 1 : 0);
            clock.set(end.plusSeconds(7200));
            closer.closeDue();
        }
    }

    @Test
    void callsAgainInPlaceOfAVoteThatIsStillOpen() {
        VoteId old = called(approval());
        cast(old, Choice.YES, Choice.NO);
        SignIn.as("alder");

        VoteId next = calls.call(approval().replacing(old));

        assertThat(summary(old).state()).isEqualTo(VoteState.WITHDRAWN);
        assertThat(reader.detail(old).orElseThrow().ballots()).hasSize(2);
        assertThat(summary(next).state()).isEqualTo(VoteState.OPEN);
        assertThat(how(next).replaces()).contains(old);
        assertThat(how(old).replacedBy()).contains(next);
        assertThat(how(next).replacedBy()).isEmpty();
        assertThat(story(old))
                .startsWith("called it again, as vote " + next.number(), "withdrew the vote: It is called again.");
        assertThat(story(next))
                .containsExactly("called the vote, 10 active on the roster, in place of vote " + old.number());
    }

    @Test
    void leavesTheOldVoteOpenWhereTheNewOneIsRefused() {
        VoteId old = called(approval());
        SignIn.as("alder");

        assertThatThrownBy(() -> calls.call(approval().replacing(old).until(START)))
                .isInstanceOf(CallRefused.class);

        assertThat(summary(old).state()).isEqualTo(VoteState.OPEN);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
    }

    @Test
    void onlyItsCallerCallsAnOpenVoteAgain() {
        VoteId old = called(approval());
        SignIn.as("birch");

        assertThatThrownBy(() -> calls.call(approval().replacing(old)))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(finding -> assertThat(finding.vote()).contains(old)))
                .hasMessageContaining("only who called it may withdraw it");
    }

    @Test
    void anybodyOfCoreCallsAVoteAgainThatEndedButOnce() {
        VoteId old = called(approval());
        SignIn.as("alder");
        calls.withdraw(old, "Typing errors.");
        SignIn.as("birch");
        assertThat(how(old).rights().callAgain()).isTrue();

        VoteId next = calls.call(approval().replacing(old));

        assertThat(how(old).replacedBy()).contains(next);
        assertThat(story(old)).contains("withdrew the vote: Typing errors.");
        SignIn.as("birch");
        calls.withdraw(next, "More of them.");
        assertThatThrownBy(() -> calls.call(approval().replacing(old)))
                .isInstanceOf(CallRefused.class)
                .hasMessageContaining("was called again already, as vote " + next.number());
        assertThatThrownBy(() -> calls.call(approval().replacing(new VoteId(999_999))))
                .hasMessageContaining("There is no vote 999999 to call again");
    }
}
