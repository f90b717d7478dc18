package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The words of standard votes, many at a time: what a full-text search reads. Of sensitive votes it knows nothing.
@Service
@Transactional(readOnly = true)
public class VoteTexts {

    /// The words of one standard vote, and the proposal it is on, if any.
    ///
    /// @param own whether the text is the vote's own: from the file of its record or written down by hand, and
    ///     not a proposal's text or what minutes say
    /// @param note where its result comes from, or why it was withdrawn; may be empty
    public record Text(
            VoteId id,
            String title,
            LocalDate endsOn,
            Optional<ProposalNumber> proposal,
            boolean own,
            String text,
            String justification,
            String note) {}

    /// When a standard vote on a proposal ran.
    public record Dates(VoteId id, ProposalNumber proposal, Optional<LocalDate> openedOn, LocalDate endsOn) {}

    private final JdbcClient jdbc;

    VoteTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A mark for each standard vote; it differs once the words differ.
    public Map<VoteId, String> marks() {
        Map<VoteId, String> marks = new HashMap<>();
        jdbc.sql("""
                        SELECT id, title, text_hash, closes_at, state, record_note FROM vote
                        WHERE classification = 'STANDARD'""").query(row -> {
            marks.put(
                    new VoteId(row.getLong("id")),
                    String.join(
                            " ",
                            row.getString("state"),
                            row.getString("text_hash"),
                            Utc.instant(row, "closes_at").toString(),
                            row.getString("title"),
                            Optional.ofNullable(row.getString("record_note"))
                                    .map(Sha256::of)
                                    .orElse("")));
        });
        return marks;
    }

    /// The words of those of these votes that are standard votes, by id.
    public List<Text> of(Collection<VoteId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT id, title, closes_at, proposal, text, justification, record_note,
                               record_file IS NOT NULL OR recorded_by IS NOT NULL AS own
                        FROM vote
                        WHERE id IN (:ids) AND classification = 'STANDARD' ORDER BY id""")
                .param("ids", ids.stream().map(VoteId::number).toList())
                .query((row, i) -> new Text(
                        new VoteId(row.getLong("id")),
                        row.getString("title"),
                        LocalDate.ofInstant(Utc.instant(row, "closes_at"), ZoneOffset.UTC),
                        Utc.maybeInt(row, "proposal").map(ProposalNumber::new),
                        row.getBoolean("own"),
                        row.getString("text"),
                        row.getString("justification"),
                        Optional.ofNullable(row.getString("record_note")).orElse("")))
                .list();
    }

    /// When each standard vote on one of these proposals ran, the one that ended first at the front.
    public List<Dates> datesOn(Collection<ProposalNumber> proposals) {
        if (proposals.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT id, proposal, opens_at, closes_at FROM vote
                        WHERE proposal IN (:proposals) AND classification = 'STANDARD' ORDER BY closes_at, id""")
                .param(
                        "proposals",
                        proposals.stream().map(ProposalNumber::value).toList())
                .query((row, i) -> new Dates(
                        new VoteId(row.getLong("id")),
                        new ProposalNumber(row.getInt("proposal")),
                        Utc.maybeInstant(row, "opens_at").map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)),
                        LocalDate.ofInstant(Utc.instant(row, "closes_at"), ZoneOffset.UTC)))
                .list();
    }
}
