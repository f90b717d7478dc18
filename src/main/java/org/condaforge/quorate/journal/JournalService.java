package org.condaforge.quorate.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Act.Subject;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The journal: rows are added, never changed.
@Service
public class JournalService {

    /// A line of the journal. `who` is empty where the application did it by itself.
    public record Entry(long id, Instant at, Optional<String> who, Subject subject, String what) {}

    private final JdbcClient jdbc;

    JournalService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes an act down in its own transaction: both are stored or neither.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Act act) {
        jdbc.sql("""
                        INSERT INTO journal (happened_at, member_id, subject_kind, subject_key, what)
                        VALUES (:at, :who, :kind, :key, :what)""")
                .param("at", Utc.column(act.at()))
                .param("who", act.who().map(MemberId::number).orElse(null))
                .param("kind", act.subject().kind())
                .param("key", act.subject().key())
                .param("what", act.what())
                .update();
    }

    /// What happened to that subject, newest first, at most `most` lines.
    @Transactional(readOnly = true)
    public List<Entry> historyOf(Subject subject, int most) {
        return jdbc.sql("""
                        SELECT j.id, j.happened_at, m.name, j.subject_kind, j.subject_key, j.what
                        FROM journal j LEFT JOIN member m ON m.id = j.member_id
                        WHERE j.subject_kind = :kind AND j.subject_key = :key
                        ORDER BY j.happened_at DESC, j.id DESC LIMIT :most""")
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("most", most)
                .query((row, i) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Utc.instant(row, "happened_at"),
                Optional.ofNullable(row.getString("name")),
                new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                row.getString("what"));
    }
}
