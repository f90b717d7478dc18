package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.UnknownItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.Test;

abstract class CallContract extends VotingContract {

    private static Call other(Instant closesAt, String justification) {
        return new Call("conda-forge", "other", Optional.empty(), "Paint it", "Green.", closesAt, justification);
    }

    private static Call of(String policy, String item, Optional<ProposalNumber> proposal, String justification) {
        return new Call(policy, item, proposal, "Paint it", "Green.", START.plus(Duration.ofDays(7)), justification);
    }

    private void assertRefused(Call call, String reason) {
        SignIn.as("alder");
        assertThatThrownBy(() -> calls.call(call))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        e -> assertThat(e.reasons()).singleElement().asString().contains(reason));
        assertThat(community.count("vote", "1 = 1")).isZero();
        assertThat(community.count("journal", "1 = 1")).isZero();
    }

    @Test
    void keepsRuleTextRosterAndInstantsOfTheDayOfTheCall() {
        VoteId id = called(approval());

        VoteDetail detail = reader.detail(id).orElseThrow();
        VoteSummary vote = detail.summary();
        assertThat(vote.state()).isEqualTo(VoteState.OPEN);
        assertThat(vote.opensAt()).contains(START);
        assertThat(vote.closesAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(vote.classification()).isEqualTo(Classification.STANDARD);
        assertThat(vote.proposal()).contains(SEEDS);
        assertThat(vote.tally()).contains(Tally.NONE);
        assertThat(vote.terms()).hasValueSatisfying(terms -> {
            assertThat(terms.active()).isEqualTo(ACTIVE);
            assertThat(terms.emeritus()).isEqualTo(2);
            assertThat(terms.quorum()).isEqualTo(6);
            assertThat(terms.item()).isEqualTo("cfep-approval");
            assertThat(terms.emeritusMayVote()).isTrue();
        });
        assertThat(detail.text()).isEqualTo("Seeds are kept dry.");
        assertThat(detail.textHash()).isEqualTo(Sha256.of("Seeds are kept dry."));
        assertThat(detail.calledBy())
                .hasValueSatisfying(by -> assertThat(by.login()).isEqualTo("alder"));
        assertThat(detail.missing()).hasSize(ACTIVE);
        assertThat(detail.mayStillVote()).isEqualTo(ACTIVE + 2);
        assertThat(detail.nextMeeting()).contains(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(story(id)).singleElement().asString().contains("called the vote");
    }

    @Test
    void keepsLongTextsAndEveryLetter() {
        String text = "🌲 Ēlm, ﬁr & 日本 “quoted” \\ ' % _ ".repeat(3_000).strip();
        SignIn.as("alder");
        VoteId id = calls.call(new Call(
                "plus-three",
                "consensus",
                Optional.empty(),
                "Plant 🌲 'now'?",
                text,
                START.plus(Duration.ofDays(7)),
                "Why not? ¿"));

        VoteDetail detail = reader.detail(id).orElseThrow();
        assertThat(detail.text()).isEqualTo(text);
        assertThat(detail.summary().title()).isEqualTo("Plant 🌲 'now'?");
        assertThat(detail.justification()).isEqualTo("Why not? ¿");
    }

    @Test
    void takesTheTextOfTheProposalWhereNoneIsGiven() {
        SignIn.as("alder");
        Call call = approval();
        Call empty = new Call(
                call.policy(), call.item(), call.proposal(), call.title(), " ", call.closesAt(), call.justification());

        assertRefused(empty, "Give the text");
    }

    @Test
    void refusesAPeriodBelowTheMinimum() {
        assertRefused(other(START.plus(Duration.ofHours(24)).minusSeconds(1), ""), "24 hours at least");
        Call everyday = consensus("Paint it");
        assertRefused(
                new Call(
                        "plus-three", "consensus", Optional.empty(), "Paint it", "Green.", START.plusSeconds(3600), ""),
                "3 days at least");
        assertThat(everyday.closesAt()).isAfter(START);
    }

    @Test
    void takesAPeriodOfExactlyTheMinimum() {
        assertThat(summary(called(other(START.plus(Duration.ofHours(24)), ""))).state())
                .isEqualTo(VoteState.OPEN);
    }

    @Test
    void takesOnlyTheEndOfADateWhereThePolicySaysAnywhereOnEarth() {
        LocalDate lastDay = LocalDate.of(2026, 3, 12);
        Instant end = Instant.parse("2026-03-13T12:00:00Z");
        for (Instant other : List.of(end.minusSeconds(1), end.plusNanos(1_000), end.minus(Duration.ofHours(12)))) {
            assertRefused(underConda(other), "the end of a date anywhere on Earth (12:00 UTC on the day after)");
        }

        assertThat(Deadline.endOf(lastDay)).isEqualTo(end);
        assertThat(summary(called(underConda(end))).closesAt()).isEqualTo(end);
    }

    private static Call underConda(Instant closesAt) {
        return new Call("conda", "incubator-removal", Optional.empty(), "Let it go", "It leaves.", closesAt, "Grown.");
    }

    @Test
    void refusesWhereNoMeetingFallsInThePeriod() {
        Call policy = of("conda-forge", "policy", Optional.empty(), "");
        assertThat(summary(called(policy)).state()).isEqualTo(VoteState.OPEN);
        community.clear();
        community.active(3);
        clock.set(Instant.parse("2026-03-04T17:00:00.000001Z"));

        assertRefused(
                new Call(
                        "conda-forge",
                        "policy",
                        Optional.empty(),
                        "Paint it",
                        "Green.",
                        Instant.parse("2026-03-11T18:00:00Z"),
                        ""),
                "meeting must fall inside");
    }

    @Test
    void refusesWithoutTheJustificationOrWhatTheItemAsksFor() {
        assertRefused(of("conda-forge", "spending", Optional.empty(), " "), "source of funds");
    }

    @Test
    void refusesSensitiveItemsOnAProposal() {
        assertRefused(
                of("conda-forge", "core-nomination", Optional.of(SEEDS), "Plants a lot.")
                        .about("linden"),
                "page is public");
    }

    @Test
    void refusesItemsThatNeedNoVote() {
        assertRefused(of("conda-forge", "lock-thread", Optional.empty(), "Loud."), "needs no vote");
    }

    @Test
    void refusesAnApprovalWithoutItsProposal() {
        assertRefused(of("conda-forge", "cfep-approval", Optional.empty(), ""), "choose which");
        assertRefused(of("conda-forge", "cfep-approval", Optional.of(new ProposalNumber(99)), ""), "no CFEP-99");
    }

    @Test
    void refusesAnUnknownPolicyOrItem() {
        assertRefused(of("treaty", "other", Optional.empty(), ""), "no policy treaty");
        assertThatThrownBy(() -> calls.call(of("conda-forge", "treaty", Optional.empty(), "")))
                .isInstanceOfAny(UnknownItem.class, CallRefused.class);
    }

    @Test
    void namesEveryReasonAtOnce() {
        SignIn.as("alder");
        Call bad = new Call("conda-forge", "spending", Optional.empty(), "", "", START, "");

        assertThatThrownBy(() -> calls.call(bad))
                .isInstanceOfSatisfying(
                        CallRefused.class, e -> assertThat(e.reasons()).hasSize(4));
    }

    @Test
    void letsOnlyActiveCoreMembersCall() {
        SignIn.out();
        assertThatThrownBy(() -> calls.call(approval()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Sign in");
        SignIn.as("willow");
        assertThatThrownBy(() -> calls.call(approval())).isInstanceOf(NotAllowed.class);
        SignIn.as("nettle");
        assertThatThrownBy(() -> calls.call(approval())).isInstanceOf(NotAllowed.class);
        assertThat(community.count("vote", "1 = 1")).isZero();
    }

    @Test
    void allowsOneActiveVoteAboutAThing() {
        VoteId first = called(approval());
        SignIn.as("birch");

        assertThatThrownBy(() -> calls.call(approval()))
                .isInstanceOf(CallRefused.class)
                .hasMessageContaining("active vote on this already");
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);

        cast(first, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.NO, Choice.NO);
        clock.set(summary(first).closesAt());
        closer.closeDue();
        assertThat(summary(first).state()).isEqualTo(VoteState.CLOSED);
        SignIn.as("birch");
        Call again = approval();
        VoteId second = calls.call(new Call(
                again.policy(),
                again.item(),
                again.proposal(),
                again.title(),
                again.text(),
                clock.instant().plus(Duration.ofDays(7)),
                ""));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void takesOneOfManyWhoCallAtOnce() throws Exception {
        int callers = 8;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                String login = Trees.login(i);
                answers.add(threads.submit(() -> {
                    SignIn.as(login);
                    start.await();
                    try {
                        calls.call(approval());
                        return true;
                    } catch (CallRefused e) {
                        return false;
                    }
                }));
            }
            start.countDown();
            int taken = 0;
            for (Future<Boolean> answer : answers) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
    }

    @Test
    void listsWhatTakesBallotsFirst() {
        VoteId closed = called(consensus("First"));
        clock.advance(Duration.ofDays(7));
        closer.closeDue();
        SignIn.as("alder");
        Instant now = clock.instant();
        VoteId later = calls.call(new Call(
                "plus-three", "consensus", Optional.empty(), "100% later", "x", now.plus(Duration.ofDays(9)), ""));
        VoteId sooner = calls.call(
                new Call("plus-three", "consensus", Optional.empty(), "Sooner", "x", now.plus(Duration.ofDays(3)), ""));
        cast("alder", sooner, Choice.YES);

        assertThat(ids(VoteReader.Filter.ALL)).containsExactly(sooner, later, closed);
        assertThat(ids(VoteReader.Filter.in(VoteState.CLOSED))).containsExactly(closed);
        assertThat(ids(new VoteReader.Filter(
                        java.util.Set.of(VoteState.OPEN, VoteState.CLOSED),
                        Optional.of(Result.INQUORATE),
                        Optional.of("consensus"),
                        Optional.empty(),
                        Optional.of(2026),
                        "first")))
                .containsExactly(closed);
        assertThat(ids(new VoteReader.Filter(
                        java.util.Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "0% L")))
                .containsExactly(later);
        assertThat(reader.list(VoteReader.Filter.ALL, new Page.Request(1, 2)).items())
                .singleElement()
                .satisfies(vote -> assertThat(vote.id()).isEqualTo(closed));
        assertThat(reader.countByState()).containsEntry(VoteState.OPEN, 2).containsEntry(VoteState.CLOSED, 1);
        assertThat(reader.choices().years()).containsExactly(2026);
        assertThat(reader.choices().items())
                .singleElement()
                .satisfies(item -> assertThat(item.title()).isEqualTo("Consensus"));
    }

    private List<VoteId> ids(VoteReader.Filter filter) {
        return reader.list(filter, new Page.Request(0, 50)).items().stream()
                .map(VoteSummary::id)
                .toList();
    }
}
