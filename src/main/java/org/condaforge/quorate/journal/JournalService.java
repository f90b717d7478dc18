package org.condaforge.quorate.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Act.Subject;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The journal: rows are added, never changed. Readers see what their standing lets them see.
@Service
public class JournalService {

    /// A line of the journal.
    ///
    /// @param who empty where the application did it by itself
    /// @param link where it stands in the chain; empty for a moment after it was written
    public record Entry(long id, Instant at, Optional<Who> who, Subject subject, String what, Optional<Place> link) {}

    /// Who did something.
    public record Who(String login, String name) {}

    /// Where an entry stands in the chain of the journal.
    ///
    /// @param position from 1
    /// @param hash SHA-256, 64 hexadecimal digits
    public record Place(long position, String hash) {}

    /// Which entries a list holds; an empty part leaves open.
    ///
    /// @param login who did it
    /// @param kind of its subject: `vote`
    /// @param words that stand in what was done, in any case
    /// @param on the day, in UTC
    public record Filter(Optional<String> login, Optional<String> kind, String words, Optional<LocalDate> on) {

        /// Every entry.
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    private static final String COLUMNS = """
            SELECT j.id, j.happened_at, m.login, m.name, j.subject_kind, j.subject_key, j.what, c.position, c.hash
            FROM journal j LEFT JOIN member m ON m.id = j.member_id LEFT JOIN journal_chain c ON c.entry = j.id
            """;

    private final JdbcClient jdbc;
    private final CurrentMember currentMember;

    JournalService(JdbcClient jdbc, CurrentMember currentMember) {
        this.jdbc = jdbc;
        this.currentMember = currentMember;
    }

    /// Writes an act down in its own transaction: both are stored or neither.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Act act) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO journal (happened_at, member_id, subject_kind, subject_key, what, audience)
                        VALUES (:at, :who, :kind, :key, :what, :audience)""")
                .param("at", Utc.column(act.at()))
                .param("who", act.who().map(MemberId::number).orElse(null))
                .param("kind", act.subject().kind())
                .param("key", act.subject().key())
                .param("what", act.what())
                .param("audience", act.audience().name())
                .update(key, "id");
        jdbc.sql("INSERT INTO journal_pending (entry) VALUES (:entry)")
                .param("entry", Objects.requireNonNull(key.getKey()).longValue())
                .update();
    }

    /// What happened to that subject, newest first, at most `most` lines.
    @Transactional(readOnly = true)
    public List<Entry> historyOf(Subject subject, int most) {
        return jdbc.sql(COLUMNS + """
                        WHERE j.subject_kind = :kind AND j.subject_key = :key AND (j.audience = 'PUBLIC' OR :member = TRUE)
                        ORDER BY j.happened_at DESC, j.id DESC LIMIT :most""")
                .param("kind", subject.kind())
                .param("key", subject.key())
                .param("member", isMember())
                .param("most", most)
                .query((row, i) -> entry(row))
                .list();
    }

    /// A page of the journal, newest first.
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, Page.Request page) {
        String words = filter.words().strip().toLowerCase(Locale.ROOT);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("WHERE (j.audience = 'PUBLIC' OR :member = TRUE)");
        parameters.put("member", isMember());
        filter.kind().ifPresent(kind -> {
            where.append(" AND j.subject_kind = :kind");
            parameters.put("kind", kind);
        });
        filter.login().ifPresent(login -> {
            where.append(" AND j.member_id IN (SELECT who.id FROM member who WHERE who.login_key = :login)");
            parameters.put("login", login.strip().toLowerCase(Locale.ROOT));
        });
        if (!words.isEmpty()) {
            where.append(" AND LOWER(j.what) LIKE :pattern ESCAPE '!'");
            parameters.put(
                    "pattern", "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        filter.on().ifPresent(day -> {
            where.append(" AND j.happened_at >= :from AND j.happened_at < :to");
            parameters.put("from", day.atStartOfDay());
            parameters.put("to", day.plusDays(1).atStartOfDay());
        });
        int total = jdbc.sql("SELECT COUNT(*) FROM journal j " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
        List<Entry> found = jdbc.sql(COLUMNS + where + " ORDER BY j.id DESC LIMIT :size OFFSET :offset")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> entry(row))
                .list();
        return page.of(found, total);
    }

    /// The kinds of subjects that the reader can find entries of.
    @Transactional(readOnly = true)
    public List<String> kinds() {
        return jdbc.sql("""
                        SELECT DISTINCT j.subject_kind FROM journal j
                        WHERE (j.audience = 'PUBLIC' OR :member = TRUE) ORDER BY j.subject_kind""")
                .param("member", isMember())
                .query((row, i) -> row.getString("subject_kind"))
                .list();
    }

    private boolean isMember() {
        return currentMember
                .signedIn()
                .filter(CurrentMember.SignedIn::readsSensitive)
                .isPresent();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        @Nullable String login = row.getString("login");
        @Nullable String hash = row.getString("hash");
        return new Entry(
                row.getLong("id"),
                Utc.instant(row, "happened_at"),
                login == null ? Optional.empty() : Optional.of(new Who(login, row.getString("name"))),
                new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                row.getString("what"),
                hash == null ? Optional.empty() : Optional.of(new Place(row.getLong("position"), hash)));
    }
}
