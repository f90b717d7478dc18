package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.member.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who attended the meetings of all years, as figures, by what their minutes say.
@Service
@Transactional(readOnly = true)
public class Attendance {

    private final JdbcClient jdbc;

    Attendance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many meetings of each year a member attended. Whoever attended none is absent.
    public Map<MemberId, Map<Integer, Integer>> byYear() {
        Map<MemberId, Map<Integer, Integer>> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT member_id, EXTRACT(YEAR FROM meeting) AS in_year, COUNT(DISTINCT meeting) AS n
                        FROM meeting_attendee WHERE member_id IS NOT NULL
                        GROUP BY member_id, EXTRACT(YEAR FROM meeting)""").query(row -> {
            counts.computeIfAbsent(new MemberId(row.getLong("member_id")), m -> new HashMap<>())
                    .put(row.getInt("in_year"), row.getInt("n"));
        });
        return counts;
    }

    /// A meeting that was held.
    ///
    /// @param members how many members of core attended
    /// @param guests how many others are listed
    public record Held(LocalDate day, int members, int guests) {}

    /// The meetings whose minutes list somebody, oldest first.
    public List<Held> held() {
        return jdbc.sql("""
                        SELECT meeting, COUNT(DISTINCT member_id) AS members,
                               SUM(CASE WHEN member_id IS NULL THEN 1 ELSE 0 END) AS guests
                        FROM meeting_attendee GROUP BY meeting ORDER BY meeting""")
                .query((row, i) -> new Held(
                        row.getObject("meeting", LocalDate.class), row.getInt("members"), row.getInt("guests")))
                .list();
    }
}
