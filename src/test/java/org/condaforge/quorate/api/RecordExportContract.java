package org.condaforge.quorate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.source.ImportService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What comes in goes out as it came; what was recorded here goes out in the same forms, and can be read in again.
abstract class RecordExportContract {

    private static final Map<String, String> FILES = Map.of(
            "core.csv",
            "\uFEFFgithub_username,email,name\r\nalder,alder@example.org,\"Alder, A.\"\r\nBirch,,Birch\r\nelm,,Élise Elm",
            "emeritus.csv",
            "yew,yew@example.org,Yew,1999\n\n",
            "minutes/2022-05-04.md",
            "\uFEFF# 2022-05-04 grove meeting\r\n\r\n## Attendees\r\n\r\n- Alder\r\n\r\n## Agenda\r\n\r\n* [ ] cfep-07 \uD83C\uDF33\r\n"
                    + "\r\n## TODOs\r\n\r\n* [ ] (Alder) dig",
            "minutes/2022-05-18.md",
            "# 2022-05-18 grove meeting\n\n## TODOs\n\n* [x] (Alder) dig\n",
            "vote-results/2022_06_01_cfep-07.md",
            """
            # CFEP-07
            ## https://example.org/7

            | Event | Dates |
            | --- | ---: |
            | Proposed on: | 2022/05/20 15:00 |
            | Original proposed close date: | 2022/06/01 15:00 |

            This falls under the CFEP Approval policy. This needs 60% of core to vote yea to pass.

            | Direction | Count |
            | --- | ---: |
            | For | 2 |
            | Against | 1 |

            2/3 = 67%: passed.""");

    @TempDir
    Path temporary;

    @Autowired
    RecordExport export;

    @Autowired
    ImportService imports;

    @Autowired
    MemberService members;

    @Autowired
    ActionService actions;

    @Autowired
    VoteArchive archive;

    @Autowired
    VoteReader votes;

