package org.condaforge.quorate.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.proposal.PlainText;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Meetings and what their minutes say of attendees, agenda, action items and proposals.
@Service
@Transactional
public class MeetingService {

    /// What reading minutes changed.
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private static final Pattern LEADING_MARK =
            Pattern.compile("^\\W*cfep[-# ]?0*\\d+\\W*[:–-]*\\s*", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_FILE_NAME = 200;

    private final Meetings meetings;
    private final MemberService members;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;

    MeetingService(Meetings meetings, MemberService members, JdbcClient jdbc, NamedParameterJdbcTemplate many) {
        this.meetings = meetings;
        this.members = members;
        this.jdbc = jdbc;
        this.many = many;
    }

    /// A page of meetings, newest first; of one year where `year` is given.
    @Transactional(readOnly = true)
    public Page<MeetingSummary> list(Optional<Integer> year, Page.Request page) {
        String where = "WHERE (:year IS NULL OR EXTRACT(YEAR FROM held_on) = :year)";
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("year", year.orElse(null));
        int total = jdbc.sql("SELECT COUNT(*) FROM meeting " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
        List<LocalDate> dates = jdbc.sql(
                        "SELECT held_on FROM meeting " + where + " ORDER BY held_on DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list();
        return page.of(dates.isEmpty() ? List.of() : summaries(dates), total);
    }

    private List<MeetingSummary> summaries(List<LocalDate> dates) {
        Map<LocalDate, List<Integer>> proposals = new HashMap<>();
        jdbc.sql("SELECT DISTINCT meeting, proposal FROM meeting_mention WHERE meeting IN (:dates) ORDER BY proposal")
                .param("dates", dates)
                .query(row -> {
                    proposals
                            .computeIfAbsent(row.getObject("meeting", LocalDate.class), d -> new ArrayList<>())
                            .add(row.getInt("proposal"));
                });
        return jdbc.sql("""
                        SELECT m.held_on, m.title,
                          (SELECT COUNT(*) FROM meeting_attendee a
                           WHERE a.meeting = m.held_on AND a.member_id IS NOT NULL) AS members,
                          (SELECT COUNT(*) FROM meeting_attendee a
                           WHERE a.meeting = m.held_on AND a.member_id IS NULL) AS guests,
                          (SELECT COUNT(*) FROM meeting_agenda_item i WHERE i.meeting = m.held_on) AS agenda_items,
                          (SELECT COUNT(*) FROM meeting_action_item i WHERE i.meeting = m.held_on) AS action_items,
                          (SELECT COUNT(*) FROM meeting_action_item i
                           WHERE i.meeting = m.held_on AND i.done = FALSE) AS actions_open
                        FROM meeting m WHERE m.held_on IN (:dates) ORDER BY m.held_on DESC""")
                .param("dates", dates)
                .query((row, i) -> {
                    LocalDate date = row.getObject("held_on", LocalDate.class);
                    return new MeetingSummary(
                            date,
                            row.getString("title"),
                            row.getInt("members"),
                            row.getInt("guests"),
                            proposals.getOrDefault(date, List.of()),
                            row.getInt("agenda_items"),
                            row.getInt("action_items"),
                            row.getInt("actions_open"));
                })
                .list();
    }

    /// The years in which meetings were held, newest first.
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return jdbc.sql("SELECT DISTINCT EXTRACT(YEAR FROM held_on) AS held_in FROM meeting ORDER BY held_in DESC")
                .query((row, i) -> row.getInt(1))
                .list();
    }

    /// Whether minutes of that date are known.
    @Transactional(readOnly = true)
    public boolean exists(LocalDate date) {
        return meetings.existsById(date);
    }

    /// The meeting of that date.
    @Transactional(readOnly = true)
    public Optional<MeetingDetail> detail(LocalDate date) {
        return meetings.findById(date).map(this::detail);
    }

    private MeetingDetail detail(Meeting meeting) {
        Map<MemberId, Person> people = members.people();
        LocalDate date = meeting.heldOn();
        return new MeetingDetail(
                date,
                meeting.title(),
                meeting.minutes(),
                meeting.fileName(),
                meeting.pullRequestLinks(),
                meeting.attendees().stream()
                        .map(a -> new MeetingDetail.Attendee(a.name(), person(people, a.memberId())))
                        .toList(),
                meeting.agendaItems().stream()
                        .map(i -> new MeetingDetail.AgendaItem(
                                i.section(), Optional.ofNullable(i.done()), parts(i.presenters()), i.text()))
                        .toList(),
                meeting.actionItems().stream()
                        .map(i -> new MeetingDetail.ActionItem(i.done(), parts(i.owners()), i.text()))
                        .toList(),
                meeting.mentions().stream()
                        .map(m -> new MeetingDetail.Mention(m.proposal(), m.item(), m.excerpt()))
                        .toList(),
                meeting.openVotes().stream().map(Meeting.OpenVote::text).toList(),
                meeting.carriedAgendas().stream()
                        .map(Meeting.CarriedAgenda::agendaOf)
                        .toList(),
                meeting.threads().stream()
                        .map(t -> new MeetingDetail.ThreadLink(
                                t.repository(), t.kind(), t.number(), t.item(), t.excerpt(), t.line()))
                        .toList(),
                meeting.people().stream()
                        .map(p -> new MeetingDetail.Named(
                                p.role(), p.written(), person(people, p.memberId()), p.item(), p.excerpt(), p.line()))
                        .toList(),
                meeting.problems().stream()
                        .map(p -> new MeetingDetail.Problem(p.line(), p.message()))
                        .toList(),
                neighbour("SELECT MAX(held_on) FROM meeting WHERE held_on < :date", date),
                neighbour("SELECT MIN(held_on) FROM meeting WHERE held_on > :date", date));
    }

    private Optional<LocalDate> neighbour(String sql, LocalDate date) {
        List<Optional<LocalDate>> found = jdbc.sql(sql)
                .param("date", date)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .list();
        return found.getFirst();
    }

    private static Optional<Person> person(Map<MemberId, Person> people, @Nullable Long id) {
        return id == null ? Optional.empty() : Optional.ofNullable(people.get(new MemberId(id)));
    }

    static List<String> parts(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(", ", -1));
    }

    /// How many meetings since `from` each member attended. Members who attended none are absent.
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> attendanceSince(LocalDate from) {
        return jdbc
                .sql("""
                        SELECT member_id, COUNT(DISTINCT meeting) AS n FROM meeting_attendee
                        WHERE member_id IS NOT NULL AND meeting >= :from GROUP BY member_id""")
                .param("from", from)
                .query((row, i) -> Map.entry(new MemberId(row.getLong("member_id")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// How many meetings were held since `from`.
    @Transactional(readOnly = true)
    public int heldSince(LocalDate from) {
        return jdbc.sql("SELECT COUNT(*) FROM meeting WHERE held_on >= :from")
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    /// The dates of the meetings held since `from`, newest first.
    @Transactional(readOnly = true)
    public List<LocalDate> datesSince(LocalDate from) {
        return jdbc.sql("SELECT held_on FROM meeting WHERE held_on >= :from ORDER BY held_on DESC")
                .param("from", from)
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /// The dates of the meetings a member attended, newest first.
    @Transactional(readOnly = true)
    public List<LocalDate> attendedBy(MemberId member) {
        return jdbc.sql("SELECT DISTINCT meeting FROM meeting_attendee WHERE member_id = :member ORDER BY meeting DESC")
                .param("member", member.number())
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /// What was read before the first of many files and grows with them, so that the last costs no more than the first.
    static final class Known {

        private final NameIndex people;
        private final Set<NameIndex.Initials> initials;

        private Known(NameIndex people, Set<NameIndex.Initials> initials) {
            this.people = people;
            this.initials = initials;
        }
    }

    /// What is known now.
    Known known() {
        return new Known(new NameIndex(members.everybody()), new HashSet<>(learntInitials()));
    }

    private record Stored(long version, String hash) {}

    private Optional<Stored> stored(LocalDate date) {
        return jdbc.sql("SELECT version, file_hash FROM meeting WHERE held_on = :date")
                .param("date", date)
                .query((row, i) -> new Stored(row.getLong("version"), row.getString("file_hash")))
                .optional();
    }

    private static String storedName(String fileName) {
        return PlainText.beginning(fileName, LONGEST_FILE_NAME);
    }

    /// Takes over minutes. Reading the same file again changes nothing; a changed file replaces what the old one said.
    public Change take(Minutes minutes, String fileName, String content) {
        return take(minutes, fileName, content, known());
    }

    /// As [#take(Minutes, String, String)], for one of many files.
    Change take(Minutes minutes, String fileName, String content, Known known) {
        String hash = Sha256.of(content);
        Optional<Stored> stored = stored(minutes.date());
        if (stored.isPresent() && hash.equals(stored.get().hash())) {
            return Change.UNCHANGED;
        }
        Attribution names = new Attribution(minutes, known.people, known.initials);
        meetings.save(new Meeting(
                minutes.date(),
                stored.map(Stored::version).orElse(null),
                minutes.title(),
                content,
                storedName(fileName),
                hash,
                minutes.pullRequestLinks(),
                names.attendees(),
                minutes.agendaItems().stream()
                        .map(i -> new Meeting.AgendaItem(
                                i.section(),
                                i.done().orElse(null),
                                String.join(", ", i.presenters()),
                                i.text(),
                                i.line()))
                        .toList(),
                minutes.actionItems().stream()
                        .map(i -> new Meeting.ActionItem(i.done(), String.join(", ", i.owners()), i.text(), i.line()))
                        .toList(),
                minutes.mentions().stream()
                        .map(m -> new Meeting.Mention(m.cfep(), m.item(), m.excerpt(), m.line()))
                        .toList(),
                minutes.openVotes().stream().map(Meeting.OpenVote::new).toList(),
                minutes.carriedAgendas().stream()
                        .map(Meeting.CarriedAgenda::new)
                        .toList(),
                minutes.threads().stream()
                        .map(t -> new Meeting.ThreadLink(
                                t.repository(), t.kind(), t.number(), t.item(), t.excerpt(), t.line()))
                        .toList(),
                names.people(),
                minutes.problems().stream()
                        .map(p -> new Meeting.Problem(p.line(), p.message()))
                        .toList()));
        // Names that nobody has because this file is taken back would do little harm, and only to this import.
        names.own().forEach(known.initials::add);
        return stored.isPresent() ? Change.CHANGED : Change.NEW;
    }

    /// Initials of members as the tables of attendees of all meetings give them.
    private List<NameIndex.Initials> learntInitials() {
        return jdbc.sql("""
                        SELECT DISTINCT initials, member_id FROM meeting_attendee
                        WHERE initials IS NOT NULL AND member_id IS NOT NULL""")
                .query((row, i) ->
                        new NameIndex.Initials(row.getString("initials"), new MemberId(row.getLong("member_id"))))
                .list();
    }

    /// Recognises attendees who were guests as long as nobody of that name stood on a roster, and the people whom items
    /// name.
    ///
    /// @return how many attendees were recognised
    public int recogniseAttendees() {
        NameIndex people = new NameIndex(members.everybody());
        int found = recogniseGuests(people.learning(learntInitials()));
        recognisePeople(people.learning(learntInitials()));
        return found;
    }

    private int recogniseGuests(NameIndex names) {
        List<SqlParameterSource> recognised = new ArrayList<>();
        jdbc.sql("SELECT meeting, position, name, login, initials FROM meeting_attendee WHERE member_id IS NULL")
                .query(row -> {
                    Optional<Person> person =
                            names.attendee(row.getString("login"), row.getString("name"), row.getString("initials"));
                    if (person.isPresent()) {
                        recognised.add(place(row, person.get()));
                    }
                });
        many.batchUpdate("""
                UPDATE meeting_attendee SET member_id = :member
                WHERE meeting = :meeting AND position = :position""", recognised.toArray(SqlParameterSource[]::new));
        return recognised.size();
    }

    /// Initials that a guest has in the same minutes mean that guest.
    private void recognisePeople(NameIndex names) {
        Map<LocalDate, Set<String>> guests = new HashMap<>();
        jdbc.sql("SELECT meeting, initials FROM meeting_attendee WHERE member_id IS NULL AND initials IS NOT NULL")
                .query(row -> {
                    guests.computeIfAbsent(row.getObject("meeting", LocalDate.class), d -> new HashSet<>())
                            .add(row.getString("initials"));
                });
        Map<String, Optional<Person>> meant = new HashMap<>();
        List<SqlParameterSource> recognised = new ArrayList<>();
        jdbc.sql("SELECT meeting, position, written FROM meeting_person WHERE member_id IS NULL")
                .query(row -> {
                    String written = row.getString("written");
                    Optional<Person> person = meant.computeIfAbsent(written, names::named);
                    if (person.isPresent()
                            && !guests.getOrDefault(row.getObject("meeting", LocalDate.class), Set.of())
                                    .contains(written)) {
                        recognised.add(place(row, person.get()));
                    }
                });
        many.batchUpdate("""
                UPDATE meeting_person SET member_id = :member
                WHERE meeting = :meeting AND position = :position""", recognised.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource place(ResultSet row, Person person) throws SQLException {
        return new MapSqlParameterSource("member", person.id().number())
                .addValue("meeting", row.getObject("meeting", LocalDate.class))
                .addValue("position", row.getInt("position"));
    }

    /// A proposal's title as the minutes write it behind its number, if they do.
    public static Optional<String> titleIn(String item) {
        if (!LEADING_MARK.matcher(item).find()) {
            return Optional.empty();
        }
        String title = LEADING_MARK.matcher(item).replaceFirst("").strip();
        return title.isEmpty() ? Optional.empty() : Optional.of(title.substring(0, Math.min(title.length(), 400)));
    }
}
