package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What is found before a vote is called, and who may call it.
abstract class CallLinterContract extends VotingContract {

    private static final ProposalNumber BARK = new ProposalNumber(8);

    private static final Map<String, String> STATED =
            Map.of("purpose", "A mirror", "time limit", "One year", "source of funds", "Acorns");

    @Autowired
    CallReader callReader;

    @Autowired
    CallTexts texts;

    private List<Finding> lint(Call call) {
        SignIn.as("alder");
        return calls.lint(call);
    }

    private List<String> forbidden(Call call) {
        return lint(call).stream()
                .filter(Finding::forbids)
                .map(Finding::sentence)
                .toList();
    }

    private List<String> warned(Call call) {
        return lint(call).stream()
                .filter(finding -> !finding.forbids())
                .map(Finding::sentence)
                .toList();
    }

    private static Call spending() {
        return new Call(
                "conda-forge",
                "spending",
                Optional.empty(),
                "Fund the mirror",
                "For a year.",
                START.plus(Duration.ofDays(15)),
                "");
    }

    private void bark(String updated) {
        String content = """
                <table>
                <tr><td> Title </td><td> Bark </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Willow &lt;@Willow&gt;, Nettle &lt;@nettle&gt; </td></tr>
                <tr><td> Date </td><td> 2026-01-07 </td></tr>
                <tr><td> Updated </td><td> %s </td></tr>
                </table>

                Bark is brown.
                """.formatted(updated);
        try {
            proposals.take(CfepFile.parse(content, "cfep-08.md"), "cfep-08.md", content);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private static Call onBark(String item) {
        return new Call(
                "conda-forge", item, Optional.of(BARK), "Accept CFEP-08", "", START.plus(Duration.ofDays(15)), "");
    }

    @Test
    void findsNothingInACallThatHasAll() {
        assertThat(lint(spending().stating(STATED))).isEmpty();
        assertThat(lint(consensus("Paint it"))).isEmpty();
        assertThat(community.count("vote", "1 = 1")).isZero();
    }

    @Test
    void namesTheClauseOfEverythingThatIsMissing() {
        Call bare = new Call("conda-forge", "spending", Optional.empty(), "", "", START, "");

        assertThat(lint(bare))
                .filteredOn(Finding::forbids)
                .extracting(Finding::clause)
                .containsExactly(
                        "every vote: a question",
                        "every vote: a text",
                        "conda-forge, Spending of funds: asks-for",
                        "every vote: its deadline");
    }

    @Test
    void asksForEachThingByItself() {
        assertThat(forbidden(spending().stating(Map.of("purpose", "A mirror", "time limit", " "))))
                .containsExactly(
                        "“Spending of funds” asks for: time limit, source of funds. Give each in its own field.");
    }

    @Test
    void keepsEachThingThatWasStatedByItself() {
        VoteId id = called(spending().stating(STATED));

        assertThat(callReader.of(summary(id)).orElseThrow().statements())
                .containsExactly(
                        new CalledVote.Statement("purpose", "A mirror"),
                        new CalledVote.Statement("time limit", "One year"),
                        new CalledVote.Statement("source of funds", "Acorns"));
    }

    @Test
    void keepsWhereTheTextStandsAndWhereItIsDiscussed() {
        VoteId id = called(consensus("Paint it")
                .from(new Call.Source(" https://example.org/text ", " 0a1b2c "), "https://example.org/pull/7"));

        CalledVote vote = callReader.of(summary(id)).orElseThrow();
        assertThat(vote.source()).isEqualTo(new Call.Source("https://example.org/text", "0a1b2c"));
        assertThat(vote.discussion()).isEqualTo("https://example.org/pull/7");
        assertThat(vote.callerLogin()).isEmpty();
    }

    @Test
    void refusesAddressesThatAreNone() {
        Call call = consensus("Paint it").from(new Call.Source("javascript:alert(1)", "a\nb"), "example.org");

        assertThat(forbidden(call))
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("Where the text stands: an address begins with https://"))
                .anyMatch(sentence -> sentence.startsWith("Where it is discussed:"))
                .anyMatch(sentence -> sentence.startsWith("Give the revision in one line"));
    }

    @Test
    void namesTheActiveVoteThatIsInTheWay() {
        VoteId first = called(approval());

        assertThat(lint(approval()))
                .filteredOn(Finding::forbids)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.vote()).contains(first);
                    assertThat(finding.clause()).isEqualTo("conda-forge: active-votes-per-item 1");
                    assertThat(finding.sentence()).contains("active vote on this already, vote " + first.number());
                });
    }

    @Test
    void saysFromWhenADeadlineWillDo() {
        assertThat(forbidden(spending().stating(STATED).until(START.plusSeconds(60))))
                .containsExactly("The period is 24 hours at least; the deadline is too early."
                        + " Set it to 2026-03-03 09:01 UTC or later.");
        assertThat(forbidden(spending().stating(STATED).until(START.minusSeconds(1))))
                .containsExactly("The deadline 2026-03-02 08:59 UTC is over. Set it to 2026-03-03 09:01 UTC or later.");
    }

    @Test
    void namesTheRoutesThatAPeriodIsTooShortFor() {
        Call week = new Call(
                "conda-forge", "policy", Optional.empty(), "Paint it", "Green.", START.plus(Duration.ofDays(7)), "");

        assertThat(warned(week))
                .containsExactly(
                        "With this period two routes cannot be reached by the deadline: accelerated (planned for longer"
                                + " than seven days); time-out (open for two weeks; the vote would be overdue first)."
                                + " Set a later one if you count on them.");
        assertThat(warned(week.until(START.plus(Duration.ofDays(7)).plusMillis(1))))
                .singleElement()
                .asString()
                .doesNotContain("accelerated")
                .contains("time-out");
        assertThat(warned(week.until(START.plus(Duration.ofDays(14))))).isEmpty();
    }

    @Test
    void refusesWhereSoFewMayVoteThatItCannotPass() {
        community.clear();
        community.active(2);

        assertThat(forbidden(consensus("Paint it")))
                .containsExactly("No route can be reached: only 2 may vote, and that is too few for it to pass even if"
                        + " all say +1.");
        community.emeritus("willow");
        assertThat(forbidden(consensus("Paint it"))).isEmpty();
    }

    @Test
    void namesTheNextMeetingWhereNoneFallsInThePeriod() {
        clock.set(Instant.parse("2026-03-04T17:00:01Z"));
        Call policy = new Call(
                "conda-forge",
                "policy",
                Optional.empty(),
                "Paint it",
                "Green.",
                Instant.parse("2026-03-12T18:00:00Z"),
                "");

        assertThat(lint(policy)).filteredOn(Finding::forbids).singleElement().satisfies(finding -> {
            assertThat(finding.clause()).endsWith(": meeting-cycle");
            assertThat(finding.sentence())
                    .isEqualTo("A core meeting must fall inside the period, and none does. The next one is on"
                            + " 2026-03-18 17:00 UTC: set the deadline after it.");
        });
        assertThat(warned(spending().stating(STATED).until(Instant.parse("2026-03-12T18:00:00Z"))))
                .anyMatch(sentence -> sentence.startsWith("No core meeting falls inside the period, and a time-out"));
    }

    @Test
    void warnsWhereFewerTookPartInTheLastYearThanMust() {
        VoteId few = called(consensus("Plant it"));
        cast(few, Choice.YES, Choice.YES, Choice.NO);
        VoteId more = called(consensus("Water it"));
        cast(more, Choice.YES, Choice.YES, Choice.YES, Choice.ABSTAIN);
        clock.advance(Duration.ofDays(7));
        closer.closeDue();
        Call next = spending().stating(STATED).until(clock.instant().plus(Duration.ofDays(15)));

        assertThat(lint(next)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNS);
            assertThat(finding.clause()).endsWith(": quorum");
            assertThat(finding.sentence())
                    .isEqualTo("Fewer may come than must: in the last year 3.5 took part on average (7 ballots in"
                            + " 2 votes), and 5 must here. Remind people early.");
        });
        SignIn.as("alder");
        assertThat(calls.lint(consensus("Prune it").until(clock.instant().plus(Duration.ofDays(7)))))
                .isEmpty();
        clock.advance(Duration.ofDays(366));
        assertThat(calls.lint(next.until(clock.instant().plus(Duration.ofDays(15)))))
                .isEmpty();
    }

    @Test
    void warnsOfATextThatNobodyDiscussed() {
        assertThat(warned(approval().until(START.plus(Duration.ofDays(15)))))
                .containsExactly(
                        "No file of CFEP-07 is known here: check that this is the text people read.",
                        "CFEP-07 was discussed at no meeting on record.");
        bark("2026-02-01");
        assertThat(warned(onBark("cfep-approval"))).containsExactly("CFEP-08 was discussed at no meeting on record.");
        assertThat(forbidden(onBark("cfep-approval"))).isEmpty();
    }

    @Test
    void letsTheAuthorOfACfepCallTheVoteOnIt() {
        bark("2026-02-01");
        SignIn.as("nettle");
        assertThat(calls.mayCallOn(BARK)).isTrue();
        assertThat(calls.mayCallOn(SEEDS)).isFalse();
        assertThat(calls.mayCall()).isFalse();

        VoteId id = calls.call(onBark("cfep-approval"));

        CalledVote vote = callReader.of(summary(id)).orElseThrow();
        assertThat(vote.callerLogin()).contains("nettle");
        assertThat(vote.rights()).isEqualTo(new CalledVote.Rights(true, true, true, true));
        assertThat(reader.detail(id).orElseThrow().calledBy()).isEmpty();
        assertThat(story(id)).containsExactly("@nettle called the vote, 10 active on the roster");
    }

    @Test
    void letsAnEmeritusAuthorCallWhateverTheCaseOfTheLogin() {
        bark("2026-02-01");
        SignIn.as("willow");

        VoteId id = calls.call(onBark("cfep-approval"));

        assertThat(reader.detail(id).orElseThrow().calledBy())
                .hasValueSatisfying(by -> assertThat(by.login()).isEqualTo("willow"));
        assertThat(callReader.of(summary(id)).orElseThrow().callerLogin()).isEmpty();
    }

    @Test
    void letsAnAuthorCallNothingElse() {
        bark("2026-02-01");
        SignIn.as("nettle");

        assertThatThrownBy(() -> calls.call(onBark("other")))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("on the CFEP itself");
        assertThatThrownBy(() -> calls.lint(approval())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calls.call(consensus("Paint it"))).isInstanceOf(NotAllowed.class);
        assertThat(community.count("vote", "1 = 1")).isZero();
    }

    @Test
    void letsAnAuthorWithdrawTheirVoteAndKeepsItsBallots() {
        bark("2026-02-01");
        SignIn.as("nettle");
        VoteId id = calls.call(onBark("cfep-approval"));
        cast(id, Choice.YES, Choice.NO);
        SignIn.as("alder");
        assertThatThrownBy(() -> calls.withdraw(id, "Not now.")).isInstanceOf(NotAllowed.class);

        SignIn.as("Nettle");
        calls.withdraw(id, "The bark fell off.");

        VoteDetail vote = reader.detail(id).orElseThrow();
        assertThat(vote.summary().state()).isEqualTo(VoteState.WITHDRAWN);
        assertThat(vote.ballots()).hasSize(2);
        assertThat(story(id).getFirst()).isEqualTo("@Nettle withdrew the vote: The bark fell off.");
        assertThat(story(id)).hasSize(4);
    }

    @Test
    void wordsTheCallAsThePageOfItsPolicyDoes() {
        Call call = spending().stating(STATED).from(new Call.Source("https://example.org/text", "0a1b2c"), "");
        SignIn.as("alder");
        String before =
                texts.preview(call, "https://vote.example.org/votes/new").orElseThrow();

        VoteDetail vote = reader.detail(called(call)).orElseThrow();
        String after = texts.call(vote, "https://vote.example.org/votes/1").orElseThrow();

        assertThat(after)
                .isEqualTo(before.replace("votes/new", "votes/1"))
                .contains(
                        "Fund the mirror",
                        "more than 50%",
                        "5 of 10 active members",
                        "open for 15 days and ends at 2026-03-17 09:00 UTC",
                        "the core meeting of 2026-03-04 17:00 UTC",
                        "https://example.org/text (revision 0a1b2c)",
                        "purpose: A mirror\n\ntime limit: One year");
        cast("alder", vote.summary().id(), Choice.YES);
        VoteDetail now = reader.detail(vote.summary().id()).orElseThrow();
        assertThat(texts.reminder(now, now.summary().closesAt(), "https://x.example.org"))
                .hasValueSatisfying(reminder -> assertThat(reminder).contains("So far 1 took part"));
    }

    @Test
    void saysTheEndOfADateAnywhereOnEarth() {
        SignIn.as("alder");
        Call call = new Call(
                "conda",
                "incubator-removal",
                Optional.empty(),
                "Let it go",
                "It leaves.",
                Instant.parse("2026-03-13T12:00:00Z"),
                "Grown.");

        assertThat(texts.preview(call, ""))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("until the end of 2026-03-12 anywhere on Earth (2026-03-13 12:00 UTC)")
                        .doesNotContain("The text that is voted on"));
    }
}
