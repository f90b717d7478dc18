package org.condaforge.quorate.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final Members members;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MemberService(Members members, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.members = members;
        this.jdbc = jdbc;
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

    /// The member with that login in any case, with all standings.
    @Transactional(readOnly = true)
    public Optional<Member> byLogin(String login) {
        return members.findByLoginKey(Member.key(login));
    }

    /// Login and standing of today of that login, in one statement.
    @Transactional(readOnly = true)
    public Optional<Roster.Entry> rosterEntry(String login) {
        return jdbc.sql("""
                        SELECT m.id, m.login, m.name, s.standing
                        FROM member m JOIN member_standing s ON s.member_id = m.id
                        WHERE m.login_key = :key AND s.since <= :day AND (s.until IS NULL OR s.until > :day)""")
                .param("key", Member.key(login))
                .param("day", LocalDate.now(clock))
                .query((row, i) -> new Roster.Entry(
                        new MemberId(row.getLong("id")),
                        row.getString("login"),
                        row.getString("name"),
                        Standing.valueOf(row.getString("standing"))))
                .optional();
    }

    /// Everybody who ever stood on a roster, by name; with the standing they have today, if any.
    @Transactional(readOnly = true)
    public List<Person> everybody() {
        return jdbc.sql("SELECT id, login, name FROM member ORDER BY name, login_key")
                .query((row, i) ->
                        new Person(new MemberId(row.getLong("id")), row.getString("login"), row.getString("name")))
                .list();
    }

    /// A member's id, login and name.
    public record Person(MemberId id, String login, String name) {}

    /// The people by id, in one statement.
    @Transactional(readOnly = true)
    public Map<MemberId, Person> people() {
        return everybody().stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// Takes over the lines of a roster file: everybody in it has this standing. A member who is not known yet is
    /// added;
    /// one with another standing changes to this one today. Reading the same file again changes nothing.
    public Change take(RosterFile.Row row, Standing standing, String source) {
        LocalDate today = LocalDate.now(clock);
        Optional<Member> known = members.findByLoginKey(Member.key(row.login()));
        @Nullable String email = row.email().orElse(null);
        if (known.isEmpty()) {
            // The file says what holds today, not since when.
            members.save(Member.called(row.login(), row.name(), email).standing(standing, today, false, source));
            return Change.NEW;
        }
        Member before = known.get();
        Member after = before.known(row.login(), row.name(), email).standing(standing, today, true, source);
        if (after.equals(before)) {
            return Change.UNCHANGED;
        }
        Member saved = members.save(after);
        if (!after.standings().equals(before.standings())) {
            events.publishEvent(new Act(
                    Optional.empty(),
                    clock.instant(),
                    new Act.Subject("member", saved.login()),
                    "became %s, by %s".formatted(standing.label(), source)));
        }
        return Change.CHANGED;
    }

    /// Adds a member with the standings they had, oldest first: how a community is first laid down.
    public MemberId add(String login, String name, List<StandingPeriod> standings) {
        Member member = Member.called(login, name, null);
        return members.save(new Member(
                        null, null, member.login(), member.loginKey(), member.name(), null, new ArrayList<>(standings)))
                .id();
    }
}
