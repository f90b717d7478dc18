package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.Known;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.RecordsByHand;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ImportContract {

    private static final ProposalNumber SEEDS = new ProposalNumber(7);
    private static final LocalDate MEETING = LocalDate.of(2022, 5, 4);

    @TempDir
    Path folder;

    @Autowired
    ImportService imports;

    @Autowired
    MemberService members;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    RecordsByHand byHand;

    @Autowired
    VoteReader reader;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void empty() {
        community.clear();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void writeProposal(String status) {
        write("cfep/cfep-07.md", """
                <table>
                <tr><td> Title </td><td> Where seeds are kept </td></tr>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> Alder &lt;@alder&gt; </td></tr>
                <tr><td> Created </td><td> Aug 30, 2021 </td></tr>
                </table>

                Dry.
                """.formatted(status));
    }

    private void writeMinutes() {
        write("minutes/2022-05-04.md", """
                # 2022-05-04 grove meeting

                ## Attendees
                * Alder
                * Birch

                ## Agenda
                ### CFEPs
                * [ ] cfep-07 seeds
                * [ ] cfep-12: Names of trees
                    * Vote ends on 2022-03-11
                """);
    }

    private void writeEverything() {
        write("members/core.csv", "alder,alder@example.org,Alder\nash,,Ash\n");
        write("members/emeritus.csv", "willow,,Willow\n");
        write("cfep/README.md", "# CFEPs\n\n## Accepted CFEPs\n\n* [CFEP-07](cfep-07.md)\n");
        write("cfep/cfep-00.md", "<table><tr><td> Title </td><td> the title </td></tr></table>\n");
        write("notes.txt", "Buy soil.");
        writeProposal("Proposed");
        writeMinutes();
    }

    private ImportReport read() {
        return imports.importAll(List.of(folder));
    }

    private VoteSummary onNames() {
        return reader.list(VoteReader.Filter.on(new ProposalNumber(12)), new Page.Request(0, 5))
                .items()
                .getFirst();
    }

    @Test
    void readsEveryKindOfFile() {
        writeEverything();
        ImportReport report = read();

        assertThat(report.problems()).isEmpty();
        assertThat(report.count("member", Change.NEW)).isEqualTo(3);
        assertThat(report.count("proposal", Change.NEW)).isEqualTo(2);
        assertThat(report.count("index", Change.CHANGED)).isEqualTo(1);
        assertThat(report.count("meeting", Change.NEW)).isEqualTo(1);
        assertThat(report.count("vote", Change.NEW)).isEqualTo(1);
        assertThat(report.notRecognised()).singleElement().asString().endsWith("notes.txt");
        assertThat(members.roster().active()).hasSize(2);
        assertThat(members.roster().emeritus()).hasSize(1);
        ProposalDetail seeds = proposals.detail(SEEDS).orElseThrow();
        assertThat(seeds.summary().indexStatus()).contains(Status.ACCEPTED);
        assertThat(seeds.discussions())
                .singleElement()
                .satisfies(d -> assertThat(d.date()).isEqualTo(MEETING));
    }

    @Test
    void importingTwiceChangesNothing() {
        writeEverything();
        read();
        var before = community.everything();
        clock.advance(Duration.ofDays(2));
        ImportReport again = read();

        assertThat(community.everything()).isEqualTo(before);
        assertThat(again.count("", Change.NEW) + again.count("", Change.CHANGED))
                .isZero();
        assertThat(again.count("", Change.UNCHANGED)).isEqualTo(6);
    }

    @Test
    void aChangedFileChangesOnlyWhatItSays() {
        writeEverything();
        read();
        writeProposal("Accepted");
        ImportReport report = read();

        assertThat(report.entries())
                .filteredOn(entry -> entry.change() != Change.UNCHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo("CFEP-07"));
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void minutesMakeKnownWhatHasNoFile() {
        writeEverything();
        read();

        ProposalDetail names = proposals.detail(new ProposalNumber(12)).orElseThrow();
        assertThat(names.summary().title()).isEqualTo("Names of trees");
        assertThat(names.summary().status()).isEqualTo(Status.PROPOSED);
        assertThat(names.body()).isEmpty();
        VoteSummary vote = onNames();
        assertThat(vote.state()).isEqualTo(VoteState.EXPIRED);
        assertThat(LocalDate.ofInstant(vote.closesAt(), ZoneOffset.UTC)).isEqualTo(LocalDate.of(2022, 3, 11));
        assertThat(vote.result()).isEmpty();
    }

    @Test
    void whatWasRecordedHereIsNotOverwritten() {
        writeEverything();
        read();
        SignIn.as("alder");
        proposals.setStatus(SEEDS, Status.DEFERRED, "Too wet.");
        byHand.complete(onNames().id(), Known.of(onNames(), Result.REJECTED, Optional.empty(), "The list."));
        SignIn.out();
        writeProposal("Implemented");
        write(
                "cfep/cfep-12.md",
                "<table><tr><td>Title</td><td>Names</td></tr><tr><td>Status</td><td>Accepted</td></tr></table>\n\nLatin.\n");
        read();

        assertThat(proposals.detail(SEEDS).orElseThrow().summary().status()).isEqualTo(Status.DEFERRED);
        ProposalDetail names = proposals.detail(new ProposalNumber(12)).orElseThrow();
        assertThat(names.summary().status()).isEqualTo(Status.REJECTED);
        assertThat(names.summary().drift()).isNotEmpty();
        assertThat(names.body()).isPresent();
        assertThat(onNames().result()).contains(Result.REJECTED);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
    }

    private void writeRecord(String name, String title, String closed, int yes) {
        write("vote-results/" + name, """
                # %s
                ## https://github.com/grove/cfep/pull/7

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | %s 15:00 |

                This PR falls under the CFEP Approval policy, please vote.
                This PR needs 60%% of core to vote yea to pass.

                | Direction | Count |
                | --- | ---: |
                | For | %d |
                | Against | 1 |
                | Abstain | 1 |

                Given that %d/7 = 57%% and the needed vote fraction is 60%%, this vote is deemed to have passed.
                """.formatted(title, closed, yes, yes));
    }

    private VoteDetail onSeeds() {
        var found = reader.list(VoteReader.Filter.on(SEEDS), new Page.Request(0, 5));
        assertThat(found.total()).isEqualTo(1);
        return reader.detail(found.items().getFirst().id()).orElseThrow();
    }

    @Test
    void aRecordIsAClosedVoteWithItsTotalsAndBothWaysToCompute() {
        writeProposal("Proposed");
        writeRecord("2022_03_09_cfep-07.md", "CFEP-07 Seeds are kept dry", "2022/03/08", 4);
        write("vote-results/README.md", "# Records\n\nOf votes.\n");
        ImportReport report = read();

        assertThat(report.problems()).isEmpty();
        assertThat(report.count("vote", Change.NEW)).isEqualTo(1);
        VoteDetail vote = onSeeds();
        assertThat(vote.summary().state()).isEqualTo(VoteState.CLOSED);
        assertThat(vote.summary().result()).contains(Result.PASSED);
        assertThat(vote.summary().tally()).contains(new Tally(4, 1, 1));
        assertThat(vote.summary().terms().orElseThrow().active()).isEqualTo(7);
        assertThat(vote.ballots()).isEmpty();
        assertThat(vote.recordNote().orElseThrow())
                .contains("2022_03_09_cfep-07.md", "4/7 = 57%", "4 of 5 who said yes or no")
                .contains("; counted by the page conda-forge of 2025-11.");
        assertThat(vote.recount())
                .hasValueSatisfying(recount -> assertThat(recount.sentence())
                        .isEqualTo(
                                "Recounted from its totals, because its ballots are not on record: the same result, 4 of 5"
                                        + " yes."));
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().status()).isEqualTo(Status.ACCEPTED);

        var before = community.everything();
        clock.advance(Duration.ofDays(1));
        read();
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void aRecordThatTheRulesContradictStaysAsItSaysAndTheRecountTells() {
        writeProposal("Proposed");
        writeRecord("2022_03_09_cfep-07.md", "CFEP-07 Seeds are kept dry", "2022/03/08", 4);
        read();
        writeRecord("2022_03_09_cfep-07.md", "CFEP-07 Seeds are kept dry", "2022/03/08", 1);
        ImportReport report = read();

        assertThat(report.count("vote", Change.CHANGED)).isEqualTo(1);
        VoteDetail vote = onSeeds();
        assertThat(vote.summary().result()).contains(Result.PASSED);
        assertThat(vote.summary().tally()).contains(new Tally(1, 1, 1));
        assertThat(vote.recount())
                .hasValueSatisfying(
                        recount -> assertThat(recount.sentence()).contains("it differs", "the count gives"));
    }

    @Test
    void aRecordCompletesTheVoteThatMinutesLeaveWithoutAResult() {
        writeMinutes();
        read();
        var expired = onNames().id();
        writeRecord("2022_03_12_cfep-12.md", "CFEP-12 Names of trees", "2022/03/10", 4);
        ImportReport report = read();

        assertThat(report.count("vote", Change.CHANGED)).isEqualTo(1);
        assertThat(onNames().id()).isEqualTo(expired);
        assertThat(onNames().state()).isEqualTo(VoteState.CLOSED);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
        write(
                "minutes/2022-05-04.md",
                "# 2022-05-04\n\n## Agenda\n### CFEPs\n* cfep-12\n    * Vote ends on 2022-03-11\n");
        read();
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
    }

    @Test
    void aRecordLeavesWhatWasRecordedHere() {
        writeEverything();
        read();
        SignIn.as("alder");
        byHand.complete(onNames().id(), Known.of(onNames(), Result.REJECTED, Optional.empty(), "The list."));
        SignIn.out();
        writeRecord("2022_03_12_cfep-12.md", "CFEP-12 Names of trees", "2022/03/10", 4);
        ImportReport report = read();

        assertThat(report.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).endsWith("2022_03_12_cfep-12.md");
            assertThat(problem.refused()).isFalse();
            assertThat(problem.message())
                    .contains(
                            "contradicts what is recorded here",
                            "it says passed, here it is rejected",
                            "it counts 4 yes, 1 no and 1 abstaining, here no totals are on record");
        });
        assertThat(report.count("vote", Change.CHANGED) + report.count("vote", Change.NEW))
                .isZero();
        assertThat(reader.detail(onNames().id()).orElseThrow().contradictions())
                .singleElement()
                .asString()
                .startsWith("The record 2022_03_12_cfep-12.md contradicts this: it says passed");
        var before = community.everything();
        assertThat(read().problems()).hasSameSizeAs(report.problems());
        assertThat(community.everything()).isEqualTo(before);
        assertThat(onNames().result()).contains(Result.REJECTED);
        assertThat(community.count("vote", "1 = 1")).isEqualTo(1);
    }

    @Test
    void refusesARecordWithoutADate() {
        writeRecord("2022_03_12_cfep-12.md", "CFEP-12 Names of trees", "soon", 4);
        ImportReport report = read();

        assertThat(report.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("No close date"));
        assertThat(community.count("vote", "1 = 1")).isZero();
    }

    @Test
    void attendeesAreRecognisedWhenTheRosterComesLater() {
        writeMinutes();
        read();
        assertThat(meetings.detail(MEETING).orElseThrow().attendees())
                .allSatisfy(a -> assertThat(a.member()).isEmpty());
        write("core.csv", "alder,,Alder\n");
        ImportReport report = read();

        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("1 attendees"));
        MeetingDetail.Attendee alder =
                meetings.detail(MEETING).orElseThrow().attendees().getFirst();
        assertThat(alder.member()).hasValueSatisfying(p -> assertThat(p.login()).isEqualTo("alder"));
    }

    @Test
    void namesTheLineThatIsNotUtf8AndImportsTheRest() throws IOException {
        writeEverything();
        Files.write(folder.resolve("cfep/cfep-08.md"), "# Title\n\nCaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        ImportReport report = read();

        assertThat(report.refused()).isTrue();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("cfep-08.md");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("UTF-8");
            assertThat(problem.refused()).isTrue();
        });
        assertThat(proposals.exists(new ProposalNumber(8))).isFalse();
        assertThat(report.count("proposal", Change.NEW)).isEqualTo(2);
        assertThat(report.count("meeting", Change.NEW)).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFitAndImportsTheRest() {
        writeEverything();
        write("members/core.csv", "alder,,Alder\nash,,%s\n".formatted("Ash ".repeat(100)));
        ImportReport report = read();

        assertThat(report.problems())
                .filteredOn(ImportReport.Problem::refused)
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).endsWith("core.csv"));
        assertThat(report.count("member", Change.NEW)).isEqualTo(community.count("member", "1 = 1"));
        assertThat(report.count("meeting", Change.NEW)).isEqualTo(1);
    }

    @Test
    void whoStandsInBothRostersIsReportedAndStaysAsTheFirstSays() {
        write("core.csv", "alder,,Alder\n");
        write("emeritus.csv", "ALDER,,Alder\nash,,Ash\n");
        ImportReport report = read();
        var before = community.everything();

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.message()).contains("ALDER");
        });
        assertThat(members.roster().active()).hasSize(1);
        assertThat(members.roster().emeritus()).hasSize(1);
        clock.advance(Duration.ofDays(2));
        read();
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void anEmptyFolderIsNoError() {
        assertThat(read().refused()).isFalse();
    }
}
