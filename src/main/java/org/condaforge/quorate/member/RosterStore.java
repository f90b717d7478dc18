package org.condaforge.quorate.member;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.RosterSeries.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Roster files and what follows from them in the database: read whole and written in batches, because one file may
/// change everybody.
@Component
class RosterStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RosterStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<DatedRoster> files() {
        return jdbc.sql("SELECT roster, held_on, dated, name, content FROM roster_file")
                .query((row, i) -> new DatedRoster(
                        Standing.valueOf(row.getString("roster")),
                        row.getObject("held_on", LocalDate.class),
                        RosterName.Dated.valueOf(row.getString("dated")),
                        row.getString("name"),
                        row.getString("content")))
                .list();
    }

    void keep(DatedRoster file) {
        jdbc.sql("""
                        INSERT INTO roster_file (roster, held_on, dated, name, content)
                        VALUES (:roster, :day, :dated, :name, :content)
                        ON DUPLICATE KEY UPDATE name = VALUES(name), content = VALUES(content)""")
                .param("roster", file.list().name())
                .param("day", file.day())
                .param("dated", file.dated().name())
                .param("name", file.source())
                .param("content", file.text())
                .update();
    }

    /// Everybody with their standings; nobody else changes them until the transaction ends.
    List<Member> members() {
        Map<Long, List<StandingPeriod>> periods = new HashMap<>();
        List<Member> members = jdbc.sql("SELECT id, version, login, login_key, name, email FROM member FOR UPDATE")
                .query((row, i) -> new Member(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("login"),
                        row.getString("login_key"),
                        row.getString("name"),
                        row.getString("email"),
                        List.of()))
                .list();
        jdbc.sql("""
                        SELECT member_id, standing, since, since_exact, until, source FROM member_standing
                        ORDER BY member_id, position""").query(row -> {
            periods.computeIfAbsent(row.getLong("member_id"), id -> new ArrayList<>())
                    .add(MemberService.period(row));
        });
        return members.stream()
                .map(member -> member.stood(periods.getOrDefault(member.id().number(), List.of())))
                .toList();
    }

    /// Somebody on a list.
    record Listed(String login, String name, @Nullable String email, Standing standing) {}

    /// Who is on a list on that day, by the key of the login.
    Map<String, Listed> listedOn(LocalDate day) {
        Map<String, Listed> listed = new HashMap<>();
        jdbc.sql("""
                        SELECT m.login_key, m.login, m.name, m.email, s.standing
                        FROM member m JOIN member_standing s ON s.member_id = m.id
                        WHERE s.since <= :day AND (s.until IS NULL OR s.until > :day)""").param("day", day).query(row -> {
            listed.put(
                    row.getString("login_key"),
                    new Listed(
                            row.getString("login"),
                            row.getString("name"),
                            row.getString("email"),
                            Standing.valueOf(row.getString("standing"))));
        });
        return listed;
    }

    Map<MemberId, List<Point>> recorded() {
        Map<MemberId, List<Point>> recorded = new HashMap<>();
        jdbc.sql("SELECT member_id, since, since_exact, standing, source FROM recorded_standing ORDER BY since")
                .query(row -> {
                    recorded.computeIfAbsent(new MemberId(row.getLong("member_id")), id -> new ArrayList<>())
                            .add(new Point(
                                    row.getObject("since", LocalDate.class),
                                    Optional.ofNullable(row.getString("standing"))
                                            .map(Standing::valueOf),
                                    row.getBoolean("since_exact"),
                                    row.getString("source")));
                });
        return recorded;
    }

    /// Records what the application itself knows of a member; of the same day, the last counts.
    void record(MemberId member, List<Point> points) {
        batches.batchUpdate(
                """
                INSERT INTO recorded_standing (member_id, since, since_exact, standing, source) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE since_exact = VALUES(since_exact), standing = VALUES(standing),
                    source = VALUES(source)""",
                points.stream()
                        .map(point -> new @Nullable Object[] {
                            member.number(),
                            Date.valueOf(point.day()),
                            point.exact(),
                            point.standing().map(Standing::name).orElse(null),
                            point.source()
                        })
                        .toList());
    }

    /// Adds the new and writes the changed members, with their standings.
    void write(List<Member> fresh, List<Member> changed) {
        List<Member> written = new ArrayList<>(changed);
        if (!fresh.isEmpty()) {
            batches.batchUpdate(
                    "INSERT INTO member (version, login, login_key, name, email) VALUES (0, ?, ?, ?, ?)",
                    fresh.stream()
                            .map(member -> new @Nullable Object[] {
                                member.login(), member.loginKey(), member.name(), member.email()
                            })
                            .toList());
            Map<String, Long> ids = new HashMap<>();
            jdbc.sql("SELECT id, login_key FROM member").query(row -> {
                ids.put(row.getString("login_key"), row.getLong("id"));
            });
            fresh.forEach(member -> written.add(new Member(
                    ids.get(member.loginKey()),
                    0L,
                    member.login(),
                    member.loginKey(),
                    member.name(),
                    member.email(),
                    member.standings())));
        }
        if (!changed.isEmpty()) {
            batches.batchUpdate(
                    "UPDATE member SET version = version + 1, login = ?, login_key = ?, name = ?, email = ? WHERE id = ?",
                    changed.stream()
                            .map(member -> new @Nullable Object[] {
                                member.login(), member.loginKey(), member.name(), member.email(), member.number()
                            })
                            .toList());
            batches.batchUpdate(
                    "DELETE FROM member_standing WHERE member_id = ?",
                    changed.stream()
                            .map(member -> new @Nullable Object[] {member.number()})
                            .toList());
        }
        writeStandings(written);
    }

    private void writeStandings(List<Member> members) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Member member : members) {
            for (int position = 0; position < member.standings().size(); position++) {
                StandingPeriod period = member.standings().get(position);
                LocalDate until = period.until();
                rows.add(new @Nullable Object[] {
                    member.number(),
                    position,
                    period.standing().name(),
                    Date.valueOf(period.since()),
                    period.sinceExact(),
                    until == null ? null : Date.valueOf(until),
                    period.source()
                });
            }
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    INSERT INTO member_standing (member_id, position, standing, since, since_exact, until, source)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""", rows);
        }
    }
}
