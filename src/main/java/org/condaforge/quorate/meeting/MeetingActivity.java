package org.condaforge.quorate.meeting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Activity;
import org.condaforge.quorate.member.ActivitySource;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The last meeting that each member attended, and the last action item that they took over, added or ticked.
/// That minutes copy an item from meeting to meeting is no sign of its owner.
@Component
@Transactional(readOnly = true)
class MeetingActivity implements ActivitySource {

    private final JdbcClient jdbc;

    MeetingActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Activity> last() {
        return Stream.concat(attended().stream(), actions().stream()).toList();
    }

    private List<Activity> attended() {
        return jdbc.sql("""
                        SELECT member_id, MAX(meeting) AS seen_on FROM meeting_attendee
                        WHERE member_id IS NOT NULL GROUP BY member_id""")
                .query((row, i) -> {
                    var day = Utc.maybeDate(row, "seen_on").orElseThrow();
                    return new Activity(
                            new MemberId(row.getLong("member_id")),
                            "meeting",
                            day,
                            Optional.of(new Act.Subject("meeting", day.toString())));
                })
                .list();
    }

    private List<Activity> actions() {
        return jdbc.sql("""
                        SELECT member_id, id, seen_on FROM (
                            SELECT member_id, id, seen_on,
                                   ROW_NUMBER() OVER (PARTITION BY member_id ORDER BY seen_on DESC, id DESC) AS place
                            FROM (
                                SELECT o.member_id AS member_id, a.id AS id, a.begun_on AS seen_on
                                FROM action_owner o JOIN action_item a ON a.id = o.action_id
                                WHERE o.member_id IS NOT NULL
                                UNION ALL
                                SELECT added_by, id, CAST(added_at AS DATE) FROM action_item
                                WHERE added_by IS NOT NULL
                                UNION ALL
                                SELECT hand_by, id, CAST(hand_at AS DATE) FROM action_item
                                WHERE hand_by IS NOT NULL) seen) ranked
                        WHERE place = 1""")
                .query((row, i) -> new Activity(
                        new MemberId(row.getLong("member_id")),
                        "action item",
                        Utc.maybeDate(row, "seen_on").orElseThrow(),
                        Optional.of(new Act.Subject("action", String.valueOf(row.getLong("id"))))))
                .list();
    }
}
