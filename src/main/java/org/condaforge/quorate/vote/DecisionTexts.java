package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The words of decisions without a vote, many at a time: what a full-text search reads. A decision never changes.
@Service
@Transactional(readOnly = true)
public class DecisionTexts {

    /// A decision and the item under which its page shows it.
    public record Key(String policy, String item, long id) {}

    /// The words of one decision.
    ///
    /// @param login of who decided
    public record Text(Key key, String itemTitle, String subject, String justification, String login, LocalDate day) {}

    private final JdbcClient jdbc;

    DecisionTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every decision there is.
    public Set<Key> keys() {
        return new HashSet<>(jdbc.sql("SELECT id, policy, item FROM decision_without_vote")
                .query((row, i) -> new Key(row.getString("policy"), row.getString("item"), row.getLong("id")))
                .list());
    }

    /// The words of these decisions, by number.
    public List<Text> of(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT d.id, d.policy, d.item, d.item_title, d.subject, d.justification, d.decided_at, m.login
                        FROM decision_without_vote d JOIN member m ON m.id = d.decided_by
                        WHERE d.id IN (:ids) ORDER BY d.id""")
                .param("ids", keys.stream().map(Key::id).toList())
                .query((row, i) -> new Text(
                        new Key(row.getString("policy"), row.getString("item"), row.getLong("id")),
                        row.getString("item_title"),
                        row.getString("subject"),
                        row.getString("justification"),
                        row.getString("login"),
                        LocalDate.ofInstant(Utc.instant(row, "decided_at"), ZoneOffset.UTC)))
                .list();
    }
}
