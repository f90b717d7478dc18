package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Votes of the past, written down by hand: with ten active members and two emeriti since 2019.
abstract class PastVoteContract extends VotingContract {

    private static final LocalDate OPENED = LocalDate.of(2022, 3, 1);
    private static final LocalDate ENDED = LocalDate.of(2022, 3, 8);
    private static final PastVote.Item APPROVAL = new PastVote.Item("conda-forge", "cfep-approval");
    private static final PastVote.Item WORKFLOW = new PastVote.Item("conda-forge", "policy");

    @Autowired
    VoteRecords records;

    /// What is written down, in parts that a test changes.
    private record Draft(
            Optional<ProposalNumber> proposal,
            String title,
            Optional<PastVote.Item> item,
            Optional<LocalDate> opened,
            Optional<LocalDate> ended,
            Result outcome,
            boolean timedOut,
            Optional<Tally> tally,
            Optional<Integer> active,
            String source,
            String text) {

        PastVote past() {
            return new PastVote(proposal, title, item, opened, ended, outcome, timedOut, tally, active, source, text);
        }

        Draft on(LocalDate from, LocalDate until) {
            return new Draft(
                    proposal,
                    title,
                    item,
                    Optional.of(from),
                    Optional.of(until),
                    outcome,
                    timedOut,
                    tally,
                    active,
                    source,
                    text);
        }

        Draft counted(int yes, int no, int abstain) {
            return new Draft(
                    proposal,
                    title,
                    item,
                    opened,
                    ended,
                    outcome,
                    timedOut,
                    Optional.of(new Tally(yes, no, abstain)),
                    active,
                    source,
                    text);
        }

        Draft under(PastVote.Item other) {
            return new Draft(
                    proposal, title, Optional.of(other), opened, ended, outcome, timedOut, tally, active, source, text);
        }

        Draft ended(Result result) {
            return new Draft(proposal, title, item, opened, ended, result, timedOut, tally, active, source, text);
        }

        Draft withTimeOut() {
            return new Draft(proposal, title, item, opened, ended, outcome, true, tally, active, source, text);
        }

        Draft among(int people) {
            return new Draft(
                    proposal, title, item, opened, ended, outcome, timedOut, tally, Optional.of(people), source, text);
        }

        Draft about(Optional<ProposalNumber> number, String words) {
            return new Draft(number, words, item, opened, ended, outcome, timedOut, tally, active, source, text);
        }

        Draft from(String other, String words) {
            return new Draft(proposal, title, item, opened, ended, outcome, timedOut, tally, active, other, words);
        }
    }

    private static Draft seeds() {
        return new Draft(
                Optional.of(SEEDS),
                "",
                Optional.of(APPROVAL),
                Optional.of(OPENED),
                Optional.of(ENDED),
                Result.PASSED,
                false,
                Optional.of(new Tally(7, 1, 1)),
                Optional.empty(),
                "https://example.org/grove/pull/7",
                "");
    }

    private static Draft fence() {
        return seeds().about(Optional.empty(), "Paint the fence").under(WORKFLOW);
    }

    private VoteId record(Draft draft) {
        SignIn.as("alder");
        return byHand.record(draft.past());
    }

    private List<String> refused(Draft draft) {
        SignIn.as("alder");
        try {
            byHand.record(draft.past());
        } catch (RecordRefused e) {
            return e.reasons();
        }
        throw new AssertionError("It was recorded.");
    }

    private List<String> remarks(Draft draft) {
        SignIn.as("alder");
        return byHand.remarks(draft.past(), Optional.empty()).stream()
                .map(PastVote.Remark::sentence)
                .toList();
    }

    private VoteDetail detail(VoteId vote) {
        return reader.detail(vote).orElseThrow();
    }

    private VoteSummary onSeeds() {
        return reader.list(VoteReader.Filter.on(SEEDS), new Page.Request(0, 5))
                .items()
                .getFirst();
    }

    private Status statusOfSeeds() {
        return proposals.detail(SEEDS).orElseThrow().summary().status();
    }

