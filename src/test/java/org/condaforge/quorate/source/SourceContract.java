package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberHistory;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.VoteReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

abstract class SourceContract {

    private static final ProposalNumber SEEDS = new ProposalNumber(7);
    private static final LocalDate MEETING = LocalDate.of(2022, 5, 4);

    @TempDir
    Path temporary;

    Path folder = Path.of("");

    @Autowired
    ImportService imports;

    @Autowired
    SourceService sources;

    @Autowired
    RunStore runs;

    @Autowired
    MemberService members;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    VoteReader reader;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void empty() throws IOException {
        community.clear();
        folder = temporary.toRealPath();
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

    private void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String minutes(String what) {
        return "# 2022-05-04 grove meeting\n\n## Attendees\n* Alder\n\n## Agenda\n### CFEPs\n* [ ] %s\n"
                .formatted(what);
    }

    private static String proposal(String status) {
        return """
                <table>
                <tr><td> Title </td><td> Where seeds are kept </td></tr>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> Alder &lt;@alder&gt; </td></tr>
                <tr><td> Created </td><td> Aug 30, 2021 </td></tr>
                </table>

                Dry.
                """.formatted(status);
    }

    private static String record(int yes) {
        return """
                # CFEP-07 Seeds are kept dry

                | Event | Dates |
                | --- | ---: |
                | Proposed on: | 2022/03/01 15:00 |
                | Original proposed close date: | 2022/03/08 15:00 |

                This PR falls under the CFEP Approval policy, please vote.

                | Direction | Count |
                | --- | ---: |
                | For | %d |
                | Against | 1 |
                | Abstain | 1 |

                Given that %d/7 = 57%%, this vote is deemed to have passed.
                """.formatted(yes, yes);
    }

    private ImportReport read(String... names) {
        return imports.importPlaces(
                names.length == 0
                        ? List.of(folder.toString())
                        : java.util.Arrays.stream(names)
                                .map(name -> folder + "/" + name)
                                .toList());
    }

    private String text() {
        return meetings.detail(MEETING).orElseThrow().minutes();
    }

    @Test
    void aDateIsOneMeetingAndTheFirstByNameCountsWhateverTheOrder() {
        write("seed/2022-05-04.md", minutes("seeds"));
        write("minutes/2022-05-04.md", minutes("minutes"));
        ImportReport report = read("seed", "minutes");

        assertThat(text()).contains("minutes");
        assertThat(report.second()).singleElement().satisfies(second -> {
            assertThat(second.file()).endsWith("seed/2022-05-04.md");
            assertThat(second.counts()).endsWith("minutes/2022-05-04.md");
            assertThat(second.message()).contains("the meeting of 2022-05-04", "counts", "left out");
        });
        Map<String, List<String>> before = community.everything();
        for (String[] order : List.of(new String[] {"minutes", "seed"}, new String[] {"seed"}, new String[0])) {
            clock.advance(Duration.ofDays(1));
            ImportReport again = read(order);
            assertThat(again.second()).hasSize(1);
            assertThat(again.count("", Change.NEW) + again.count("", Change.CHANGED))
                    .isZero();
        }
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void whatWasReadFirstGoesOnCounting() {
        write("seed/2022-05-04.md", minutes("seeds"));
        read("seed");
        write("minutes/2022-05-04.md", minutes("minutes"));
        write("minutes/2022-05.04.md", minutes("old name"));
        ImportReport report = read();

        assertThat(text()).contains("seeds");
        assertThat(report.second()).hasSize(2);
        write("seed/2022-05-04.md", minutes("other seeds"));
        assertThat(read().count("meeting", Change.CHANGED)).isEqualTo(1);
        assertThat(text()).contains("other seeds");
    }

    @Test
    void minutesMayHaveTheirOldName() {
        write("2022-05.04.md", "# Grove meeting\n\n## Attendees\n* Alder\n");
        read();

        assertThat(meetings.exists(MEETING)).isTrue();
    }

    @Test
    void aFileThatMovedTakesOver() {
        write("old/2022-05-04.md", minutes("one"));
        read();
        delete("old/2022-05-04.md");
        write("new/2022-05-04.md", minutes("two"));
        ImportReport report = read();

        assertThat(report.second()).isEmpty();
        assertThat(report.count("meeting", Change.CHANGED)).isEqualTo(1);
        assertThat(text()).contains("two");
        assertThat(sources.goneBehind(GoneFile.Subject.of(MEETING))).isEmpty();
        write("old/2022-05-04.md", minutes("three"));
        assertThat(read().second())
                .singleElement()
                .satisfies(second -> assertThat(second.counts()).endsWith("new/2022-05-04.md"));
        assertThat(text()).contains("two");
    }

    @Test
    void aSecondFileThatDidNotChangeTakesOverWhenTheFirstIsGone() {
        write("a/2022-05-04.md", minutes("one"));
        write("b/2022-05-04.md", minutes("two"));
        read();
        delete("a/2022-05-04.md");
        read();

        assertThat(text()).contains("two");
    }

    @Test
    void twoFilesOfAProposalAndTwoRecordsOfAVoteAreKeptApartToo() {
        write("a/cfep-07.md", proposal("Accepted"));
        write("b/cfep-07.md", proposal("Deferred"));
        write("a/2022_03_09_cfep-07.md", record(4));
        write("b/2022_03_09_cfep-07.md", record(5));
        ImportReport report = read("b", "a");

        assertThat(report.second()).extracting(ImportReport.Second::kind).containsExactly("proposal", "vote");
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().fileStatus()).contains("Accepted");
        assertThat(reader.list(VoteReader.Filter.on(SEEDS), new Page.Request(0, 5))
                        .items())
                .singleElement()
                .satisfies(vote -> assertThat(vote.tally().orElseThrow().yes()).isEqualTo(4));
        var before = community.everything();
        read();
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void aFileThatVanishedRemovesNothingAndIsMissed() {
        write("2022-05-04.md", minutes("cfep-07 seeds"));
        write("cfep-07.md", proposal("Accepted"));
        write("2022_03_09_cfep-07.md", record(4));
        read();
        var before = community.everything();
        var vote = reader.list(VoteReader.Filter.on(SEEDS), new Page.Request(0, 5))
                .items()
                .getFirst()
                .id();
        assertThat(sources.goneBehind(GoneFile.Subject.of(MEETING))).isEmpty();
        delete("2022-05-04.md");
        delete("cfep-07.md");
        delete("2022_03_09_cfep-07.md");
        ImportReport report = read();

        assertThat(report.gone())
                .extracting(ImportReport.Gone::kind)
                .containsExactlyInAnyOrder("meeting", "proposal", "vote");
        assertThat(community.everything()).isEqualTo(before);
        for (GoneFile.Subject subject :
                List.of(GoneFile.Subject.of(MEETING), GoneFile.Subject.of(SEEDS), GoneFile.Subject.of(vote))) {
            assertThat(sources.goneBehind(subject))
                    .hasValueSatisfying(gone -> assertThat(gone.since()).isEqualTo(clock.instant()));
        }
        assertThat(read().gone()).isEmpty();
        write("2022-05-04.md", minutes("cfep-07 seeds"));
        assertThat(read().count("meeting", Change.UNCHANGED)).isEqualTo(1);
        assertThat(sources.goneBehind(GoneFile.Subject.of(MEETING))).isEmpty();
    }

    @Test
    void whatLiesElsewhereIsNotMissed() {
        write("a/2022-05-04.md", minutes("one"));
        write("ab/2022-05-11.md", "# 2022-05-11\n\n## Agenda\n");
        read("a", "ab");
        delete("ab/2022-05-11.md");

        assertThat(read("a").gone()).isEmpty();
        assertThat(read("ab").gone()).hasSize(1);
    }

    @Test
    void onlyAnIndexIsOne() {
        write("cfep-07.md", proposal("Accepted"));
        write("README.md", """
                # CFEPs

                ## Accepted CFEPs

                * [CFEP-07](cfep-07.md)

                ## Those that sleep

                * [CFEP-08](cfep-08.md)
                """);
        ImportReport report = read();
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().indexStatus())
                .contains(Status.ACCEPTED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(9);
            assertThat(problem.message()).contains("CFEP-08", "Those that sleep");
        });

        write("data/README.md", "# Data\n\n## Known irregularities\n\n* CFEP-07 and CFEP-08 say something else.\n");
        ImportReport again = read();
        assertThat(again.notRecognised()).singleElement().asString().endsWith("data/README.md");
        assertThat(again.second()).isEmpty();
        assertThat(again.problems()).as("told again without reading again").hasSize(1);
        assertThat(proposals.detail(SEEDS).orElseThrow().summary().indexStatus())
                .contains(Status.ACCEPTED);
    }

