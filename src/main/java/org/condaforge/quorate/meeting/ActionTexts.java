package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The words of action items, many at a time: what a full-text search reads.
@Service
@Transactional(readOnly = true)
public class ActionTexts {

    private static final String OWNERS = """
            SELECT o.action_id, COALESCE(m.login, o.name) AS owner FROM action_owner o
            JOIN action_item a ON a.id = o.action_id AND o.by_hand = (a.assigned_at IS NOT NULL)
            LEFT JOIN member m ON m.id = o.member_id""";

    /// The words of one action item.
    ///
    /// @param begunOn the first meeting that had it, or the day it was added here
    /// @param owners logins, or names as written
    public record Text(ActionId id, String text, LocalDate begunOn, List<String> owners) {

        public Text {
            owners = List.copyOf(owners);
        }
    }

    private final JdbcClient jdbc;

    ActionTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mark for each item; it differs once the words or the owners differ.
    public Map<ActionId, String> marks() {
        Map<Long, List<String>> owners = new HashMap<>();
        jdbc.sql(OWNERS + " ORDER BY o.action_id, o.position").query(row -> {
            owners.computeIfAbsent(row.getLong("action_id"), id -> new ArrayList<>())
                    .add(row.getString("owner"));
        });
        Map<ActionId, String> marks = new HashMap<>();
        jdbc.sql("SELECT id, text, begun_on FROM action_item").query(row -> {
            long id = row.getLong("id");
            marks.put(
                    new ActionId(id),
                    String.join(
                            " ",
                            row.getString("begun_on"),
                            String.join("/", owners.getOrDefault(id, List.of())),
                            row.getString("text")));
        });
        return marks;
    }

    /// The words of these items, by number.
    public List<Text> of(Collection<ActionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = ids.stream().map(ActionId::number).toList();
        Map<Long, List<String>> owners = new HashMap<>();
        jdbc.sql(OWNERS + " WHERE o.action_id IN (:ids) ORDER BY o.action_id, o.position")
                .param("ids", numbers)
                .query(row -> {
                    owners.computeIfAbsent(row.getLong("action_id"), id -> new ArrayList<>())
                            .add(row.getString("owner"));
                });
        return jdbc.sql("SELECT id, text, begun_on FROM action_item WHERE id IN (:ids) ORDER BY id")
                .param("ids", numbers)
                .query((row, i) -> new Text(
                        new ActionId(row.getLong("id")),
                        row.getString("text"),
                        row.getObject("begun_on", LocalDate.class),
                        owners.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }
}
