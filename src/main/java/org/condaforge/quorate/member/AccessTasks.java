package org.condaforge.quorate.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.AccessTask.State;
import org.condaforge.quorate.member.AccessTask.What;
import org.condaforge.quorate.store.Utc;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The items of checklists: opened by a change of standing, in the transaction of that change.
@Component
class AccessTasks {

    /// What a reason may have, in characters.
    private static final int LONGEST_REASON = 500;

    private static final String COLUMNS = """
            SELECT t.id, t.what, t.member_id, m.login, m.name, t.system_id, s.name AS system_name, s.managed_at, t.reason,
                   t.opened_at, t.state, t.ended_by, t.ended_at, t.note
            FROM access_task t JOIN member m ON m.id = t.member_id JOIN access_system s ON s.id = t.system_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AccessTasks(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Whoever is active no longer keeps nothing by oversight: each thing they hold is to be revoked. Whoever is active
    /// again is to be given what they held before, except what they still hold.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(StandingChanged change) {
        What outdated = change.returned() ? What.REVOKE : What.GRANT;
        jdbc.sql("""
                        UPDATE access_task SET pending = NULL, state = 'DROPPED', ended_at = :at, note = :note
                        WHERE member_id = :member AND pending = 1 AND what = :what""")
                .param("at", Utc.column(change.at()))
                .param("note", "The member " + cut(change.words()) + ".")
                .param("member", change.member().number())
                .param("what", outdated.name())
                .update();
        List<AccessSystem.Id> systems = change.returned() ? lost(change.member()) : held(change.member());
        open(
                systems.stream()
                        .map(system -> new Opening(change.member(), system, cut(change.words())))
                        .toList(),
                change.returned() ? What.GRANT : What.REVOKE,
                change.at());
    }

    private List<AccessSystem.Id> held(MemberId member) {
        return systems("g.held = 1", member);
    }

    private List<AccessSystem.Id> lost(MemberId member) {
        return systems("""
                g.held IS NULL AND NOT EXISTS (SELECT 1 FROM access_grant h WHERE h.member_id = g.member_id
                    AND h.system_id = g.system_id AND h.held = 1)""", member);
    }

    /// Systems of which the member has such grants, and which are not on the list already.
    private List<AccessSystem.Id> systems(String such, MemberId member) {
        return jdbc.sql("""
                        SELECT DISTINCT g.system_id FROM access_grant g
                        WHERE g.member_id = :member AND NOT EXISTS (SELECT 1 FROM access_task t
                            WHERE t.member_id = g.member_id AND t.system_id = g.system_id AND t.pending = 1) AND\s""" + such)
                .param("member", member.number())
                .query((row, i) -> new AccessSystem.Id(row.getLong("system_id")))
                .list();
    }

    private static String cut(String words) {
        return words.length() > LONGEST_REASON ? words.substring(0, LONGEST_REASON) : words;
    }

    /// Something that goes onto the list.
    record Opening(MemberId member, AccessSystem.Id system, String reason) {}

    /// Puts them on the list; none of them may be on it.
    void open(List<Opening> openings, What what, Instant at) {
        batches.batchUpdate(
                """
                INSERT INTO access_task (member_id, system_id, what, reason, opened_at, pending, state, note)
                VALUES (?, ?, ?, ?, ?, 1, 'OPEN', '')""",
                openings.stream()
                        .map(opening -> new Object[] {
                            opening.member().number(),
                            opening.system().number(),
                            what.name(),
                            opening.reason(),
                            Utc.column(at)
                        })
                        .toList());
    }

    /// Ends the open item of that kind, if there is one.
    void settle(MemberId member, AccessSystem.Id system, What what, String by, Instant at) {
        jdbc.sql("""
                        UPDATE access_task SET pending = NULL, state = 'DONE', ended_by = :by, ended_at = :at
                        WHERE member_id = :member AND system_id = :system AND what = :what AND pending = 1""")
                .param("by", by)
                .param("at", Utc.column(at))
                .param("member", member.number())
                .param("system", system.number())
                .param("what", what.name())
                .update();
    }

    /// Ends that item; whether it was open until now.
    boolean end(AccessTask.Id id, State state, String by, Instant at, String note) {
        return jdbc.sql("""
                                UPDATE access_task SET pending = NULL, state = :state, ended_by = :by, ended_at = :at, note = :note
                                WHERE id = :id AND pending = 1""")
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", Utc.column(at))
                        .param("note", note)
                        .param("id", id.number())
                        .update()
                == 1;
    }

    Optional<AccessTask> find(AccessTask.Id id, Instant overdueBefore) {
        return jdbc.sql(COLUMNS + "WHERE t.id = :id")
                .param("id", id.number())
                .query((row, i) -> task(row, overdueBefore))
                .optional();
    }

    /// The open items, those of a member together, the oldest first.
    List<AccessTask> open(Instant overdueBefore) {
        return jdbc.sql(COLUMNS + "WHERE t.pending = 1 ORDER BY t.opened_at, m.name, m.id, t.what, s.name_key, t.id")
                .query((row, i) -> task(row, overdueBefore))
                .list();
    }

    /// The items that ended last.
    List<AccessTask> ended(int most, Instant overdueBefore) {
        return jdbc.sql(COLUMNS + "WHERE t.state <> 'OPEN' ORDER BY t.ended_at DESC, t.id DESC LIMIT :most")
                .param("most", most)
                .query((row, i) -> task(row, overdueBefore))
                .list();
    }

    /// How many items are overdue, and of how many members.
    AccessChecklist.Overdue overdue(Instant overdueBefore) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS items, COUNT(DISTINCT member_id) AS members FROM access_task
                        WHERE state = 'OPEN' AND opened_at < :before""")
                .param("before", Utc.column(overdueBefore))
                .query((row, i) -> new AccessChecklist.Overdue(row.getInt("items"), row.getInt("members")))
                .single();
    }

    private static AccessTask task(ResultSet row, Instant overdueBefore) throws SQLException {
        Optional<Instant> endedAt = Utc.maybeInstant(row, "ended_at");
        State state = State.valueOf(row.getString("state"));
        Optional<String> by = Optional.ofNullable(row.getString("ended_by"));
        String note = row.getString("note");
        Instant openedAt = Utc.instant(row, "opened_at");
        return new AccessTask(
                new AccessTask.Id(row.getLong("id")),
                What.valueOf(row.getString("what")),
                new MemberService.Person(
                        new MemberId(row.getLong("member_id")), row.getString("login"), row.getString("name")),
                new AccessSystem.Id(row.getLong("system_id")),
                row.getString("system_name"),
                row.getString("managed_at"),
                row.getString("reason"),
                openedAt,
                endedAt.isEmpty() && openedAt.isBefore(overdueBefore),
                endedAt.map(at -> new AccessTask.Ended(state, by, at, note)));
    }
}