    @Test
    void isAClosedVoteThatIsCountedAgainUnderTheRosterOfItsDay() {
        VoteDetail vote = detail(record(seeds()));

        assertThat(vote.summary().state()).isEqualTo(VoteState.CLOSED);
        assertThat(vote.summary().classification()).isEqualTo(Classification.STANDARD);
        assertThat(vote.summary().title()).isEqualTo("Vote on CFEP-07 that ended on 2022-03-08");
        assertThat(vote.summary().planned()).isEqualTo(Duration.ofDays(7));
        assertThat(vote.summary().result()).contains(Result.PASSED);
        assertThat(vote.summary().route()).contains(Route.STANDARD);
        assertThat(vote.summary().tally()).contains(new Tally(7, 1, 1));
        assertThat(vote.summary().terms()).hasValueSatisfying(terms -> {
            assertThat(terms.item()).isEqualTo("cfep-approval");
            assertThat(terms.active()).isEqualTo(ACTIVE);
            assertThat(terms.emeritus()).isEqualTo(2);
            assertThat(terms.quorum()).isEqualTo(6);
        });
        assertThat(vote.recordNote()).contains("https://example.org/grove/pull/7");
        assertThat(vote.completable()).isTrue();
        assertThat(vote.recount())
                .hasValueSatisfying(recount -> assertThat(recount)
                        .isInstanceOf(Recount.Confirmed.class)
                        .extracting(Recount::sentence)
                        .asString()
                        .contains("from its totals", "the same result, 7 of 8 yes"));
        assertThat(story(vote.summary().id()))
                .containsExactly("recorded a vote of the past: passed: https://example.org/grove/pull/7");
        assertThat(statusOfSeeds()).isEqualTo(Status.ACCEPTED);
        assertThat(proposals.detail(SEEDS).orElseThrow().history().getLast().since())
                .isEqualTo(ENDED);
    }

