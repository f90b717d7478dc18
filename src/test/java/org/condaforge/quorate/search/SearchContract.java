package org.condaforge.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.search.Found.Hit;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.Known;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.DecisionWithoutVote;
import org.condaforge.quorate.vote.DecisionsWithoutVote;
import org.condaforge.quorate.vote.PastVote;
import org.condaforge.quorate.vote.RecordsByHand;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The index follows what is stored; each way in is tried, and nobody finds what is not public.
abstract class SearchContract {

    @Autowired
    SearchService search;

    @Autowired
    Community community;

    @Autowired
    MemberService members;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    VoteCalls calls;

    @Autowired
    RecordsByHand byHand;

    @Autowired
    VoteReader reader;

    @Autowired
    VoteRecords records;

    @Autowired
    ActionService actions;

    @Autowired
    ActionLedger ledger;

    @Autowired
    DecisionsWithoutVote decisions;

    @Autowired
    Policies policies;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void clear() {
        community.clear();
        community.active(5);
        search.refresh();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private List<String> find(String query) {
        Search asked = Search.of(query, Optional.empty(), Optional.empty(), new Page.Request(0, 50));
        return search.find(asked).hits().items().stream()
                .map(hit -> hit.kind().word() + " " + hit.key())
                .toList();
    }

    private void proposal(int number, String title, String body) {
        String name = "cfep-%02d.md".formatted(number);
        String text = """
                <table>
                <tr><td> Title </td><td> %s </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Sorrel &lt;@sorrel-seed&gt;</td></tr>
                <tr><td> Created </td><td> Mar 02, 2026</td></tr>
                </table>

                %s
                """.formatted(title, body);
        try {
            proposals.take(CfepFile.parse(text, name), name, text);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private void minutes(String date, String body) {
        String text = "# %s grove meeting\n\n%s".formatted(date, body);
        try {
            meetings.take(MinutesParser.parse(text, date + ".md"), date + ".md", text);
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    private VoteId vote(String title, String text) {
        SignIn.as(Trees.login(0));
        VoteId id = calls.call(new Call(
                "plus-three",
                "consensus",
                Optional.empty(),
                title,
                text,
                clock.instant().plus(Duration.ofDays(15)),
                "Because of the zeppelin."));
        SignIn.out();
        return id;
    }

    @Test
    void findsWhatEveryServiceHolds() {
        proposal(4, "Résumé of roots", "Roots are déjà known.");
        minutes("2026-02-03", "## Agenda\n* [ ] water the roots\n");
        VoteId vote = vote("Fund the lake", "Roots drink from it.");
        search.refresh();

        assertThat(find("roots")).containsExactlyInAnyOrder("cfeps 4", "minutes 2026-02-03", "votes " + vote.number());
        assertThat(find("resume")).containsExactly("cfeps 4");
        assertThat(find("sorrel-seed")).containsExactly("cfeps 4");
        assertThat(find("zeppelin")).containsExactly("votes " + vote.number());
        assertThat(find(Trees.login(1))).containsExactly("members " + Trees.login(1));
    }

    @Test
    void findsTheTextsOfRecordsAndWhereResultsAreKnownFrom() {
        proposal(7, "Seeds", "Kept dry, says heliotrope.");
        String text = """
                # CFEP-07 Seeds

                Some worried about larkspur.

                | Event | Dates |
                | --- | ---: |
                | Original proposed close date: | 2022/03/08 15:00 |

                | Direction | Count |
                | --- | ---: |
                | For | 3 |
                | Against | 0 |

                Given that 3/5 = 60%, it passed.
                """;
        records.take(VoteRecordFile.parse(text), "2022_03_08_marigold.md", text);
        SignIn.as(Trees.login(0));
        VoteId recorded = byHand.record(new PastVote(
                Optional.of(new ProposalNumber(7)),
                "Seeds, again",
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2023, 3, 8)),
                Result.PASSED,
                false,
                Optional.empty(),
                Optional.empty(),
                "The archive of the peony.",
                "With a word on snapdragons."));
        VoteId called = calls.call(new Call(
                "conda-forge",
                "cfep-approval",
                Optional.of(new ProposalNumber(7)),
                "Seeds, once more",
                "",
                clock.instant().plus(Duration.ofDays(15)),
                ""));
        SignIn.out();
        search.refresh();

        assertThat(find("heliotrope")).containsExactly("cfeps 7").doesNotContain("votes " + called.number());
        assertThat(find("larkspur")).singleElement().asString().startsWith("votes ");
        assertThat(find("larkspur")).isEqualTo(find("2022_03_08_marigold.md"));
        assertThat(find("peony")).containsExactly("votes " + recorded.number());
        assertThat(find("snapdragons")).containsExactly("votes " + recorded.number());

        SignIn.as(Trees.login(0));
        byHand.complete(
                recorded,
                Known.of(
                        reader.summary(recorded).orElseThrow(),
                        Result.PASSED,
                        Optional.empty(),
                        "The archive of the crocus."));
        SignIn.out();
        search.refresh();
        assertThat(find("peony")).isEmpty();
        assertThat(find("crocus")).containsExactly("votes " + recorded.number());
    }

    @Test
    void findsActionItemsThatMinutesHaveAndThoseAddedHere() {
        minutes("2026-02-03", "## TODOs\n* [ ] (%s) repaint the pergola\n".formatted(Trees.name(1)));
        ledger.follow();
        SignIn.as(Trees.login(0));
        ActionId added = actions.add("Order lanterns for the pergola", List.of(), Optional.empty());
        search.refresh();

        assertThat(find("pergola in:actions")).hasSize(2);
        assertThat(find("lanterns")).containsExactly("actions " + added.number());
        assertThat(find("in:actions " + Trees.login(1))).hasSize(1);

        jdbc.sql("UPDATE action_item SET text = 'Order candles' WHERE id = :id")
                .param("id", added.number())
                .update();
        search.refresh();
        assertThat(find("lanterns")).isEmpty();
        assertThat(find("candles")).containsExactly("actions " + added.number());
    }

    @Test
    void findsDecisionsWithoutAVote() {
        SignIn.as(Trees.login(0));
        long id = decisions.record(new DecisionWithoutVote.Draft(
                "conda-forge",
                "lock-thread",
                "A thread about gazebos",
                "https://example.org/1",
                "Nobody spoke of begonias any more.",
                policies.item("conda-forge", "lock-thread").restrictions().asksFor().stream()
                        .map(asked -> "Done.")
                        .toList()));
        search.refresh();

        assertThat(find("gazebos")).containsExactly("decisions conda-forge lock-thread " + id);
        assertThat(find("begonias")).containsExactly("decisions conda-forge lock-thread " + id);
    }

    @Test
    void findsTheRulesByItemAndBySection() {
        assertThat(find("in:rules lock thread")).contains("rules conda-forge lock-thread");
        assertThat(find("in:rules quorum")).anyMatch(hit -> hit.startsWith("rules conda-forge #"));
    }

    @Test
    void followsWhatChanges() {
        proposal(4, "Roots", "Old words: elderberry.");
        minutes("2026-02-03", "* juniper\n");
        search.refresh();
        assertThat(find("elderberry")).containsExactly("cfeps 4");

        proposal(4, "Roots", "New words: gooseberry.");
        minutes("2026-02-03", "* myrtle\n");
        members.add("fir", "Fir Needle", List.of());
        search.refresh();

        assertThat(find("elderberry")).isEmpty();
        assertThat(find("juniper")).isEmpty();
        assertThat(find("gooseberry")).containsExactly("cfeps 4");
        assertThat(find("myrtle")).containsExactly("minutes 2026-02-03");
        assertThat(find("needle")).containsExactly("members fir");

        jdbc.sql("DELETE FROM member WHERE login = 'fir'").update();
        search.refresh();
        assertThat(find("needle")).isEmpty();
    }

    @Test
    void hearsOfAVoteAtTheNextLook() {
        search.look();
        VoteId vote = vote("Fund the lake", "Water.");
        assertThat(find("lake")).isEmpty();

        search.look();

        assertThat(find("lake")).containsExactly("votes " + vote.number());
    }

    @Test
    void aSensitiveVoteIsFoundByNobody() {
        VoteId vote = vote("Nominate Quince to core", "Quince deserves it.");
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE', item = 'core-nomination' WHERE id = :id")
                .param("id", vote.number())
                .update();
        search.refresh();

        for (String reader : List.of("", Trees.login(0), Trees.login(1))) {
            if (!reader.isEmpty()) {
                SignIn.as(reader);
            }
            for (String query : List.of("quince", "nominate", "zeppelin", "in:votes", "deserves", "quin")) {
                assertThat(find(query)).as(query).noneMatch(hit -> hit.startsWith("votes"));
            }
        }
    }

    @Test
    void aVoteThatBecomesSensitiveIsForgotten() {
        VoteId vote = vote("Fund the lake", "Water.");
        search.refresh();
        assertThat(find("lake")).hasSize(1);

        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
        search.refresh();

        assertThat(find("lake")).isEmpty();
    }

    @Test
    void noMailAddressIsFound() {
        jdbc.sql("UPDATE member SET email = 'hidden@example.org'").update();
        members.add("fir", "Fir", List.<StandingPeriod>of());
        search.refresh();

        assertThat(find("hidden@example.org")).isEmpty();
        assertThat(find("hidden")).isEmpty();
        assertThat(find("example")).allMatch(hit -> hit.startsWith("rules "));
    }

    @Test
    void readsInChunksWithTheSameStatementsForEach() {
        LocalDate first = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < 2 * SearchService.CHUNK; i++) {
            minutes(first.plusDays(i).toString(), "* item " + i + "\n");
        }

        assertThat(SqlCount.of(search::refresh)).hasSize(7 + 2);
        assertThat(SqlCount.of(search::refresh)).hasSize(7);
        assertThat(find("in:minutes")).hasSize(2 * SearchService.CHUNK);
    }

    @Test
    void showsTheIndexAgainInTheOrderOfItsPages() {
        for (int i = 1; i <= 30; i++) {
            proposal(i, "Tree " + i, "Oak.");
        }
        search.refresh();
        Search second = Search.of("oak", Optional.empty(), Optional.empty(), new Page.Request(1, 20));

        Page<Hit> page = search.find(second).hits();

        assertThat(page.items()).hasSize(10);
        assertThat(page.total()).isEqualTo(30);
    }
}