    @Test
    void aRepositoryTellsWhoStoodWhenAndWhichStatusHeldSince() {
        try (Commits commits = new Commits(folder.resolve("grove"))) {
            commits.write("core.csv", "alder,,Alder\nash,,Ash\n").write("cfep-07.md", proposal("Proposed"));
            commits.commit("2020-01-10T10:00:00Z");
            commits.write("core.csv", "alder,,Alder\nash,,Ash\nbirch,,Birch\n");
            commits.commit("2021-02-01T09:00:00Z");
            commits.write("core.csv", "alder,,Alder\nbirch,,Birch\n").write("emeritus.csv", "ash,,Ash\n");
            commits.commit("2021-02-01T18:00:00Z");
            commits.write("cfep-07.md", proposal("Accepted"));
            String accepted = commits.commit("2022-03-04T10:00:00Z");
        }
        ImportReport report = read("grove");

        assertThat(report.problems()).isEmpty();
        assertThat(members.rosterOn(LocalDate.of(2020, 6, 1)).active()).hasSize(2);
        assertThat(members.rosterOn(LocalDate.of(2021, 2, 1)).emeritus()).hasSize(1);
        assertThat(standings("ash")).last().satisfies(period -> {
            assertThat(period.since()).isEqualTo(LocalDate.of(2021, 2, 1));
            assertThat(period.source()).matches("[0-9a-f]{10}");
        });
        assertThat(proposals.detail(SEEDS).orElseThrow().history())
                .filteredOn(entry -> entry.source() == StatusEntry.Source.COMMIT)
                .extracting(entry -> entry.status() + " " + entry.since())
                .containsExactly("PROPOSED 2020-01-10", "ACCEPTED 2022-03-04");
        var before = community.everything();
        clock.advance(Duration.ofDays(3));
        ImportReport again = read("grove");
        assertThat(community.everything()).isEqualTo(before);
        assertThat(again.count("", Change.NEW) + again.count("", Change.CHANGED))
                .isZero();
    }

