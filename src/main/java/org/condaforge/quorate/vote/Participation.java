package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who took part in standard votes. Of sensitive votes it knows nothing.
@Service
@Transactional(readOnly = true)
public class Participation {

    private final JdbcClient jdbc;

    Participation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The ballots a member cast in standard votes, newest first, at most `most`.
    public List<CastBallot> castBy(MemberId member, int most) {
        return jdbc.sql("""
                        SELECT v.id, v.title, b.choice, b.cast_at
                        FROM ballot b JOIN vote v ON v.id = b.vote_id
                        WHERE b.member_id = :member AND v.classification = 'STANDARD'
                        ORDER BY b.cast_at DESC, v.id DESC LIMIT :most""")
                .param("member", member.number())
                .param("most", most)
                .query((row, i) -> new CastBallot(
                        new VoteId(row.getLong("id")),
                        row.getString("title"),
                        Choice.valueOf(row.getString("choice")),
                        Utc.instant(row, "cast_at")))
                .list();
    }

    /// A member's ballot in a vote.
    public record CastBallot(VoteId vote, String title, Choice choice, Instant castAt) {}

    /// In how many standard votes that ended since `from` each member took part. Members who never did are absent.
    public Map<MemberId, Integer> participationSince(LocalDate from) {
        return jdbc
                .sql("""
                        SELECT b.member_id, COUNT(*) AS n
                        FROM ballot b JOIN vote v ON v.id = b.vote_id
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED' AND v.decided_at >= :from
                        GROUP BY b.member_id""")
                .param("from", from.atStartOfDay())
                .query((row, i) -> Map.entry(new MemberId(row.getLong("member_id")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// How many standard votes with ballots ended since `from`.
    public int endedSince(LocalDate from) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM vote v
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED' AND v.decided_at >= :from
                          AND EXISTS (SELECT 1 FROM ballot b WHERE b.vote_id = v.id)""")
                .param("from", from.atStartOfDay())
                .query(Integer.class)
                .single();
    }

    /// How many took part in how many votes, together.
    public record Turnout(int votes, long ballots) {}

    /// How many took part in the standard votes that ended since `from` and whose tally is known, those without a
    /// quorum included.
    public Turnout turnoutSince(Instant from) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS votes, COALESCE(SUM(yes_count + no_count + abstain_count), 0) AS ballots
                        FROM vote
                        WHERE classification = 'STANDARD' AND state = 'CLOSED' AND decided_at >= :from
                          AND yes_count IS NOT NULL""")
                .param("from", Utc.column(from))
                .query((row, i) -> new Turnout(row.getInt("votes"), row.getLong("ballots")))
                .single();
    }

    /// When the standard votes with ballots that ended since `from` did so, newest first.
    public List<Instant> endsSince(LocalDate from) {
        return jdbc.sql("""
                        SELECT v.decided_at FROM vote v
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED' AND v.decided_at >= :from
                          AND EXISTS (SELECT 1 FROM ballot b WHERE b.vote_id = v.id)
                        ORDER BY v.decided_at DESC""")
                .param("from", from.atStartOfDay())
                .query((row, i) -> Utc.instant(row, "decided_at"))
                .list();
    }
}