    @Test
    void needsNoCfepNoRuleAndNoTotals() {
        VoteId vote = record(new Draft(
                Optional.empty(),
                " Paint the fence ",
                Optional.empty(),
                Optional.empty(),
                Optional.of(ENDED),
                Result.REJECTED,
                false,
                Optional.empty(),
                Optional.empty(),
                "Alder remembers it.",
                "https://example.org/fence?a=1&b=2"));

        VoteDetail detail = detail(vote);
        assertThat(detail.summary().title()).isEqualTo("Paint the fence");
        assertThat(detail.summary().terms()).isEmpty();
        assertThat(detail.summary().tally()).isEmpty();
        assertThat(detail.summary().opensAt()).isEmpty();
        assertThat(detail.text()).isEqualTo("<https://example.org/fence?a=1&b=2>");
        assertThat(detail.recount()).containsInstanceOf(Recount.Impossible.class);
        assertThat(statusOfSeeds()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void countsATimeOutThatWasDeclared() {
        VoteId vote =
                record(seeds().on(OPENED, OPENED.plusDays(16)).counted(3, 1, 0).withTimeOut());

        assertThat(summary(vote).route()).contains(Route.TIME_OUT);
        assertThat(detail(vote).recount()).containsInstanceOf(Recount.Confirmed.class);
    }

    @Test
    void countsAmongSoManyAsAreSaidWhereNoRosterIsKnown() {
        Draft early = fence().on(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 8));

        assertThat(summary(record(early.among(14))).terms().orElseThrow().active())
                .isEqualTo(14);
        assertThat(summary(record(early)).terms()).isEmpty();
        assertThat(remarks(early)).singleElement().asString().contains("No roster of that day is known");
        assertThat(summary(record(fence().among(14))).terms().orElseThrow().active())
                .isEqualTo(ACTIVE);
        assertThat(remarks(fence().among(14)))
                .containsExactly("The roster of that day lists 10 active members, not 14; the roster counts.");
    }

    @Test
    void saysEverythingThatIsWrong() {
        LocalDate tomorrow =
                LocalDate.ofInstant(START, java.time.ZoneOffset.UTC).plusDays(1);

        assertThat(refused(seeds().on(OPENED, tomorrow)))
                .singleElement()
                .asString()
                .contains("still to come");
        assertThat(refused(seeds().on(ENDED, OPENED)))
                .containsExactly("The vote cannot have ended on 2022-03-01, before it opened on 2022-03-08.");
        assertThat(refused(seeds().on(LocalDate.of(202, 3, 1), ENDED)))
                .singleElement()
                .asString()
                .contains("the year");
        assertThat(refused(seeds().counted(12, 1, 0)))
                .containsExactly("13 ballots are more than the 12 people who could vote then.");
        assertThat(refused(seeds().about(Optional.of(new ProposalNumber(99)), "")))
                .containsExactly("There is no CFEP-99.");
        assertThat(refused(fence().under(APPROVAL)))
                .containsExactly("“CFEP approval” is a vote on a CFEP: choose which.");
        assertThat(refused(fence().under(new PastVote.Item("conda-forge", "core-nomination"))))
                .singleElement()
                .asString()
                .contains("is sensitive");
        assertThat(refused(fence().under(new PastVote.Item("conda-forge", "lock-thread"))))
                .singleElement()
                .asString()
                .contains("needs no vote");
        assertThat(refused(fence().under(new PastVote.Item("forest", "policy"))))
                .containsExactly("There is no item “policy” of “forest” here.");
        assertThat(refused(fence().about(Optional.empty(), "x".repeat(301))))
                .singleElement()
                .asString()
                .contains("300");
        assertThat(refused(fence().among(0))).singleElement().asString().contains("between 1 and 1,000");
        assertThat(refused(fence().from("x".repeat(10_001), "x".repeat(10_001))))
                .hasSize(2);
        assertThat(refused(new Draft(
                        Optional.empty(),
                        " ",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Result.PASSED,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        " ",
                        "")))
                .containsExactly(
                        "Give the day on which the vote ended.",
                        "Choose the CFEP that was voted on, or say in one line what was.",
                        "Say where the result is known from: a link, or who remembers what.");
        assertThat(community.count("vote", "1 = 1")).isZero();
        assertThat(community.count("journal", "1 = 1")).isZero();
    }

    @Test
    void tellsWhatTheRulesSayAgainstItAndKeepsWhatIsStated() {
        Draft odd = seeds().counted(4, 1, 0);

        assertThat(remarks(odd))
                .singleElement()
                .asString()
                .contains("stated as passed", "comes to inquorate", "6 of 10 would have to take part, 5 did");
        VoteDetail vote = detail(record(odd));
        assertThat(vote.summary().result()).contains(Result.PASSED);
        assertThat(vote.summary().route()).isEmpty();
        assertThat(vote.recount()).containsInstanceOf(Recount.Different.class);
    }

    @Test
    void pointsOutAVoteOnTheSameCfepThatEndedAtAboutTheSameTime() {
        VoteId before = record(seeds());

        SignIn.as("alder");
        assertThat(byHand.remarks(seeds().on(OPENED, ENDED.plusDays(7)).past(), Optional.empty()))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.sentence()).contains("CFEP-07", "ended on 2022-03-08", "on record already");
                    assertThat(remark.vote()).contains(before);
                });
        assertThat(remarks(seeds().on(OPENED, ENDED.plusDays(8)))).isEmpty();
        assertThat(byHand.remarks(seeds().past(), Optional.of(before))).isEmpty();
    }

    @Test
    void completesAnExpiredVoteSoThatItCanBeCounted() {
        archive.expired(SEEDS, ENDED, "Vote ends on 2022-03-08");
        VoteId expired = onSeeds().id();
        SignIn.as("alder");

        byHand.complete(expired, seeds().on(OPENED, ENDED.plusDays(2)).past());

        VoteDetail vote = detail(expired);
        assertThat(vote.summary().terms().orElseThrow().item()).isEqualTo("cfep-approval");
        assertThat(vote.text()).isEqualTo("Vote ends on 2022-03-08");
        assertThat(vote.recount()).containsInstanceOf(Recount.Confirmed.class);
        assertThat(statusOfSeeds()).isEqualTo(Status.ACCEPTED);
        assertThat(archive.expired(SEEDS, ENDED, "Vote ends on 2022-03-08")).isFalse();
        assertThatThrownBy(() -> byHand.complete(
                        expired, seeds().on(OPENED, ENDED.plusDays(30)).past()))
                .isInstanceOf(RecordRefused.class)
                .hasMessageContaining("another vote");
    }

    @Test
    void whatWasWrittenDownByHandCanBeCorrectedAndNothingElse() {
        VoteId vote = record(seeds());

        byHand.complete(
                vote,
                seeds().ended(Result.REJECTED)
                        .counted(2, 6, 0)
                        .from("The list.", "Dry.")
                        .past());

        assertThat(summary(vote).result()).contains(Result.REJECTED);
        assertThat(detail(vote).text()).isEqualTo("Dry.");
        assertThat(story(vote)).startsWith("corrected the record: rejected: The list.");
        assertThat(statusOfSeeds()).isEqualTo(Status.REJECTED);

        VoteId cast = called(consensus("Water the trees"));
        clock.set(START.plus(Duration.ofDays(8)));
        closer.closeDue();
        SignIn.as("alder");
        assertThatThrownBy(() -> byHand.complete(
                        cast,
                        fence().on(
                                        LocalDate.ofInstant(START, java.time.ZoneOffset.UTC),
                                        LocalDate.ofInstant(START, java.time.ZoneOffset.UTC)
                                                .plusDays(7))
                                .past()))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("written down by hand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void isForActiveCoreMembers(String login) {
        archive.expired(SEEDS, ENDED, "Vote ends on 2022-03-08");
        VoteId expired = onSeeds().id();
        if (!login.isEmpty()) {
            SignIn.as(login);
        }

        assertThatThrownBy(() -> byHand.record(seeds().past())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> byHand.complete(expired, seeds().past())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> byHand.remarks(seeds().past(), Optional.empty()))
                .isInstanceOf(NotAllowed.class);
        assertThat(summary(expired).state()).isEqualTo(VoteState.EXPIRED);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
    }

    private VoteRecords.Taken take(String name, String title, String url, String closed, int yes) {
        String text = """
                # %s
                ## %s

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | %s 15:00 |
                | Presented at core meeting on: | 2022/03/02 17:00 |

                | Direction | Count |
                | --- | ---: |
                | For | %d |
                | Against | 1 |
                | Abstain | 1 |

                This vote is deemed to have passed.
                """.formatted(title, url, closed, yes);
        return records.take(VoteRecordFile.parse(text), name, text);
    }

    @Test
    void aRecordThatComesLaterChangesNothingAndItsContradictionsShow() {
        VoteId vote = record(seeds());

        assertThat(take("a.md", "CFEP-07 Seeds", "https://example.org/7", "2022/03/10", 7)
                        .contradiction())
                .isEmpty();
        assertThat(detail(vote).contradictions()).isEmpty();
        VoteRecords.Taken other = take("a.md", "CFEP-07 Seeds", "https://example.org/7", "2022/03/10", 9);
        assertThat(other.change()).isEqualTo(VoteRecords.Change.UNCHANGED);
        assertThat(other.contradiction())
                .hasValueSatisfying(said ->
                        assertThat(said).contains("9 yes, 1 no and 1 abstaining, here 7 yes, 1 no and 1 abstaining"));
        assertThat(detail(vote).contradictions()).singleElement().asString().startsWith("The record a.md contradicts");
        assertThat(summary(vote).tally()).contains(new Tally(7, 1, 1));
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
        assertThat(detail(vote).presentations()).singleElement().satisfies(presented -> {
            assertThat(presented.source()).isEqualTo(Presentation.Source.RECORD);
            assertThat(presented.counts()).isTrue();
        });

        SignIn.as("alder");
        byHand.complete(vote, seeds().counted(9, 1, 1).past());
        assertThat(detail(vote).contradictions()).isEmpty();
    }

    @Test
    void aRecordAboutNoCfepIsKnownByItsTitleOrItsAddress() {
        VoteId fence = record(fence());
        VoteId gate = record(fence().about(Optional.empty(), "The gate").from("https://example.org/pull/70", ""));

        take("a.md", "Paint the Fence", "https://example.org/pull/8", "2022/03/08", 7);
        take("b.md", "Gates", "https://example.org/pull/70", "2022/03/08", 7);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(2);
        assertThat(community.count("vote_other_record", "vote_id = " + fence.number()))
                .isEqualTo(1);
        assertThat(community.count("vote_other_record", "vote_id = " + gate.number()))
                .isEqualTo(1);

        assertThat(take("c.md", "Trees", "https://example.org/pull/7", "2022/03/08", 7)
                        .change())
                .isEqualTo(VoteRecords.Change.NEW);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(3);
    }
}