    private List<StandingPeriod> standings(String login) {
        MemberHistory history = members.history(login).orElseThrow();
        return history.standings();
    }

    @Test
    void onlySecretariesImport() {
        community.active("alder");
        community.emeritus("yew");
        List<Runnable> acts = List.of(
                () -> sources.sources(),
                () -> sources.read(folder.toString(), Optional.empty()),
                () -> sources.upload(List.of(new UploadedFile("core.csv", new byte[0]))),
                () -> sources.refresh(1),
                () -> sources.refreshEvery(1, Optional.empty()),
                () -> sources.remove(1),
                () -> sources.running(),
                () -> sources.watch(1),
                () -> sources.runs(new Page.Request(0, 5)),
                () -> sources.run(1),
                () -> sources.report(1));
        for (Runnable act : acts) {
            SignIn.out();
            assertThatThrownBy(act::run).isInstanceOf(NotAllowed.class).hasMessage("Sign in to import files.");
            for (String other : List.of("yew", "nobody")) {
                SignIn.as(other);
                assertThatThrownBy(act::run)
                        .isInstanceOf(NotAllowed.class)
                        .hasMessage("Only secretaries may import files.");
            }
        }
        assertThatThrownBy(() -> read()).isInstanceOf(NotAllowed.class);
        SignIn.as("alder");
        assertThat(sources.refusal()).isEmpty();
        assertThat(sources.sources()).isEmpty();
    }

