package org.condaforge.quorate.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.journal.Link.Written;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The chain of the journal: appends what is pending, and checks that nothing was changed, removed or put in between.
@Service
@Transactional
public class JournalChain {

    private static final int BATCH = 500;
    private static final int MOST_FAULTS = 20;

    private static final String ENTRY =
            "j.id, j.happened_at, j.member_id, j.subject_kind, j.subject_key, j.audience, j.what";

    private final JdbcClient jdbc;

    JournalChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a check of the whole chain found.
    ///
    /// @param entries in the journal
    /// @param pending of them, not chained yet
    /// @param position of the end of the chain: how many entries it holds
    /// @param hash of the end of the chain; whoever wrote it down earlier can tell that nothing before it changed
    /// @param faults what is wrong, a sentence each, at most twenty; none where the chain is whole
    public record Verdict(long entries, long pending, long position, String hash, List<String> faults) {

        public Verdict {
            faults = List.copyOf(faults);
        }

        /// Whether nothing is wrong.
        public boolean whole() {
            return faults.isEmpty();
        }
    }

    /// Chains what is pending, at most a batch of it. One transaction at a time does, on whichever node.
    ///
    /// @return how many entries were chained
    int append() {
        if (pending() == 0) {
            return 0;
        }
        Link link = head();
        List<Written> entries = jdbc.sql("SELECT " + ENTRY + """
                         FROM journal_pending p JOIN journal j ON j.id = p.entry
                        ORDER BY p.entry LIMIT :most""")
                .param("most", BATCH)
                .query((row, i) -> written(row))
                .list();
        if (entries.isEmpty()) {
            return 0; // Another node was first.
        }
        StringBuilder rows = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (Written entry : entries) {
            link = link.then(entry);
            rows.append(rows.isEmpty() ? "(?, ?, ?)" : ", (?, ?, ?)");
            values.addAll(List.of(link.position(), entry.id(), link.hash()));
        }
        jdbc.sql("INSERT INTO journal_chain (position, entry, hash) VALUES " + rows)
                .params(values)
                .update();
        jdbc.sql("DELETE FROM journal_pending WHERE entry IN (:entries)")
                .param("entries", entries.stream().map(Written::id).toList())
                .update();
        jdbc.sql("UPDATE journal_head SET position = :position, hash = :hash WHERE id = 1")
                .param("position", link.position())
                .param("hash", link.hash())
                .update();
        return entries.size();
    }

    /// The end of the chain, held until the transaction ends.
    private Link head() {
        return held().orElseGet(() -> {
            jdbc.sql("INSERT IGNORE INTO journal_head (id, position, hash) VALUES (1, :position, :hash)")
                    .param("position", Link.START.position())
                    .param("hash", Link.START.hash())
                    .update();
            return held().orElseThrow(); // Somebody else's, if they were first.
        });
    }

    private Optional<Link> held() {
        return jdbc.sql("SELECT position, hash FROM journal_head WHERE id = 1 FOR UPDATE")
                .query((row, i) -> new Link(row.getLong("position"), row.getString("hash")))
                .optional();
    }

    private long pending() {
        return count("SELECT COUNT(*) FROM journal_pending");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /// Computes the whole chain anew and compares. Its end is held meanwhile: nothing is chained, whatever is written.
    public Verdict check() {
        Link head = head();
        List<String> faults = new ArrayList<>();
        Link link = Link.START;
        for (List<Place> places = after(0); !places.isEmpty(); places = after(link.position())) {
            for (Place place : places) {
                link = follow(link, place, faults);
            }
        }
        Link end = link;
        if (!head.equals(end)) {
            tell(
                    faults,
                    "The chain ends at %d, and its end is on record at %d: entries at the end are missing or were added."
                            .formatted(end.position(), head.position()));
        }
        long left = count("""
                SELECT COUNT(*) FROM journal j
                WHERE NOT EXISTS (SELECT 1 FROM journal_chain c WHERE c.entry = j.id)
                  AND NOT EXISTS (SELECT 1 FROM journal_pending p WHERE p.entry = j.id)""");
        if (left > 0) {
            tell(faults, "%d entries are in the journal and neither chained nor waiting for it.".formatted(left));
        }
        return new Verdict(count("SELECT COUNT(*) FROM journal"), pending(), end.position(), end.hash(), faults);
    }

    /// Whether that position of the chain has that hash.
    @Transactional(readOnly = true)
    public boolean holds(long position, String hash) {
        return jdbc.sql("SELECT COUNT(*) FROM journal_chain WHERE position = :position AND hash = :hash")
                        .param("position", position)
                        .param("hash", hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private record Place(Link link, long entry, Optional<Written> written) {}

    private List<Place> after(long position) {
        return jdbc.sql("SELECT c.position, c.entry, c.hash, " + ENTRY + """
                         FROM journal_chain c LEFT JOIN journal j ON j.id = c.entry
                        WHERE c.position > :position ORDER BY c.position LIMIT :most""")
                .param("position", position)
                .param("most", BATCH)
                .query((row, i) -> new Place(
                        new Link(row.getLong("position"), row.getString("hash")),
                        row.getLong("entry"),
                        row.getString("what") == null ? Optional.empty() : Optional.of(written(row))))
                .list();
    }

    private static Link follow(Link before, Place place, List<String> faults) {
        if (place.link().position() != before.position() + 1) {
            tell(
                    faults,
                    "After position %d comes %d: what was between is missing."
                            .formatted(before.position(), place.link().position()));
        } else if (place.written().isEmpty()) {
            tell(
                    faults,
                    "Position %d: the entry %d is gone.".formatted(place.link().position(), place.entry()));
        } else if (!before.then(place.written().get()).equals(place.link())) {
            tell(
                    faults,
                    "Position %d: the entry %d is not what was chained there."
                            .formatted(place.link().position(), place.entry()));
        }
        return place.link();
    }

    private static void tell(List<String> faults, String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                row.getLong("id"),
                Utc.instant(row, "happened_at"),
                Utc.maybeLong(row, "member_id"),
                new Act.Subject(row.getString("subject_kind"), row.getString("subject_key")),
                Act.Audience.valueOf(Objects.requireNonNull(row.getString("audience"))),
                row.getString("what"));
    }
}
