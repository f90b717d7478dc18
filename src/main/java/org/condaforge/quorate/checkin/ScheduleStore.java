package org.condaforge.quorate.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far the schedule of rounds was carried out, and when emeritus members want to be asked again.
@Component
class ScheduleStore {

    private final JdbcClient jdbc;

    ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last date of each cadence of that policy that was seen to.
    Map<String, Instant> lastDue(String policy) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("SELECT cadence, last_due FROM check_in_schedule WHERE policy = :policy")
                .param("policy", policy)
                .query(row -> {
                    last.put(row.getString("cadence"), Utc.instant(row, "last_due"));
                });
        return last;
    }

    /// Takes note of a cadence: everything up to that date counts as seen to.
    void begin(String policy, String cadence, Instant due) {
        jdbc.sql("""
                        INSERT INTO check_in_schedule (policy, cadence, last_due) VALUES (:policy, :cadence, :due)
                        ON DUPLICATE KEY UPDATE cadence = VALUES(cadence)""")
                .param("policy", policy)
                .param("cadence", cadence)
                .param("due", Utc.column(due))
                .update();
    }

    /// Whether that date is the caller's to see to: true once, on whichever node is first.
    boolean take(String policy, String cadence, Instant due) {
        return jdbc.sql("""
                        UPDATE check_in_schedule SET last_due = :due
                        WHERE policy = :policy AND cadence = :cadence AND last_due < :due""")
                        .param("policy", policy)
                        .param("cadence", cadence)
                        .param("due", Utc.column(due))
                        .update()
                == 1;
    }

    Optional<LocalDate> returnOf(MemberId member) {
        return jdbc.sql("SELECT returns_on FROM sabbatical WHERE member_id = :member")
                .param("member", member.number())
                .query((row, i) -> Utc.maybeDate(row, "returns_on").orElseThrow())
                .optional();
    }

    /// Keeps when they want to be asked again; forgets it where there is no day.
    void returnsOn(MemberId member, Optional<LocalDate> day) {
        jdbc.sql("DELETE FROM sabbatical WHERE member_id = :member")
                .param("member", member.number())
                .update();
        day.ifPresent(on -> jdbc.sql("INSERT INTO sabbatical (member_id, returns_on) VALUES (:member, :day)")
                .param("member", member.number())
                .param("day", on)
                .update());
    }
}