    private static ImportReport ended(ImportRun run) {
        try {
            run.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return run.progress()
                .report()
                .orElseThrow(() -> new AssertionError(run.progress().failure().orElse("")));
    }

    @Test
    void whatASecretaryBringsIsReadAndTheRunIsOnRecord() {
        community.active("alder");
        SignIn.as("alder");
        ImportReport report = ended(sources.upload(List.of(
                new UploadedFile("../../2022-05-04.md", minutes("one").getBytes(StandardCharsets.UTF_8)),
                new UploadedFile("photo.jpg", new byte[] {1}))));

        assertThat(report.count("meeting", Change.NEW)).isEqualTo(1);
        assertThat(report.notRecognised()).containsExactly("photo.jpg");
        PastRun run = sources.runs(new Page.Request(0, 5)).items().getFirst();
        assertThat(run.by()).contains("alder");
        assertThat(run.fresh()).isEqualTo(1);
        assertThat(sources.report(run.id()).orElseThrow()).isEqualTo(report.news());
        assertThat(sources.sources()).isEmpty();
    }

    @Test
    void aSourceIsReadAgainByItselfWhenItsTimeHasCome() {
        community.active("alder");
        SignIn.as("alder");
        write("2022-05-04.md", minutes("one"));
        ended(sources.read(folder.toString(), Optional.of(Duration.ofHours(6))));
        SignIn.out();
        write("2022-05-04.md", minutes("two"));

        clock.advance(Duration.ofHours(5));
        assertThat(sources.refreshDue()).isEmpty();
        clock.advance(Duration.ofHours(1));
        ImportRun run = sources.refreshDue().orElseThrow();
        assertThat(ended(run).count("meeting", Change.CHANGED)).isEqualTo(1);
        assertThat(sources.refreshDue()).isEmpty();
        PastRun past = runs.find(run.id()).orElseThrow();
        assertThat(past.how()).isEqualTo(PastRun.How.SCHEDULE);
        assertThat(past.by()).isEmpty();
    }

    @Test
    void aSourceThatIsGoneFailsWithItsSentenceAndIsTriedInItsTime() throws IOException {
        community.active("alder");
        SignIn.as("alder");
        write("grove/2022-05-04.md", minutes("one"));
        ended(sources.read(folder + "/grove", Optional.of(Duration.ofHours(1))));
        delete("grove/2022-05-04.md");
        delete("grove");
        clock.advance(Duration.ofHours(1));

        assertThat(sources.refreshDue()).isPresent();
        assertThat(sources.refreshDue()).isEmpty();
        assertThat(sources.sources().getFirst().lastRun().orElseThrow().failure())
                .hasValueSatisfying(why -> assertThat(why).contains("There is no file or folder", "grove"));
        assertThat(sources.goneBehind(GoneFile.Subject.of(MEETING))).isEmpty();
    }

    @Test
    void oneImportRunsAtATime() {
        write("2022-05-04.md", minutes("one"));
        long running = runs.begin("elsewhere", PastRun.How.HAND, "alder");

        assertThatThrownBy(() -> read())
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("Another import is running");
        assertThat(meetings.exists(MEETING)).isFalse();
        runs.fail(running, "stopped");
        assertThat(read().count("meeting", Change.NEW)).isEqualTo(1);
    }

    @Test
    void aRunWhoseApplicationDiedDoesNotHoldUpOthers() {
        write("2022-05-04.md", minutes("one"));
        long dead = runs.begin("elsewhere", PastRun.How.HAND, "alder");
        clock.advance(Duration.ofMinutes(16));

        assertThat(read().count("meeting", Change.NEW)).isEqualTo(1);
        assertThat(runs.find(dead).orElseThrow().failure())
                .contains("The application stopped before the run had ended.");
    }

    @Test
    void aRemovedSourceLeavesWhatItToldAndLetsAnotherTell() {
        community.active("alder");
        SignIn.as("alder");
        write("a/2022-05-04.md", minutes("one"));
        write("b/2022-05-04.md", minutes("two"));
        ended(sources.read(folder + "/a", Optional.empty()));
        sources.remove(sources.sources().getFirst().id());

        assertThat(text()).contains("one");
        ended(sources.read(folder + "/b", Optional.empty()));
        assertThat(text()).contains("two");
        assertThatThrownBy(() -> sources.refresh(4711)).isInstanceOf(RefusedSource.class);
    }
}
