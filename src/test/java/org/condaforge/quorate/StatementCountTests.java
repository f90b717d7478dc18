package org.condaforge.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.checkin.ActivityReader;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.RoundId;
import org.condaforge.quorate.checkin.RoundReader;
import org.condaforge.quorate.insight.Insights;
import org.condaforge.quorate.insight.Years;
import org.condaforge.quorate.journal.Certificates;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.AgendaService;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.member.AccessChecklist;
import org.condaforge.quorate.member.AccessKind;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.AccessTransfer;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.ProfileService;
import org.condaforge.quorate.member.RosterExport;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.proposal.VotableProposals;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.CallReader;
import org.condaforge.quorate.vote.CallTexts;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.EnteredBallots;
import org.condaforge.quorate.vote.Participation;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.Replay;
import org.condaforge.quorate.vote.RollCallReader;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.TimeOutReader;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteNotices;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What lists and pages ask of the database does not grow with what is in it: statements are counted, not
/// timed.
@OnH2
class StatementCountTests {

    private static final Page.Request PAGE = new Page.Request(0, 50);
    private static final ProposalNumber FIRST = new ProposalNumber(1);
    private static final LocalDate FIRST_MEETING = LocalDate.of(1990, 1, 1);
    private static final Call CALL = new Call(
            "conda-forge",
            "cfep-approval",
            Optional.of(FIRST),
            "Accept it",
            "",
            MutableClock.START.plus(Duration.ofDays(7)),
            "");

    @Autowired
    Certificates certificates;

    @Autowired
    VoteCalls voteCalls;

    @Autowired
    CallReader callReader;

    @Autowired
    CallTexts callTexts;

    @Autowired
    VotableProposals votable;

    @Autowired
    Casting casting;

    @Autowired
    VoteReader reader;

    @Autowired
    RollCallReader rollCall;

    @Autowired
    EnteredBallots entered;

    @Autowired
    SecretBallots secrets;

    @Autowired
    Participation participation;

    @Autowired
    Presentations presentations;

    @Autowired
    TimeOutReader timeOuts;

    @Autowired
    VoteNotices notices;

    @Autowired
    ProposalService proposals;

    @Autowired
    MeetingService meetings;

    @Autowired
    MeetingSchedule schedule;

    @Autowired
    AgendaService agendas;

    @Autowired
    ActionReader actions;

    @Autowired
    ActionLedger ledger;

    @Autowired
    MemberService members;

    @Autowired
    RosterExport rosterFiles;

    @Autowired
    ProfileService profiles;

    @Autowired
    AccessService access;

    @Autowired
    AccessChecklist checklist;

    @Autowired
    AccessTransfer transfer;

    @Autowired
    JournalService journal;

    @Autowired
    SourceService sources;

    @Autowired
    Insights insights;

    @Autowired
    CurrentMember currentMember;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Replay replay;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CheckIns checkIns;

    @Autowired
    RoundReader rounds;

    @Autowired
    ActivityReader activity;

    private VoteId vote = new VoteId(0);

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    @Test
    void isTheSameForTwentyRowsAndForTwoThousand() {
        Map<String, List<String>> small = statements(20);
        Map<String, List<String>> large = statements(2_000);

        assertThat(large)
                .allSatisfy((call, sent) ->
                        assertThat(sent).as(call).hasSameSizeAs(small.get(call)).hasSizeLessThanOrEqualTo(24));
        assertThat(small.values()).allSatisfy(sent -> assertThat(sent).isNotEmpty());
    }

