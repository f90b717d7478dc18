package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The words of minutes, many at a time: what a full-text search reads.
@Service
@Transactional(readOnly = true)
public class MinutesTexts {

    /// The words of one meeting's minutes, Markdown as the file has it.
    public record Text(LocalDate date, String title, String minutes) {}

    private final JdbcClient jdbc;

    MinutesTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mark for each meeting; it differs once the words differ.
    public Map<LocalDate, String> marks() {
        Map<LocalDate, String> marks = new HashMap<>();
        jdbc.sql("SELECT held_on, file_hash FROM meeting").query(row -> {
            marks.put(row.getObject("held_on", LocalDate.class), row.getString("file_hash"));
        });
        return marks;
    }

    /// The words of these meetings, oldest first.
    public List<Text> of(Collection<LocalDate> dates) {
        if (dates.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT held_on, title, minutes FROM meeting WHERE held_on IN (:dates) ORDER BY held_on")
                .param("dates", dates)
                .query((row, i) -> new Text(
                        row.getObject("held_on", LocalDate.class), row.getString("title"), row.getString("minutes")))
                .list();
    }
}
