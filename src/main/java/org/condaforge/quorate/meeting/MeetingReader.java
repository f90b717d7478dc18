package org.condaforge.quorate.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.store.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Meetings as whole records, many at a time: the number of statements does not grow with the rows.
@Service
@Transactional(readOnly = true)
public class MeetingReader {

    private final MeetingService meetings;
    private final JdbcClient jdbc;

    MeetingReader(MeetingService meetings, JdbcClient jdbc) {
        this.meetings = meetings;
        this.jdbc = jdbc;
    }

    /// A page of records, newest first; of one year where `year` is given.
    public Page<MeetingRecord> list(Optional<Integer> year, Page.Request page) {
        Page<MeetingSummary> found = meetings.list(year, page);
        if (found.items().isEmpty()) {
            return page.of(List.of(), found.total());
        }
        List<LocalDate> dates = found.items().stream().map(MeetingSummary::date).toList();
        Map<LocalDate, Integer> links = new HashMap<>();
        jdbc.sql("SELECT held_on, pull_request_links FROM meeting WHERE held_on IN (:dates)")
                .param("dates", dates)
                .query(row -> {
                    links.put(row.getObject("held_on", LocalDate.class), row.getInt("pull_request_links"));
                });
        Map<LocalDate, List<MeetingDetail.Attendee>> attendees = rows(dates, """
                SELECT a.meeting, a.name, m.id, m.login, m.name AS member_name
                FROM meeting_attendee a LEFT JOIN member m ON m.id = a.member_id
                WHERE a.meeting IN (:dates) ORDER BY a.meeting, a.position""", MeetingReader::attendee);
        Map<LocalDate, List<MeetingDetail.AgendaItem>> agenda = rows(dates, """
                SELECT meeting, section, done, presenters, text FROM meeting_agenda_item
                WHERE meeting IN (:dates) ORDER BY meeting, position""", MeetingReader::agendaItem);
        Map<LocalDate, List<MeetingDetail.ActionItem>> actions = rows(
                dates,
                """
                SELECT meeting, done, owners, text FROM meeting_action_item
                WHERE meeting IN (:dates) ORDER BY meeting, position""",
                row -> new MeetingDetail.ActionItem(
                        row.getBoolean("done"), MeetingService.parts(row.getString("owners")), row.getString("text")));
        Map<LocalDate, List<String>> openVotes = rows(dates, """
                SELECT meeting, text FROM meeting_open_vote
                WHERE meeting IN (:dates) ORDER BY meeting, position""", row -> row.getString("text"));
        Map<LocalDate, List<LocalDate>> carried = rows(dates, """
                SELECT meeting, agenda_of FROM meeting_carried_agenda
                WHERE meeting IN (:dates) ORDER BY meeting, position""", row -> row.getObject("agenda_of", LocalDate.class));
        Map<LocalDate, List<MeetingDetail.Problem>> problems =
                rows(dates, """
                SELECT meeting, line, message FROM meeting_problem
                WHERE meeting IN (:dates) ORDER BY meeting, position""", row -> new MeetingDetail.Problem(row.getInt("line"), row.getString("message")));
        Map<LocalDate, List<MeetingDetail.ThreadLink>> threads = rows(dates, """
                SELECT meeting, repository, kind, number, item, excerpt, line FROM meeting_thread
                WHERE meeting IN (:dates) ORDER BY meeting, position""", MeetingReader::thread);
        Map<LocalDate, List<MeetingDetail.Named>> people = rows(dates, """
                SELECT p.meeting, p.role, p.written, p.item, p.excerpt, p.line,
                  m.id, m.login, m.name AS member_name
                FROM meeting_person p LEFT JOIN member m ON m.id = p.member_id
                WHERE p.meeting IN (:dates) ORDER BY p.meeting, p.position""", MeetingReader::named);
        return found.map(summary -> new MeetingRecord(
                summary.date(),
                summary.title(),
                links.getOrDefault(summary.date(), 0),
                attendees.getOrDefault(summary.date(), List.of()),
                agenda.getOrDefault(summary.date(), List.of()),
                actions.getOrDefault(summary.date(), List.of()),
                summary.proposals(),
                openVotes.getOrDefault(summary.date(), List.of()),
                carried.getOrDefault(summary.date(), List.of()),
                threads.getOrDefault(summary.date(), List.of()),
                people.getOrDefault(summary.date(), List.of()),
                problems.getOrDefault(summary.date(), List.of())));
    }

    /// The record of the meeting of that date.
    public Optional<MeetingRecord> find(LocalDate date) {
        return meetings.detail(date).map(MeetingRecord::of);
    }

    /// Reads one part of a meeting from a row.
    private interface Part<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<LocalDate, List<T>> rows(List<LocalDate> dates, String sql, Part<T> part) {
        Map<LocalDate, List<T>> found = new HashMap<>();
        jdbc.sql(sql).param("dates", dates).query(row -> {
            found.computeIfAbsent(row.getObject("meeting", LocalDate.class), d -> new ArrayList<>())
                    .add(part.of(row));
        });
        return found;
    }

    private static MeetingDetail.Attendee attendee(ResultSet row) throws SQLException {
        return new MeetingDetail.Attendee(row.getString("name"), member(row));
    }

    private static Optional<Person> member(ResultSet row) throws SQLException {
        String login = row.getString("login");
        return login == null
                ? Optional.empty()
                : Optional.of(new Person(new MemberId(row.getLong("id")), login, row.getString("member_name")));
    }

    private static MeetingDetail.ThreadLink thread(ResultSet row) throws SQLException {
        return new MeetingDetail.ThreadLink(
                row.getString("repository"),
                Minutes.ThreadKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getString("item"),
                row.getString("excerpt"),
                row.getInt("line"));
    }

    private static MeetingDetail.Named named(ResultSet row) throws SQLException {
        return new MeetingDetail.Named(
                MeetingDetail.Role.valueOf(row.getString("role")),
                row.getString("written"),
                member(row),
                row.getString("item"),
                row.getString("excerpt"),
                row.getInt("line"));
    }

    private static MeetingDetail.AgendaItem agendaItem(ResultSet row) throws SQLException {
        boolean ticked = row.getBoolean("done");
        Optional<Boolean> done = row.wasNull() ? Optional.empty() : Optional.of(ticked);
        return new MeetingDetail.AgendaItem(
                row.getString("section"),
                done,
                MeetingService.parts(row.getString("presenters")),
                row.getString("text"));
    }
}
