package org.condaforge.quorate.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.AgendaDraft.OpenCfep;
import org.condaforge.quorate.meeting.AgendaDraft.OpenVote;
import org.condaforge.quorate.meeting.AgendaDraft.Point;
import org.condaforge.quorate.meeting.AgendaDraft.Todo;
import org.condaforge.quorate.meeting.AgendaDraft.Todos;
import org.condaforge.quorate.member.AccessChecklist;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.proposal.ProposalReader;
import org.condaforge.quorate.proposal.ProposalRecord;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Drafts the agenda of a meeting from how things stand: what was left unfinished, which votes are open and what they
/// need, which proposals are under discussion, and what is to be done. Everything in it is public.
@Service
@Transactional(readOnly = true)
public class AgendaService {

    private static final Page.Request ALL = new Page.Request(0, Page.Request.GREATEST);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final VoteReader votes;
    private final ProposalReader proposals;
    private final MemberService members;
    private final ActionReader actions;
    private final AccessChecklist access;
    private final JdbcClient jdbc;

    AgendaService(
            VoteReader votes,
            ProposalReader proposals,
            MemberService members,
            ActionReader actions,
            AccessChecklist access,
            JdbcClient jdbc) {
        this.votes = votes;
        this.proposals = proposals;
        this.members = members;
        this.actions = actions;
        this.access = access;
        this.jdbc = jdbc;
    }

    /// The agenda of the meeting on that day, as things stand now. The number of statements does not grow with what
    /// there is.
    public AgendaDraft draft(LocalDate day) {
        return new AgendaDraft(
                day, standing(), unfinished(day), List.of(), List.of(), openVotes(), openCfeps(), todos());
    }

    private List<Point> standing() {
        return Stream.of(
                        Stream.of("introductions for new folks on the call", "budget"),
                        overdueAccess().stream(),
                        Stream.of("open votes"))
                .flatMap(part -> part)
                .map(text -> new Point(false, List.of(), text))
                .toList();
    }

    /// How much access waits to be revoked or given for too long. The agenda is public: neither what nor whose.
    private Optional<String> overdueAccess() {
        AccessChecklist.Overdue overdue = access.overdue();
        return overdue.items() == 0
                ? Optional.empty()
                : Optional.of("access of members whose standing changed: %s overdue, of %s; secretaries have the list"
                        .formatted(counted(overdue.items(), "item"), counted(overdue.members(), "member")));
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : "%d %ss".formatted(count, what);
    }

    /// What the last meeting before that day left: items whose box was not ticked, and those it put off.
    private List<Point> unfinished(LocalDate day) {
        return jdbc
                .sql("""
                        SELECT presenters, text FROM meeting_agenda_item
                        WHERE meeting = (SELECT MAX(held_on) FROM meeting WHERE held_on < :day)
                          AND section NOT IN ('standing', 'votes', 'cfeps')
                          AND (done = FALSE OR (section = 'pushed' AND done IS NULL))
                        ORDER BY position LIMIT 500""")
                .param("day", day)
                .query((row, i) ->
                        new Point(false, MeetingService.parts(row.getString("presenters")), row.getString("text")))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private List<OpenVote> openVotes() {
        Roster roster = members.roster();
        int mayVote = roster.active().size() + roster.emeritus().size();
        return votes.list(VoteReader.Filter.in(VoteState.OPEN, VoteState.OVERDUE), ALL).items().stream()
                .map(VoteSummary::forThePublic)
                .map(vote -> openVote(vote, mayVote))
                .toList();
    }

    /// Words that say when a vote ends are avoided: minutes that have them state a fact about it.
    private static OpenVote openVote(VoteSummary vote, int mayVote) {
        boolean open = vote.isPublic();
        List<String> notes = new ArrayList<>();
        if (vote.state() == VoteState.OVERDUE) {
            notes.add("Overdue since %s. %s"
                    .formatted(
                            at(vote.closesAt()),
                            vote.timeOutAt()
                                    .map(date -> "The time-out decides on %s.".formatted(at(date)))
                                    .orElse("Confirm a date for the time-out, or it lapses on %s."
                                            .formatted(at(vote.lapsesAt())))));
        } else {
            notes.add("Takes ballots up to %s.".formatted(at(vote.closesAt())));
        }
        if (open) {
            vote.inWords(mayVote).map(lead -> lead + ".").ifPresent(notes::add);
        }
        return new OpenVote(open ? vote.title() : "A sensitive vote; what it is about is not public", notes);
    }

    private static String at(Instant instant) {
        return MOMENT.format(instant);
    }

    private List<OpenCfep> openCfeps() {
        return Stream.of(Status.PROPOSED, Status.DRAFT)
                .flatMap(status ->
                        proposals.list(new ProposalService.Filter(Optional.of(status), ""), ALL).items().stream())
                .sorted(Comparator.comparingInt(
                        (ProposalRecord record) -> record.summary().number().value()))
                .map(AgendaService::openCfep)
                .toList();
    }

    private static OpenCfep openCfep(ProposalRecord record) {
        var summary = record.summary();
        String status = summary.status().label();
        return new OpenCfep(
                summary.number().value(),
                summary.title(),
                record.discussion(),
                List.of(summary.lastDiscussed()
                        .map(day -> "%s, last discussed on %s".formatted(status, day))
                        .orElse("%s, not discussed at any meeting on record".formatted(status))));
    }

    /// Newest day first, as the minutes have them.
    private List<Todos> todos() {
        Map<LocalDate, List<Todo>> byDay = new LinkedHashMap<>();
        for (Action action : actions.open()) {
            byDay.computeIfAbsent(action.begunOn(), day -> new ArrayList<>()).add(todo(action));
        }
        return new TreeMap<>(byDay)
                .descendingMap().entrySet().stream()
                        .map(group -> new Todos(group.getKey(), group.getValue()))
                        .toList();
    }

    private static Todo todo(Action action) {
        return new Todo(
                false,
                action.owners().stream().map(Action.Owner::name).toList(),
                action.text(),
                action.dueOn().map(day -> "to be done by %s".formatted(day)).stream()
                        .toList());
    }
}
