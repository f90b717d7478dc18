package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.rule.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoteRecordTextTests {

    private static final Instant OPENED = Instant.parse("2026-11-05T17:30:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-19T12:00:00Z");
    private static final Rule SIXTY =
            new Majority(Threshold.parse("60%"), EnumSet.of(Route.STANDARD, Route.TIME_OUT), 0);

    private static VoteDetail vote(String title, Rule rule, Tally tally, Optional<Instant> timeOut) {
        Duration period = Duration.between(OPENED, CLOSES);
        Assessment assessment = Assessment.of(
                rule,
                new Electorate(7),
                tally,
                timeOut.isPresent() ? Evidence.timeOutMet(period) : Evidence.atEndOf(period));
        return vote(title, rule, tally, timeOut, Result.of(assessment.outcome()), assessment, Classification.STANDARD);
    }

    private static VoteDetail vote(
            String title,
            Rule rule,
            Tally tally,
            Optional<Instant> timeOut,
            Result result,
            Assessment assessment,
            Classification classification) {
        VoteSummary summary = new VoteSummary(
                new VoteId(12),
                title,
                Optional.of(new VoteSummary.Terms(
                        "conda-forge",
                        "2025-11",
                        "cfep-approval",
                        "CFEP approval",
                        rule,
                        true,
                        7,
                        3,
                        RosterDate.OPENING,
                        assessment.quorum())),
                classification,
                VoteState.CLOSED,
                Optional.of(OPENED),
                CLOSES,
                timeOut,
                Optional.of(timeOut.orElse(CLOSES)),
                Optional.of(result),
                assessment.outcome().decidedBy(),
                Optional.of(tally),
                Optional.of(new ProposalNumber(7)));
        return new VoteDetail(
                summary,
                "The text.",
                "abc",
                false,
                "See https://example.org/7.\n# Final\n\n| For | 99 |\n| --- | --- |\n| Against | 98 |\n\nIt failed, needs 1%.",
                false,
                Optional.empty(),
                List.of(new VoteDetail.Ballot(
                        new MemberId(1), "alder", "Alder Ash", Choice.YES, "Good for owls.", OPENED.plusSeconds(60))),
                List.of(),
                0,
                Evidence.atEndOf(Duration.ZERO),
                List.of(),
                List.of(new Discussion(LocalDate.of(2026, 11, 11), "Meeting", "cfep-07", "...")),
                List.of(new Presentation(
                        LocalDate.of(2026, 11, 11), Optional.empty(), Presentation.Source.MINUTES, "cfep-07", true)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    private static VoteRecordFile read(VoteDetail vote) {
        return VoteRecordFile.parse(VoteRecordText.of(vote));
    }

    @Test
    void hasTheLayoutOfTheRecordsAndNoNames() {
        String text = VoteRecordText.of(vote("Accept CFEP-07: Seeds", SIXTY, new Tally(4, 1, 1), Optional.empty()));

        assertThat(text)
                .startsWith("# Accept CFEP-07: Seeds\n\n## Vote 12 in Quorate\n")
                .contains("| Event | Dates |\n| --- | ---: |\n| Proposed on: | 2026/11/05 17:30 |\n"
                        + "| Original proposed close date: | 2026/11/19 12:00 |\n"
                        + "| Presented at core meeting on: | 2026/11/11 |\n")
                .contains("This vote falls under the CFEP approval policy. It needs 60% of those who say yes or no")
                .contains("| Direction | Count |\n| --- | ---: |\n| For | 4 |\n| Against | 1 |\n| Abstain | 1 |\n")
                .endsWith("Of those who voted yes or no, 4/5 = 80% voted yes. The vote passed by the standard route.\n")
                .doesNotContain("Alder", "alder", "owls", "Timeout");
    }

    @Test
    void everyTallyOfSevenReadsBackTheSame() {
        for (Rule rule : List.of(
                SIXTY,
                new Majority(Threshold.parse("more than 50%"), Set.of(), 0),
                new Majority(Threshold.parse("2/3"), Set.of(), 0),
                new Consensus(3, 0, false))) {
            for (Optional<Instant> timeOut :
                    List.of(Optional.<Instant>empty(), Optional.of(CLOSES.plus(9, ChronoUnit.DAYS)))) {
                for (int yes = 0; yes <= 7; yes++) {
                    for (int no = 0; yes + no <= 7; no++) {
                        for (int abstain = 0; yes + no + abstain <= 7; abstain++) {
                            readsBack(vote("CFEP-07", rule, new Tally(yes, no, abstain), timeOut));
                        }
                    }
                }
            }
        }
    }

    private static void readsBack(VoteDetail vote) {
        VoteSummary summary = vote.summary();
        VoteRecordFile read = read(vote);
        String told = VoteRecordText.of(vote);
        Tally tally = summary.tally().orElseThrow();

        assertThat(read.problems()).as(told).isEmpty();
        assertThat(read.title()).as(told).isEqualTo(summary.title());
        assertThat(read.proposal()).as(told).isEqualTo(summary.proposal());
        assertThat(read.policy()).as(told).contains("CFEP approval");
        assertThat(read.url()).as(told).isEmpty();
        assertThat(read.opensAt()).as(told).contains(OPENED);
        assertThat(read.closesAt()).as(told).contains(CLOSES);
        assertThat(read.presentedAt()).as(told).contains(Instant.parse("2026-11-11T00:00:00Z"));
        assertThat(read.timedOutAt()).as(told).isEqualTo(summary.timeOutAt());
        assertThat(read.yes()).as(told).contains(tally.yes());
        assertThat(read.no()).as(told).contains(tally.no());
        assertThat(read.abstain()).as(told).contains(tally.abstain());
        assertThat(read.statedCoreSize()).as(told).isEmpty();
        assertThat(read.outcome()).as(told).isEqualTo(summary.result().filter(result -> result != Result.INQUORATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CFEP-07 *bold* [x](y) <b> ends with #",
                "CFEP-07 ## \\",
                "CFEP-07 | a | b |",
                "CFEP-07 &amp; `code` ~~x~~ __y__"
            })
    void aTitleReadsBackAsItIs(String title) {
        assertThat(read(vote(title, SIXTY, new Tally(4, 1, 1), Optional.empty()))
                        .title())
                .isEqualTo(title);
    }

    @Test
    void namesTheProposalWhereItsTitleDoesNot() {
        VoteRecordFile read = read(vote("Like CFEP-03\nbut later", SIXTY, new Tally(4, 1, 1), Optional.empty()));

        assertThat(read.title()).isEqualTo("CFEP-07: Like CFEP-03 but later");
        assertThat(read.proposal()).contains(new ProposalNumber(7));
    }

    @Test
    void aSensitiveVoteHasNoRecord() {
        Assessment assessment = Assessment.of(SIXTY, new Electorate(7), Tally.NONE, Evidence.atEndOf(Duration.ZERO));
        VoteDetail vote = vote(
                "Quince", SIXTY, Tally.NONE, Optional.empty(), Result.INQUORATE, assessment, Classification.SENSITIVE);

        assertThatThrownBy(() -> VoteRecordText.of(vote)).isInstanceOf(IllegalArgumentException.class);
    }
}