    private Map<String, List<String>> statements(int rows) {
        lay(rows);
        SignIn.as("alder");
        MemberId alder = members.rosterEntry("alder").orElseThrow().id();
        LocalDate today = LocalDate.of(2026, 3, 2);
        LocalDate lastYear = LocalDate.of(2025, 3, 2);
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put(
                "votes",
                () -> assertThat(reader.list(VoteReader.Filter.ALL, PAGE).total())
                        .isEqualTo(rows));
        calls.put("open votes", () -> reader.list(VoteReader.Filter.in(VoteState.OPEN, VoteState.OVERDUE), PAGE));
        calls.put("votes on a proposal", () -> reader.list(VoteReader.Filter.on(FIRST), PAGE));
        calls.put("what votes can be narrowed to", () -> reader.choices());
        calls.put("what replays can keep to", () -> replay.items());
        calls.put("votes by state", () -> reader.countByState());
        calls.put(
                "a vote",
                () -> assertThat(reader.detail(vote).orElseThrow().ballots()).hasSize(rows));
        calls.put(
                "votes open at a meeting",
                () -> assertThat(presentations.openOn(today)).hasSize(rows));
        calls.put(
                "meetings at which a vote can be marked",
                () -> presentations.markable(reader.detail(vote).orElseThrow()));
        calls.put("the time-out of a vote", () -> timeOuts.of(vote));
        calls.put("overdue votes", () -> timeOuts.overdue());
        calls.put("the announcements of a vote", () -> notices.of(vote));
        calls.put("a vote in a line", () -> reader.summary(vote));
        calls.put(
                "why I may not vote", () -> casting.refusal(reader.summary(vote).orElseThrow()));
        calls.put(
                "votes that wait for me",
                () -> assertThat(reader.waitingFor(alder)).hasSize(rows - 1));
        calls.put(
                "what the roll call says besides",
                () -> assertThat(rollCall.of(reader.summary(vote).orElseThrow()).earlier())
                        .hasSize(rows));
        calls.put(
                "ballots that were entered for me",
                () -> assertThat(entered.forMe()).hasSizeLessThan(2));
        calls.put(
                "for whom I can enter a ballot",
                () -> casting.enterableFor(reader.summary(vote).orElseThrow()));
        calls.put("my ballots", () -> participation.castBy(alder, 10));
        calls.put(
                "the votes on a page of proposals",
                () -> assertThat(reader.votesOn(proposals.list(ProposalService.Filter.ALL, PAGE).items().stream()
                                .map(ProposalSummary::number)
                                .toList()))
                        .isNotNull());
        calls.put(
                "the sealed ballots of a vote",
                () -> assertThat(secrets.of(vote).orElseThrow().voters()).isEqualTo(rows));
        calls.put(
                "the opened ballots of a vote",
                () -> assertThat(secrets.of(new VoteId(vote.number() + 1))
                                .orElseThrow()
                                .voterNames())
                        .hasSize(rows));
        calls.put("why a vote has no certificate", () -> certificates.refusal(vote));
        calls.put("where the end of a vote is chained", () -> certificates.placeOf(vote));
        calls.put("whether there is a vote", () -> reader.exists(vote));
        calls.put("when votes ended", () -> participation.endsSince(lastYear));
        calls.put("participation", () -> participation.participationSince(lastYear));
        calls.put("votes that ended", () -> participation.endedSince(lastYear));
        calls.put(
                "proposals",
                () -> assertThat(
                                proposals.list(ProposalService.Filter.ALL, PAGE).total())
                        .isEqualTo(rows));
        calls.put("proposals found", () -> proposals.list(new ProposalService.Filter(Optional.empty(), "tree"), PAGE));
        calls.put(
                "proposals with drift",
                () -> proposals.list(new ProposalService.Filter(Optional.empty(), "", Optional.of(true)), PAGE));
        calls.put("how many proposals have drift", () -> proposals.countDrifting());
        calls.put("proposals by status", () -> proposals.countByStatus());
        calls.put(
                "a proposal",
                () -> assertThat(proposals.detail(FIRST).orElseThrow().discussions())
                        .hasSize(rows));
        calls.put(
                "meetings",
                () -> assertThat(meetings.list(Optional.empty(), PAGE).total()).isEqualTo(rows));
        calls.put("years of meetings", () -> meetings.years());
        calls.put(
                "a meeting",
                () -> assertThat(meetings.detail(FIRST_MEETING).orElseThrow().attendees())
                        .hasSize(rows));
        calls.put("attendance", () -> meetings.attendanceSince(lastYear));
        calls.put("meetings I attended", () -> meetings.attendedBy(alder));
        calls.put(
                "action items by age",
                () -> assertThat(actions.list(ActionReader.Filter.ALL, ActionReader.Order.AGE, PAGE)
                                .total())
                        .isEqualTo(rows));
        calls.put("action items by owner", () -> actions.list(ActionReader.Filter.ALL, ActionReader.Order.OWNER, PAGE));
        calls.put("how action items stand", () -> actions.figures());
        calls.put("meetings with action items", () -> actions.lists());
        calls.put(
                "action items of mine", () -> assertThat(actions.openOf(alder)).isNotEmpty());
        calls.put(
                "an action item",
                () -> actions.find(actions.openOf(alder).getFirst().id()));
        calls.put("how minutes wrote an action item", () -> actions.wordings(new ActionId(1)));
        calls.put(
                "the next agenda",
                () -> assertThat(agendas.draft(today).todos().size()).isPositive());
        calls.put("whether there is a meeting", () -> meetings.exists(FIRST_MEETING));
        calls.put(
                "days of meetings",
                () -> assertThat(meetings.datesSince(FIRST_MEETING)).hasSize(rows));
        calls.put("coming meetings", () -> schedule.coming(6));
        calls.put("the next meeting", () -> schedule.next());
        calls.put("the roster", () -> assertThat(members.roster().active()).hasSize(rows));
        calls.put("everybody", () -> members.everybody());
        calls.put("a member", () -> members.byLogin("alder"));
        calls.put(
                "members with their standings",
                () -> assertThat(
                                members.histories(today, Optional.empty(), PAGE).total())
                        .isEqualTo(rows));
        calls.put("a member with their standings", () -> members.history("alder"));
        calls.put(
                "standings of today",
                () -> assertThat(members.standingsOn(today)).hasSize(rows));
        calls.put("the roster files", () -> assertThat(rosterFiles.files()).hasSize(1));
        calls.put("a profile", () -> profiles.of(alder));
        calls.put(
                "every standing of everybody",
                () -> assertThat(members.standings()).hasSize(rows));
        calls.put("systems with access", () -> assertThat(access.systems()).hasSize(2));
        calls.put(
                "who holds access to a system",
                () -> assertThat(access.holders(access.systems().getFirst().id()))
                        .hasSize(rows));
        calls.put(
                "who held it before",
                () -> access.former(access.systems().getFirst().id(), 20));
        calls.put("what a member holds", () -> assertThat(access.heldBy(alder)).hasSize(1));
        calls.put("the checklist of access", () -> assertThat(checklist.open()).hasSize(rows));
        calls.put("what was done of it", () -> checklist.ended(20));
        calls.put("how much of it is overdue", () -> checklist.overdue());
        calls.put("access as a file", () -> transfer.write());
        calls.put("a file of access that is known", () -> transfer.take(transfer.write()));
        calls.put("the text of a proposal", () -> proposals.bodyOf(FIRST));
        calls.put(
                "whether the minutes are gone at their source",
                () -> sources.goneBehind(GoneFile.Subject.of(FIRST_MEETING)));
        calls.put("whether the record of a vote is", () -> sources.goneBehind(GoneFile.Subject.of(vote)));
        calls.put("sources", () -> assertThat(sources.sources()).hasSize(rows));
        calls.put("imports", () -> assertThat(sources.runs(PAGE).total()).isEqualTo(rows));
        calls.put(
                "how a vote was called",
                () -> callReader.of(reader.summary(vote).orElseThrow()));
        calls.put("what speaks against a call", () -> voteCalls.lint(CALL));
        calls.put("who may call a vote on a proposal", () -> voteCalls.mayCallOn(FIRST));
        calls.put("what whoever calls a vote knows of a proposal", () -> votable.find(FIRST));
        calls.put(
                "the text that announces a vote",
                () -> callTexts.call(reader.detail(vote).orElseThrow(), ""));
        Years years = new Years(1990, 2026);
        calls.put("years of insights", () -> assertThat(insights.years()).isPresent());
        calls.put("insights: participation", () -> insights.participation(years));
        calls.put("insights: turnout", () -> insights.turnout(years));
        calls.put("insights: decisions", () -> insights.decisions(years));
        calls.put("insights: quorum health", () -> insights.health());
        calls.put(
                "insights: attendance",
                () -> assertThat(insights.attendance(years).members().rows())
                        .hasSizeGreaterThanOrEqualTo(rows * 9 / 10));
        calls.put("who is signed in", () -> currentMember.signedIn());
        calls.put("rounds of the check-in", () -> rounds.newest());
        RoundId round = rounds.newest().getFirst().id();
        calls.put(
                "a round of the check-in",
                () -> assertThat(rounds.detail(round).orElseThrow().asked()).hasSize(rows));
        calls.put("the round that asks me", () -> rounds.forMe());
        calls.put(
                "what the end of a round would do",
                () -> rounds.preview(rounds.detail(round).orElseThrow()));
        calls.put(
                "what was seen of members last",
                () -> assertThat(activity.lastSeen()).hasSize(rows));
        calls.put("who was not seen for long", () -> activity.quiet());
        calls.put("the journal", () -> journal.list(JournalService.Filter.ALL, PAGE));
        calls.put("what happened", () -> journal.historyOf(new Act.Subject("vote", "" + vote.number()), 50));

        Map<String, List<String>> sent = new LinkedHashMap<>();
        calls.forEach((name, call) -> sent.put(name, SqlCount.of(call)));
        return sent;
    }

