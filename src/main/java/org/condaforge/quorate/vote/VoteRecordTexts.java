package org.condaforge.quorate.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The records of closed standard votes as files, many at a time: those that came as files as they came, the others as
/// [VoteRecordText] writes them. Sensitive votes have none.
@Service
@Transactional(readOnly = true)
public class VoteRecordTexts {

    /// The record of one vote.
    ///
    /// @param closedOn the day on which it was to end, UTC
    /// @param fileName of a record that came as a file
    public record Text(VoteId id, String title, LocalDate closedOn, Optional<String> fileName, String text) {}

    private final JdbcClient jdbc;
    private final VoteReader votes;

    VoteRecordTexts(JdbcClient jdbc, VoteReader votes) {
        this.jdbc = jdbc;
        this.votes = votes;
    }

    /// The next records behind that vote, at most `most`, in the order of their numbers; 0 is before the first. A vote
    /// that was held here takes some statements of its own.
    public List<Text> after(long id, int most) {
        return jdbc.sql("""
                        SELECT id, title, closes_at, record_file, text FROM vote
                        WHERE classification = 'STANDARD' AND state = 'CLOSED' AND id > :id ORDER BY id LIMIT :most""").param("id", id).param("most", most).query((row, i) -> row(row)).list().stream()
                .map(this::written)
                .toList();
    }

    /// The record of that vote; empty for a sensitive one, and for one without a result.
    public Optional<String> of(VoteId id) {
        return jdbc.sql("""
                        SELECT id, title, closes_at, record_file, text FROM vote
                        WHERE classification = 'STANDARD' AND state = 'CLOSED' AND id = :id""")
                .param("id", id.number())
                .query((row, i) -> row(row))
                .optional()
                .map(row -> written(row).text());
    }

    /// The record of that vote, which was read already; empty for a sensitive one, and for one without a result.
    public Optional<String> of(VoteDetail vote) {
        if (vote.summary().state() != VoteState.CLOSED || !vote.summary().isPublic()) {
            return Optional.empty();
        }
        boolean cameAsFile = jdbc.sql("SELECT record_file IS NOT NULL FROM vote WHERE id = :id")
                .param("id", vote.summary().id().number())
                .query(Boolean.class)
                .single();
        return Optional.of(cameAsFile ? vote.text() : write(vote));
    }

    private static Text row(ResultSet row) throws SQLException {
        return new Text(
                new VoteId(row.getLong("id")),
                row.getString("title"),
                LocalDate.ofInstant(Utc.instant(row, "closes_at"), ZoneOffset.UTC),
                Optional.ofNullable(row.getString("record_file")),
                row.getString("text"));
    }

    private Text written(Text row) {
        if (row.fileName().isPresent()) {
            return row;
        }
        String text = write(votes.detail(row.id()).orElseThrow());
        return new Text(row.id(), row.title(), row.closedOn(), row.fileName(), text);
    }

    private String write(VoteDetail vote) {
        return VoteRecordText.of(
                vote, vote.summary().timeOutAt().isPresent() ? reminded(vote) : VoteRecordText.Reminded.NONE);
    }

    private VoteRecordText.Reminded reminded(VoteDetail vote) {
        List<LocalDate> days = jdbc.sql("""
                        SELECT DISTINCT CAST(sent_at AS DATE) AS sent_on FROM vote_notice
                        WHERE vote_id = :id AND taken_back_by IS NULL ORDER BY sent_on""")
                .param("id", vote.summary().id().number())
                .query((row, i) -> Objects.requireNonNull(row.getObject("sent_on", LocalDate.class)))
                .list();
        Optional<Instant> declared = jdbc.sql("SELECT declared_at FROM vote WHERE id = :id")
                .param("id", vote.summary().id().number())
                .query((row, i) -> Utc.maybeInstant(row, "declared_at"))
                .single();
        return new VoteRecordText.Reminded(days, declared);
    }
}
