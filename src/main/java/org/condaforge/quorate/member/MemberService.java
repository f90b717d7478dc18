package org.condaforge.quorate.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.condaforge.quorate.store.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The roster and its people.
@Service
@Transactional
public class MemberService {

    /// What reading a roster line changed.
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /// As many characters as the column has.
    private static final int LONGEST_SOURCE = 400;

    private final Members members;
    private final JdbcClient jdbc;
    private final RosterStore rosters;
    private final RenamedLogins renamed;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MemberService(
            Members members,
            JdbcClient jdbc,
            RosterStore rosters,
            RenamedLogins renamed,
            Clock clock,
            ApplicationEventPublisher events) {
        this.members = members;
        this.jdbc = jdbc;
        this.rosters = rosters;
        this.renamed = renamed;
        this.clock = clock;
        this.events = events;
    }

    /// The roster of that day: who was active and who emeritus.
    @Transactional(readOnly = true)
    public Roster rosterOn(LocalDate day) {
        List<Roster.Entry> entries = jdbc.sql("""
                        SELECT m.id, m.login, m.name, s.standing
                        FROM member m JOIN member_standing s ON s.member_id = m.id
                        WHERE s.since <= :day AND (s.until IS NULL OR s.until > :day)
                        ORDER BY m.name, m.login_key""")
                .param("day", day)
                .query((row, i) -> new Roster.Entry(
                        new MemberId(row.getLong("id")),
                        row.getString("login"),
                        row.getString("name"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
        return new Roster(
                day,
                entries.stream().filter(e -> e.standing() == Standing.ACTIVE).toList(),
                entries.stream().filter(e -> e.standing() == Standing.EMERITUS).toList());
    }

    /// Today's roster (UTC).
    @Transactional(readOnly = true)
    public Roster roster() {
        return rosterOn(LocalDate.now(clock));
    }

    /// The period of standing that each member of that day's roster is in, in one statement.
    @Transactional(readOnly = true)
    public Map<MemberId, StandingPeriod> standingsOn(LocalDate day) {
        return jdbc
                .sql("""
                        SELECT member_id, standing, since, since_exact, until, source FROM member_standing
                        WHERE since <= :day AND (until IS NULL OR until > :day)""")
                .param("day", day)
                .query((row, i) -> Map.entry(new MemberId(row.getLong("member_id")), period(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The member who has or had that login, in any case, with all standings. Without the e-mail address, which is for
    /// secretaries and the member alone.
    @Transactional(readOnly = true)
    public Optional<Member> byLogin(String login) {
        return known(login).map(Member::withoutEmail);
    }

    private Optional<Member> known(String login) {
        return members.findByAnyLogin(renamed.key(login));
    }

    /// Login and standing of today of whoever has or had that login, in one statement.
    @Transactional(readOnly = true)
    public Optional<Roster.Entry> rosterEntry(String login) {
        return jdbc.sql("""
                        SELECT m.id, m.login, m.name, s.standing
                        FROM member m JOIN member_standing s ON s.member_id = m.id
                        WHERE m.login_key = COALESCE(
                                (SELECT r.login_key FROM renamed_login r WHERE r.old_key = :key), :key)
                          AND s.since <= :day AND (s.until IS NULL OR s.until > :day)""")
                .param("key", renamed.key(login))
                .param("day", LocalDate.now(clock))
                .query((row, i) -> new Roster.Entry(
                        new MemberId(row.getLong("id")),
                        row.getString("login"),
                        row.getString("name"),
                        Standing.valueOf(row.getString("standing"))))
                .optional();
    }

    /// A page of who stood on the roster on that day, by name, with all standings they ever had; only those with that
    /// standing where one is given.
    @Transactional(readOnly = true)
    public Page<MemberHistory> histories(LocalDate day, Optional<Standing> standing, Page.Request page) {
        String from = """
                FROM member m JOIN member_standing s ON s.member_id = m.id
                WHERE s.since <= :day AND (s.until IS NULL OR s.until > :day)
                  AND s.standing IN (:standings)""";
        List<String> standings = standing.map(List::of).orElse(List.of(Standing.values())).stream()
                .map(Standing::name)
                .toList();
        int total = jdbc.sql("SELECT COUNT(*) " + from)
                .param("day", day)
                .param("standings", standings)
                .query(Integer.class)
                .single();
        List<Person> found = jdbc.sql("SELECT m.id, m.login, m.name " + from
                        + " ORDER BY m.name, m.login_key LIMIT :size OFFSET :offset")
                .param("day", day)
                .param("standings", standings)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> person(row))
                .list();
        return page.of(withStandings(found), total);
    }

    /// The standings of the member who has or had that login, in any case.
    @Transactional(readOnly = true)
    public Optional<MemberHistory> history(String login) {
        List<Person> found = jdbc.sql("""
                        SELECT id, login, name FROM member
                        WHERE login_key = COALESCE(
                                (SELECT r.login_key FROM renamed_login r WHERE r.old_key = :key), :key)""")
                .param("key", renamed.key(login))
                .query((row, i) -> person(row))
                .list();
        return withStandings(found).stream().findFirst();
    }

    private List<MemberHistory> withStandings(List<Person> people) {
        Map<MemberId, List<StandingPeriod>> periods = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("""
                            SELECT member_id, standing, since, since_exact, until, source FROM member_standing
                            WHERE member_id IN (:members) ORDER BY member_id, position""")
                    .param(
                            "members",
                            people.stream().map(person -> person.id().number()).toList())
                    .query(row -> {
                        periods.computeIfAbsent(new MemberId(row.getLong("member_id")), m -> new ArrayList<>())
                                .add(period(row));
                    });
        }
        return people.stream()
                .map(person ->
                        new MemberHistory(person.login(), person.name(), periods.getOrDefault(person.id(), List.of())))
                .toList();
    }

    /// Every standing that every member ever had, oldest first, in one statement.
    @Transactional(readOnly = true)
    public Map<MemberId, List<StandingPeriod>> standings() {
        Map<MemberId, List<StandingPeriod>> periods = new HashMap<>();
        jdbc.sql("""
                        SELECT member_id, standing, since, since_exact, until, source FROM member_standing
                        ORDER BY member_id, position""").query(row -> {
            periods.computeIfAbsent(new MemberId(row.getLong("member_id")), m -> new ArrayList<>())
                    .add(period(row));
        });
        return periods;
    }

    static StandingPeriod period(ResultSet row) throws SQLException {
        return new StandingPeriod(
                Standing.valueOf(row.getString("standing")),
                row.getObject("since", LocalDate.class),
                row.getBoolean("since_exact"),
                row.getObject("until", LocalDate.class),
                row.getString("source"));
    }

    /// Everybody who ever stood on a roster, by name; with the standing they have today, if any.
    @Transactional(readOnly = true)
    public List<Person> everybody() {
        return jdbc.sql("SELECT id, login, name FROM member ORDER BY name, login_key")
                .query((row, i) -> person(row))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(new MemberId(row.getLong("id")), row.getString("login"), row.getString("name"));
    }

    /// A member's id, login and name.
    public record Person(MemberId id, String login, String name) {}

    /// The people by id, in one statement.
    @Transactional(readOnly = true)
    public Map<MemberId, Person> people() {
        return everybody().stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// Records that somebody has this standing from today on. What is recorded so counts whatever a roster file says,
    /// until one of a later day says the same. A member who is not known yet is added; nothing changes where the
    /// standing holds already.
    public Change take(RosterFile.Row row, Standing standing, String source) {
        LocalDate today = LocalDate.now(clock);
        Optional<Member> known = known(row.login());
        @Nullable String email = row.email().orElse(null);
        if (known.isEmpty()) {
            // Nobody says since when.
            Member added = members.save(
                    Member.called(row.login(), row.name(), email).standing(standing, today, false, source));
            record(added);
            return Change.NEW;
        }
        Member before = known.get();
        Member after = before.known(row.login(), row.name(), email).standing(standing, today, true, source);
        if (after.equals(before)) {
            return Change.UNCHANGED;
        }
        Member saved = members.save(after);
        if (!after.standings().equals(before.standings())) {
            record(saved);
            StandingChanged change = new StandingChanged(
                    saved.id(),
                    saved.login(),
                    before.standingOn(today),
                    Optional.of(standing),
                    clock.instant(),
                    source);
            events.publishEvent(change);
            events.publishEvent(
                    new Act(Optional.empty(), change.at(), new Act.Subject("member", saved.login()), change.words()));
        }
        return Change.CHANGED;
    }

    /// Gives somebody who is on the roster another standing, and tells why. What is recorded so counts whatever a
    /// roster file says, until one of a later day says the same. Asks nobody who they are: whoever calls has.
    ///
    /// @param since the first day of it, in UTC; never before the standing of today began
    /// @param by who decided it; empty where the application did
    /// @param source why, as the history of the member gives it; cut where it is too long
    /// @throws IllegalArgumentException for somebody who is on no roster
    public void changeStanding(
            MemberId id, Standing standing, LocalDate since, Instant at, Optional<MemberId> by, String source) {
        Member before = members.findById(id.number())
                .orElseThrow(() -> new IllegalArgumentException("There is no such member."));
        StandingPeriod current = before.current()
                .orElseThrow(() -> new IllegalArgumentException("%s is on no roster.".formatted(before.name())));
        LocalDate day = since.isBefore(current.since()) ? current.since() : since;
        String why = source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE - 1) + "…";
        Member after = before.standing(standing, day, true, why);
        if (after.equals(before)) {
            return;
        }
        Member saved = members.save(after);
        record(saved);
        events.publishEvent(new StandingChanged(
                saved.id(), saved.login(), Optional.of(current.standing()), Optional.of(standing), at, why));
        events.publishEvent(new Act(
                by, at, new Act.Subject("member", saved.login()), "became %s: %s".formatted(standing.label(), why)));
    }

    private void record(Member member) {
        StandingPeriod last = member.standings().getLast();
        rosters.record(
                member.id(),
                List.of(new RosterSeries.Point(
                        last.since(), Optional.of(last.standing()), last.sinceExact(), last.source())));
    }

    /// Adds a member with the standings they had, oldest first, as recorded here: how a community is first laid down.
    public MemberId add(String login, String name, List<StandingPeriod> standings) {
        MemberId id =
                members.save(Member.called(login, name, null).stood(standings)).id();
        Map<LocalDate, RosterSeries.Point> points = new TreeMap<>();
        for (StandingPeriod period : standings) {
            LocalDate until = period.until();
            points.put(
                    period.since(),
                    new RosterSeries.Point(
                            period.since(), Optional.of(period.standing()), period.sinceExact(), period.source()));
            if (until != null) {
                points.put(until, new RosterSeries.Point(until, Optional.empty(), true, period.source()));
            }
        }
        rosters.record(id, List.copyOf(points.values()));
        return id;
    }
}