    @Autowired
    Policies policies;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void lay() throws IOException {
        community.clear();
        Path in = temporary.resolve("in");
        for (var file : FILES.entrySet()) {
            Path path = in.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        assertThat(imports.importAll(List.of(in)).refused()).isFalse();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private Path out() {
        return temporary.resolve("out");
    }

    private MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    private VoteId held(String title, Optional<ProposalNumber> proposal) {
        Instant opened = Instant.parse("2026-02-01T10:00:00Z");
        return archive.lay(new VoteArchive.Entry(
                policies.policy("conda-forge").orElseThrow(),
                new Call(
                        "conda-forge",
                        "cfep-approval",
                        proposal,
                        title,
                        "Plant it.",
                        opened.plus(Duration.ofDays(14)),
                        "Because of the owls."),
                id("alder"),
                opened,
                List.of(
                        new VoteArchive.Cast(id("alder"), Choice.YES, "Hoot.", opened.plusSeconds(60)),
                        new VoteArchive.Cast(id("birch"), Choice.YES, "", opened.plusSeconds(61)),
                        new VoteArchive.Cast(id("elm"), Choice.NO, "No owls.", opened.plusSeconds(62)))));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void whatCameInGoesOutToTheByte() throws IOException {
        RecordExport.Written written = export.writeTo(out());

        for (String file : FILES.keySet()) {
            assertThat(Files.readAllBytes(out().resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(temporary.resolve("in").resolve(file)));
        }
        assertThat(written.rosters()).isEqualTo(2);
        assertThat(written.meetings()).isEqualTo(2);
        assertThat(written.records()).isEqualTo(1);
        assertThat(written.files())
                .hasSize(FILES.size() + 5)
                .contains("json/members.json", "json/proposals.json", "json/votes.json", "json/meetings.json")
                .containsAll(FILES.keySet());
    }

    @Test
    void aChangeOfStandingMovesOneLineInTheLayoutOfEachFile() throws IOException {
        members.take(
                new RosterFile.Row("alder", Optional.of("alder@example.org"), "Alder, A.", Map.of(), 1),
                Standing.EMERITUS,
                "a vote");

        export.writeTo(out());

        assertThat(files(out()))
                .containsEntry("core.csv", "\uFEFFgithub_username,email,name\r\nBirch,,Birch\r\nelm,,Élise Elm")
                .containsEntry(
                        "emeritus.csv", "yew,yew@example.org,Yew,1999\nalder,alder@example.org,\"Alder, A.\",\n\n");
    }

    @Test
    void aRosterThatNoFileToldIsWrittenInALayoutOfOurOwn() throws IOException {
        community.clear();
        community.active("birch");
        community.active("alder");

        export.writeTo(out());

        assertThat(files(out()))
                .containsEntry("core.csv", "github_username,name\nalder,Alder\nbirch,Birch\n")
                .doesNotContainKey("emeritus.csv");
    }

    @Test
    void aVoteThatWasHeldHereGoesOutAsARecordWithoutNames() throws IOException {
        VoteId vote = held("Plant an Öak: now!", Optional.of(new ProposalNumber(7)));
        held("Plant an Öak: now!", Optional.empty());

        export.writeTo(out());

        String name = "vote-results/2026_02_15_plant-an-oak-now.md";
        String text = files(out()).getOrDefault(name, "");
        assertThat(files(out()))
                .containsKey("vote-results/2026_02_15_plant-an-oak-now-%d.md".formatted(vote.number() + 1));
        VoteRecordFile read = VoteRecordFile.parse(text);
        assertThat(read.problems()).isEmpty();
        assertThat(read.title()).isEqualTo("CFEP-07: Plant an Öak: now!");
        assertThat(read.yes()).contains(2);
        assertThat(read.no()).contains(1);
        assertThat(read.abstain()).contains(0);
        assertThat(read.outcome()).contains(Result.PASSED);
        assertThat(read.opensAt()).contains(Instant.parse("2026-02-01T10:00:00Z"));
        assertThat(read.closesAt()).contains(Instant.parse("2026-02-15T10:00:00Z"));
        assertThat(text).doesNotContain("lder", "irch", "Hoot");
    }

    @Test
    void nothingOfASensitiveVoteGoesOut() throws IOException {
        VoteId vote = held("Nominate Quince", Optional.empty());
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
        SignIn.as("alder");

        assertThat(export.writeTo(out()).records()).isEqualTo(1);

        assertThat(files(out()).values()).noneMatch(text -> text.contains("Quince") || text.contains("owls"));
        assertThat(files(out()).keySet()).noneMatch(name -> name.contains("quince"));
        assertThat(json("votes")).hasSize(1);
    }

    private List<JsonNode> json(String kind) throws IOException {
        JsonNode array = new JsonMapper().readTree(Files.readString(out().resolve("json/%s.json".formatted(kind))));
        return array.valueStream().toList();
    }

    @Test
    void everythingPublicGoesOutAsTheApiTellsIt() throws IOException {
        held("Plant an oak", Optional.empty());
        SignIn.as("alder");
        actions.add("ask the mirror host", List.of(), Optional.empty());
        SignIn.out();

        export.writeTo(out());

        assertThat(json("members"))
                .extracting(person -> person.get("login").stringValue())
                .containsExactlyInAnyOrder("alder", "Birch", "elm", "yew");
        assertThat(json("proposals"))
                .extracting(one -> one.get("number").intValue())
                .containsExactly(7);
        assertThat(json("meetings")).hasSize(2);
        assertThat(json("actions"))
                .extracting(one -> one.get("text").stringValue())
                .containsExactlyInAnyOrder("dig", "ask the mirror host");
        assertThat(json("votes"))
                .filteredOn(one -> one.get("title").stringValue().equals("Plant an oak"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("ballots")).hasSize(3);
                    assertThat(one.get("tally").get("yes").intValue()).isEqualTo(2);
                });
        files(out()).forEach((name, text) -> {
            if (name.startsWith("json/")) {
                assertThat(text).as(name).doesNotContain("example.org\"").doesNotContain("@example");
            }
        });
    }

    private record Voted(String title, Optional<Result> result, Object tally, Instant closesAt) {}

    private List<Voted> voted() {
        return votes.list(VoteReader.Filter.ALL, new Page.Request(0, 50)).items().stream()
                .map((VoteSummary vote) -> new Voted(vote.title(), vote.result(), vote.tally(), vote.closesAt()))
                .toList();
    }

    private static List<String> lines(List<Roster.Entry> entries) {
        return entries.stream()
                .map(entry -> "%s %s %s".formatted(entry.login(), entry.name(), entry.standing()))
                .toList();
    }

    @Test
    void anExportReadIntoAnEmptyDatabaseGivesTheSameState() throws IOException {
        members.take(
                new RosterFile.Row("alder", Optional.of("alder@example.org"), "Alder, A.", Map.of(), 1),
                Standing.EMERITUS,
                "a vote");
        members.take(new RosterFile.Row("fir", Optional.empty(), "Fir", Map.of(), 1), Standing.ACTIVE, "a vote");
        held("Plant an oak", Optional.empty(), "birch");
        Roster roster = members.roster();
        List<Voted> voted = voted();
        List<String> meetings = community.everything().get("meeting");
        List<String> attendees = attendees();
        export.writeTo(out());
        Map<String, String> before = files(out());

        community.clear();
        assertThat(imports.importAll(List.of(out())).refused()).isFalse();

        assertThat(lines(members.roster().active())).isEqualTo(lines(roster.active()));
        assertThat(lines(members.roster().emeritus())).isEqualTo(lines(roster.emeritus()));
        assertThat(voted()).isEqualTo(voted);
        assertThat(community.everything().get("meeting")).isEqualTo(meetings);
        assertThat(attendees()).isEqualTo(attendees);
        export.writeTo(temporary.resolve("again"));
        Map<String, String> after = files(temporary.resolve("again"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.keySet().stream()
                .filter(name -> !name.startsWith("json/"))
                .forEach(name -> assertThat(after).as(name).containsEntry(name, before.get(name)));
    }

    private List<String> attendees() {
        return community.everything().getOrDefault("meeting_attendee", List.of()).stream()
                .map(row -> row.replaceAll("\\|\\d+$", ""))
                .toList();
    }

    private void held(String title, Optional<ProposalNumber> proposal, String caller) {
        Instant opened = Instant.parse("2026-02-01T10:00:00Z");
        archive.lay(new VoteArchive.Entry(
                policies.policy("conda-forge").orElseThrow(),
                new Call("conda-forge", "cfep-approval", proposal, title, "It.", opened.plus(Duration.ofDays(14)), ""),
                id(caller),
                opened,
                List.of(
                        new VoteArchive.Cast(id("birch"), Choice.YES, "", opened.plusSeconds(61)),
                        new VoteArchive.Cast(id("elm"), Choice.NO, "", opened.plusSeconds(62)))));
    }

    @Test
    void exportsAgainOverAnEarlierExportAndRemovesWhatIsNoPartOfItAnyMore() throws IOException {
        VoteId vote = held("Plant an oak", Optional.empty());
        export.writeTo(out());
        Map<String, String> first = files(out());
        export.writeTo(out());
        assertThat(files(out())).isEqualTo(first);
        Files.writeString(out().resolve("notes.txt"), "mine");
        jdbc.sql("UPDATE vote SET title = 'Plant an elm' WHERE id = :id")
                .param("id", vote.number())
                .update();

        export.writeTo(out());

        assertThat(files(out()))
                .containsEntry("notes.txt", "mine")
                .containsKey("vote-results/2026_02_15_plant-an-elm.md")
                .doesNotContainKey("vote-results/2026_02_15_plant-an-oak.md");
    }

    @Test
    void leavesAloneWhatNoExportWrote() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("core.csv"), "mine");
        assertRefused(out(), "is not empty and no earlier export");
        assertThat(files(out())).containsOnlyKeys("core.csv");

        assertRefused(out().resolve("core.csv"), "is a file: name a folder");

        Path other = temporary.resolve("other");
        export.writeTo(other);
        held("Plant an oak", Optional.empty());
        Files.writeString(other.resolve("vote-results/2026_02_15_plant-an-oak.md"), "mine");
        assertRefused(other, "was there before and no export wrote it");
        assertThat(files(other)).containsEntry("vote-results/2026_02_15_plant-an-oak.md", "mine");
        Files.delete(other.resolve("vote-results/2026_02_15_plant-an-oak.md"));
        assertThat(export.writeTo(other).records()).isEqualTo(2);
    }

    @Test
    void saysSoWhereAFileCannotBeWritten() throws IOException {
        export.writeTo(out());
        Files.delete(out().resolve("core.csv"));
        Files.createDirectories(out().resolve("core.csv"));

        assertRefused(out(), "a file cannot be written: " + out().resolve("core.csv"));
    }

    private void assertRefused(Path folder, String why) {
        assertThatThrownBy(() -> export.writeTo(folder))
                .isInstanceOf(RecordExport.Refused.class)
                .hasMessageContaining(why);
    }
}
