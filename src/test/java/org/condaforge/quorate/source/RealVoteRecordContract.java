package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.vote.Presentation;
import org.condaforge.quorate.vote.Recount;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The real records of votes, under the rosters of their days and beside the proposals they are on; skipped where they
/// are not on the machine.
abstract class RealVoteRecordContract {

    @Autowired
    ImportService imports;

    @Autowired
    MemberService members;

    @Autowired
    ProposalService proposals;

    @Autowired
    VoteReader reader;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    private ImportReport report = new ImportReport(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    @BeforeEach
    void readTheRecords() {
        community.clear();
        report = read();
    }

    private ImportReport read() {
        List<Path> paths = Stream.of("members/history", "cfep", "vote-results")
                .map(RealData::path)
                .toList();
        return imports.importAll(paths);
    }

    private VoteDetail vote(String file) {
        return reader.list(VoteReader.Filter.in(VoteState.CLOSED), new Page.Request(0, 50)).items().stream()
                .map(VoteSummary::id)
                .map(id -> reader.detail(id).orElseThrow())
                .filter(found -> found.recordNote().orElse("").contains(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachRecordIsAClosedVoteUnderTheRosterOfItsDay() {
        assertThat(report.refused()).isFalse();
        assertThat(report.count("vote", Change.NEW)).isEqualTo(4);
        assertThat(report.problems()).noneMatch(problem -> problem.file().contains("vote-results"));
        for (String day : List.of("2020-02-04", "2020-02-27", "2020-03-10", "2020-03-17")) {
            assertThat(members.rosterOn(LocalDate.parse(day)).active()).as(day).hasSize(19);
        }
        List<VoteDetail> all = Stream.of("2020_02_vote_timeouts", "cfep-13", "cfep-15", "cfep-14")
                .map(this::vote)
                .toList();
        assertThat(all)
                .extracting(found -> found.summary().tally().orElseThrow())
                .containsExactly(new Tally(15, 1, 0), new Tally(16, 0, 1), new Tally(18, 0, 1), new Tally(13, 0, 0));
        assertThat(all).allSatisfy(found -> {
            assertThat(found.summary().state()).isEqualTo(VoteState.CLOSED);
            assertThat(found.summary().result()).contains(Result.PASSED);
            assertThat(found.summary().route()).contains(Route.STANDARD);
            assertThat(found.summary().terms().orElseThrow().active()).isEqualTo(19);
            assertThat(found.contradictions()).isEmpty();
        });
        assertThat(all)
                .extracting(found -> found.summary().terms().orElseThrow().item())
                .containsExactly("governance-change", "cfep-approval", "cfep-approval", "sub-team-formation");
    }

    @Test
    void eachCountsToWhatItStates() {
        assertThat(Stream.of("2020_02_vote_timeouts", "cfep-13", "cfep-15", "cfep-14")
                        .map(this::vote)
                        .map(found -> found.recount().orElseThrow()))
                .allSatisfy(recount -> assertThat(recount).isInstanceOf(Recount.Confirmed.class))
                .extracting(Recount::sentence)
                .extracting(sentence -> sentence.replaceFirst(".*the same result, ", ""))
                .containsExactly("15 of 16 yes.", "16 of 16 yes.", "18 of 18 yes.", "13 of 13 yes.");
    }

    @Test
    void bothWaysToComputeShowWhereTheyDiffer() {
        assertThat(vote("cfep-13").recordNote().orElseThrow())
                .contains("It computes 16/19 = 84%; by the rules 16 of 16 who said yes or no said yes.");
        assertThat(vote("2020_02_vote_timeouts").recordNote().orElseThrow())
                .contains("It computes 15/19 = 78.9%; by the rules 15 of 16 who said yes or no said yes.");
        assertThat(vote("cfep-15").recordNote().orElseThrow()).doesNotContain("It computes");
        assertThat(vote("cfep-14").recordNote().orElseThrow()).doesNotContain("It computes");
    }

    @Test
    void eachWasPresentedAtAMeetingBetweenItsOpeningAndItsEnd() {
        Function<String, List<Instant>> presented = file -> vote(file).presentations().stream()
                .filter(found -> found.source() == Presentation.Source.RECORD && found.counts())
                .flatMap(found -> found.at().stream())
                .toList();

        assertThat(presented.apply("2020_02_vote_timeouts")).containsExactly(Instant.parse("2020-02-19T17:00:00Z"));
        assertThat(presented.apply("cfep-13")).containsExactly(Instant.parse("2020-03-04T04:00:00Z"));
        assertThat(presented.apply("cfep-15")).containsExactly(Instant.parse("2020-03-18T03:00:00Z"));
        assertThat(presented.apply("cfep-14")).containsExactly(Instant.parse("2020-03-18T03:00:00Z"));
        assertThat(vote("cfep-13").evidence().presented()).isTrue();
    }

    @Test
    void theProposalsFollow() {
        assertThat(Stream.of(13, 14, 15)
                        .map(number -> proposals
                                .detail(new ProposalNumber(number))
                                .orElseThrow()
                                .summary()
                                .status())
                        .collect(Collectors.toSet()))
                .containsExactly(Status.ACCEPTED);
    }

    @Test
    void importingThemAgainChangesNothing() {
        var before = community.everything();
        clock.advance(Duration.ofDays(1));
        ImportReport again = read();

        assertThat(again.count("", Change.NEW) + again.count("", Change.CHANGED))
                .isZero();
        assertThat(community.everything()).isEqualTo(before);
    }
}
