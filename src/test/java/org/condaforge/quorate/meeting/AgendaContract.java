package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.meeting.AgendaDraft.Todo;
import org.condaforge.quorate.meeting.AgendaDraft.Todos;
import org.condaforge.quorate.member.AccessKind;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An agenda says how things stand; filled in and taken over, it says the same and doubles nothing.
abstract class AgendaContract {

    private static final LocalDate NEXT = LocalDate.of(2026, 3, 11);

    @Autowired
    AgendaService agendas;

    @Autowired
    MinutesArchive archive;

    @Autowired
    ActionLedger ledger;

    @Autowired
    ActionReader actions;

    @Autowired
    ActionService service;

    @Autowired
    VoteCalls calls;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    MemberService members;

    @Autowired
    AccessService access;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private MemberId birch = new MemberId(0);

    @BeforeEach
    void lay() {
        community.clear();
        community.active("alder");
        birch = community.active("birch");
        community.active("cedar");
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    private void take(LocalDate day, String text) {
        try {
            archive.take(day + ".md", text);
            ledger.follow();
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }

    private void minutes(String day, String body) {
        take(LocalDate.parse(day), "# %s grove meeting\n\n%s".formatted(day, body));
    }

    private VoteId vote(String title, Optional<ProposalNumber> proposal) {
        SignIn.as("alder");
        return calls.call(new Call(
                "plus-three",
                "consensus",
                proposal,
                title,
                "Here.",
                clock.instant().plus(Duration.ofDays(8)),
                "Why."));
    }

    private void proposal() {
        String text = """
                <table>
                <tr><td> Title </td><td> Licences of *seeds* </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Alder </td></tr>
                </table>

                Grow.
                """;
        try {
            proposals.take(CfepFile.parse(text, "cfep-12.md"), "cfep-12.md", text);
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysHowMuchAccessIsOverdueAndNeitherWhatNorWhose() {
        SignIn.as("alder");
        access.grant(access.add("Mirror", AccessKind.TEAM, ""), birch, Optional.empty());
        members.take(new RosterFile.Row("birch", Optional.empty(), "Birch", Map.of(), 1), Standing.EMERITUS, "test");
        assertThat(AgendaWriter.write(agendas.draft(NEXT))).doesNotContain("access");
        clock.advance(Duration.ofDays(15));
        SignIn.out();

        String agenda = AgendaWriter.write(agendas.draft(NEXT));

        assertThat(agenda)
                .contains(
                        "* [ ] access of members whose standing changed: 1 item overdue, of 1 member; secretaries have"
                                + " the list\n* [ ] open votes\n    * none\n")
                .doesNotContain("Mirror", "irch");
    }

    @Test
    void saysHowThingsStand() {
        proposal();
        minutes(
                "2026-02-11",
                "## Agenda\n\n### CFEPs\n\n* cfep-12 stalled\n\n### TODOs\n\n* [ ] (Alder) prune the hedge\n");
        minutes("2026-02-25", """
                ## Agenda 2026-02-25

                ### Standing items
                * [ ] budget

                ### From previous meetings
                * [x] (AB) roots
                * [ ] (AB/CD) the hedge, again

                ### Your __new__() agenda items
                * [ ] leaves
                * no box

                ### Pushed to next meeting
                * bark

                ### TODOs
                * [ ] (Alder) prune the hedge
                * [ ] (Birch) dig
                * [x] rake
                """);
        vote("Plant an oak", Optional.empty());
        service.add("ask the mirror host", List.of(birch), Optional.of(LocalDate.of(2026, 4, 1)));

        AgendaDraft draft = agendas.draft(NEXT);

        assertThat(draft.title()).isEqualTo("2026-03-11 core meeting");
        assertThat(draft.standing())
                .extracting(AgendaDraft.Point::text)
                .containsExactly("introductions for new folks on the call", "budget", "open votes");
        assertThat(draft.previous())
                .containsExactly(
                        new AgendaDraft.Point(false, List.of("AB", "CD"), "the hedge, again"),
                        new AgendaDraft.Point(false, List.of(), "leaves"),
                        new AgendaDraft.Point(false, List.of(), "bark"));
        assertThat(draft.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.text()).isEqualTo("Plant an oak");
            assertThat(vote.notes())
                    .containsExactly(
                            "Takes ballots up to 2026-03-10 09:00 UTC.", "Would be inquorate: three more must say +1.");
        });
        assertThat(draft.cfeps()).singleElement().satisfies(cfep -> {
            assertThat(cfep.number()).isEqualTo(12);
            assertThat(cfep.title()).isEqualTo("Licences of *seeds*");
            assertThat(cfep.notes()).containsExactly("Proposed, last discussed on 2026-02-11");
        });
        assertThat(draft.todos())
                .containsExactly(
                        new Todos(
                                LocalDate.of(2026, 3, 2),
                                List.of(new Todo(
                                        false,
                                        List.of("birch"),
                                        "ask the mirror host",
                                        List.of("to be done by 2026-04-01")))),
                        new Todos(
                                LocalDate.of(2026, 2, 25),
                                List.of(new Todo(false, List.of("Birch"), "dig", List.of()))),
                        new Todos(
                                LocalDate.of(2026, 2, 11),
                                List.of(new Todo(false, List.of("Alder"), "prune the hedge", List.of()))));
    }

    @Test
    void saysOfASensitiveVoteOnlyUntilWhen() {
        VoteId vote = vote("Nominate Quince to core", Optional.empty());
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
        for (String reader : List.of("", "alder")) {
            if (reader.isEmpty()) {
                SignIn.out();
            } else {
                SignIn.as(reader);
            }
            assertThat(AgendaWriter.write(agendas.draft(NEXT)))
                    .doesNotContain("Quince", "inquorate", "+1")
                    .contains("* A sensitive vote; what it is about is not public\n"
                            + "    * Takes ballots up to 2026-03-10 09:00 UTC.\n");
        }
    }

    @Test
    void saysWhatAnOverdueVoteNeeds() {
        vote("Plant an oak", Optional.empty());
        jdbc.sql("UPDATE vote SET state = 'OVERDUE'").update();

        assertThat(agendas.draft(NEXT).votes().getFirst().notes())
                .first()
                .isEqualTo("Overdue since 2026-03-10 09:00 UTC. Confirm a date for the time-out, or it lapses on"
                        + " 2026-04-07 09:00 UTC.");
    }

    @Test
    void anEmptyCommunityHasAnAgendaToo() throws UnreadableMinutes {
        Minutes read = MinutesParser.parse(AgendaWriter.write(agendas.draft(NEXT)), "");

        assertThat(read.agendaItems()).hasSize(3);
        assertThat(read.openVotes()).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void filledInAndTakenOverItCarriesOnTheSameActionItems() {
        minutes("2026-02-11", """
                ## TODOs

                * [ ] (Alder) *prune* the [hedge](https://example.org) & `dig` [deep](x)
                * [ ] (Alder/???) [x] is no box; A_B: neither
                * [ ] sow
                * [ ] (Birch) sow
                * [ ] (Cedar) water the roots
                """);
        SignIn.as("alder");
        service.add("ask the mirror host", List.of(birch), Optional.of(LocalDate.of(2026, 4, 1)));
        Action roots = called("water the roots");
        service.assign(roots.id(), List.of(birch));
        List<ActionId> before = actions.open().stream().map(Action::id).toList();
        clock.advance(Duration.ofDays(9));

        String agenda = AgendaWriter.write(agendas.draft(NEXT));
        take(
                NEXT,
                agenda.replace("* [ ] (birch) ask the mirror host", "* [x] (birch) ask the mirror host")
                        + "* [ ] (Cedar) rake\n");

        assertThat(community.count("action_item", "1 = 1")).isEqualTo(before.size() + 1);
        assertThat(actions.open()).extracting(Action::id).containsAll(before.subList(0, 5));
        assertThat(called("ask the mirror host").done()).isTrue();
        assertThat(called("ask the mirror host").meetings()).containsExactly(NEXT);
        assertThat(called("prune the hedge & dig deep").meetings()).hasSize(2);
        assertThat(actions.find(roots.id()).orElseThrow().ownersInMinutes()).isEmpty();
        assertThat(actions.open().stream()
                        .filter(action -> action.text().equals("sow"))
                        .map(action -> action.owners().size()))
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void takenOverUnchangedItSaysTheSameOfTheNextMeeting() {
        proposal();
        minutes("2026-02-25", """
                ## Agenda 2026-02-25

                ### Your __new__() agenda items
                * [ ] (AB) the hedge, again

                ### TODOs
                * [ ] (Alder) prune the hedge
                """);
        vote("CFEP-12: Plant an oak", Optional.of(new ProposalNumber(12)));
        SignIn.as("alder");
        service.add("dig", List.of(birch), Optional.of(LocalDate.of(2026, 4, 1)));
        AgendaDraft first = agendas.draft(NEXT);
        int all = community.count("vote", "1 = 1");

        take(NEXT, AgendaWriter.write(first));
        AgendaDraft second = agendas.draft(NEXT.plusDays(14));

        assertThat(second.previous()).isEqualTo(first.previous());
        assertThat(second.votes()).isEqualTo(first.votes());
        assertThat(second.todos()).isEqualTo(first.todos());
        assertThat(community.count("vote", "1 = 1")).isEqualTo(all);
        assertThat(meetings.detail(NEXT).orElseThrow().problems()).isEmpty();
        assertThat(meetings.list(Optional.empty(), new Page.Request(0, 10)).total())
                .isEqualTo(2);
    }

    private Action called(String text) {
        return actions.list(ActionReader.Filter.ALL, ActionReader.Order.AGE, new Page.Request(0, 50)).items().stream()
                .map(ActionReader.Row::action)
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