    /// So many votes, proposals, meetings that speak of the first proposal, and members who all voted in the
    /// first vote and attended the first meeting. Members come last, because each call and each meeting looks
    /// at all of them.
    private void lay(int rows) {
        community.clear();
        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= rows; i++) {
                layProposal(i);
                if (i > 1) {
                    layMeeting(i, rows);
                }
            }
            community.active(3);
            SignIn.as("alder");
            Instant end = MutableClock.START.plus(Duration.ofDays(7));
            for (int i = 0; i < rows; i++) {
                Optional<ProposalNumber> subject = i == 0 ? Optional.of(FIRST) : Optional.empty();
                VoteId id = voteCalls.call(
                        new Call("plus-three", "consensus", subject, "Plant tree " + i, "Here.", end, ""));
                vote = i == 0 ? id : vote;
            }
            for (int i = 3; i < rows; i++) {
                community.active(Trees.login(i));
            }
            layMeeting(1, rows);
            checkIns.open("yearly");
            ledger.follow();
            layImports(rows);
            layAccess();
            laySecrets();
            jdbc.sql("""
                            INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                            SELECT v.id, m.id, 'YES', '', v.opens_at FROM vote v CROSS JOIN member m WHERE v.id = :vote""").param("vote", vote.number()).update();
            for (int i = 0; i < 2; i++) {
                jdbc.sql("""
                                INSERT INTO ballot_history (vote_id, member_id, how, choice, comment, said_at)
                                SELECT b.vote_id, b.member_id, 'CAST', b.choice, '', b.cast_at FROM ballot b""").update();
            }
        });
    }

    /// Sealed ballots in the first vote and opened ones in the second, of everybody.
    private void laySecrets() {
        for (String sql : List.of("""
                INSERT INTO secret_vote (vote_id, key_name, public_key, publish_from, challenge_seconds, key_due_at)
                SELECT id, id, :key, 5, 60, CASE WHEN id = :vote THEN NULL ELSE closes_at END FROM vote
                WHERE id IN (:vote, :vote + 1)""", """
                INSERT INTO sealed_ballot (place, vote_id, member_id, sealed)
                SELECT :vote * CAST(16777216 AS DECIMAL(20)) + id, :vote, id, :key FROM member""", """
                INSERT INTO opened_ballot (vote_id, code, choice)
                SELECT :vote + 1, CONCAT('0000-0000-', LPAD(MOD(id, 10000), 4, '0'), '-0000'), 'YES' FROM member""", """
                INSERT INTO vote_voter (vote_id, member_id) SELECT :vote + 1, id FROM member""")) {
            jdbc.sql(sql)
                    .param("vote", vote.number())
                    .param("key", new byte[] {1})
                    .update();
        }
    }

    /// A system that everybody holds and is to be relieved of, and one that nobody holds.
    private void layAccess() {
        access.add("Gate", AccessKind.TEAM, "");
        long gate = access.systems().getFirst().id().number();
        access.add("Hall", AccessKind.TEAM, "");
        for (String sql : List.of("""
                INSERT INTO access_grant (system_id, member_id, granted_by, granted_at, held)
                SELECT s.id, m.id, 'alder', '2026-01-01', 1 FROM access_system s CROSS JOIN member m WHERE s.id = :gate""", """
                INSERT INTO access_task (member_id, system_id, what, reason, opened_at, pending, state, note)
                SELECT m.id, s.id, 'REVOKE', 'left', '2026-01-01', 1, 'OPEN', ''
                FROM access_system s CROSS JOIN member m WHERE s.id = :gate""")) {
            jdbc.sql(sql).param("gate", gate).update();
        }
    }

    private void layImports(int rows) {
        for (int i = 0; i < rows; i++) {
            jdbc.sql("""
                            INSERT INTO import_run (what, how, started_by, started_at, alive_at, ended_at)
                            VALUES ('grove', 'HAND', '', '2026-01-01', '2026-01-01', '2026-01-01')""").update();
            jdbc.sql("INSERT INTO source (kind, location, location_hash) VALUES ('FOLDER', :place, :place)")
                    .param("place", "grove " + i)
                    .update();
        }
    }

    private void layProposal(int number) {
        String name = "cfep-%03d.md".formatted(number);
        String content = """
                <table>
                <tr><td> Title </td><td> Tree %d </td></tr>
                <tr><td> Status </td><td> Proposed </td></tr>
                <tr><td> Author(s) </td><td> Alder &lt;@alder&gt;, Birch </td></tr>
                </table>

                Grow.
                """.formatted(number);
        try {
            if (number > 999) {
                proposals.mentioned(new ProposalNumber(number), "Tree " + number, FIRST_MEETING);
            } else {
                proposals.take(CfepFile.parse(content, name), name, content);
            }
        } catch (UnreadableCfep e) {
            throw new AssertionError(e);
        }
    }

    private void layMeeting(int number, int rows) {
        LocalDate day = FIRST_MEETING.plusDays(number - 1L);
        StringBuilder content = new StringBuilder("# " + day + " grove meeting\n\n## Attendees\n");
        for (int i = 0; i < (number == 1 ? rows : 2); i++) {
            content.append("* ").append(Trees.name(i)).append('\n');
        }
        content.append("\n## Agenda\n### CFEPs\n* [ ] cfep-1 trees\n\n### TODOs\n* [ ] (Alder) dig\n");
        if (number > 1) {
            content.append("* [x] (Birch) water tree ").append(number).append('\n');
        }
        try {
            String text = content.toString();
            meetings.take(MinutesParser.parse(text, day + ".md"), day + ".md", text);
        } catch (UnreadableMinutes e) {
            throw new AssertionError(e);
        }
    }
}
