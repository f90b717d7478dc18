package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How standard votes of all years went, as figures. Of sensitive votes it knows nothing. Years are those of UTC.
@Service
@Transactional(readOnly = true)
public class Turnouts {

    private final JdbcClient jdbc;

    Turnouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In how many standard votes that ended from one day to another, both included, a member took part, by year.
    /// Whoever never did is absent.
    public Map<MemberId, Map<Integer, Integer>> ballotsByYear(LocalDate first, LocalDate last) {
        Map<MemberId, Map<Integer, Integer>> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT b.member_id, EXTRACT(YEAR FROM v.decided_at) AS in_year, COUNT(*) AS n
                        FROM ballot b JOIN vote v ON v.id = b.vote_id
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED'
                          AND v.decided_at >= :first AND v.decided_at < :after
                        GROUP BY b.member_id, EXTRACT(YEAR FROM v.decided_at)""")
                .param("first", first.atStartOfDay())
                .param("after", last.plusDays(1).atStartOfDay())
                .query(row -> {
                    counts.computeIfAbsent(new MemberId(row.getLong("member_id")), m -> new HashMap<>())
                            .put(row.getInt("in_year"), row.getInt("n"));
                });
        return counts;
    }

    /// A standard vote that has ended.
    ///
    /// @param item the title of what it was called on; empty where it is known from elsewhere only
    /// @param cast how many took part; empty where nobody knows
    /// @param active how many active members its roster had; empty where it is known from elsewhere only
    /// @param quorum how many had to take part; empty where no rule is known
    public record Ended(
            VoteId id,
            String title,
            Optional<String> item,
            Instant decidedAt,
            Result result,
            Optional<Integer> cast,
            Optional<Integer> active,
            Optional<Integer> quorum) {}

    /// The standard votes that ended from one day to another, both included, oldest first.
    public List<Ended> ended(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        SELECT id, title, item_title, decided_at, outcome, yes_count + no_count + abstain_count AS cast_count,
                               active, quorum
                        FROM vote
                        WHERE classification = 'STANDARD' AND state = 'CLOSED'
                          AND decided_at >= :first AND decided_at < :after
                        ORDER BY decided_at, id""")
                .param("first", first.atStartOfDay())
                .param("after", last.plusDays(1).atStartOfDay())
                .query((row, i) -> new Ended(
                        new VoteId(row.getLong("id")),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("item_title")),
                        Utc.instant(row, "decided_at"),
                        Result.valueOf(row.getString("outcome")),
                        Utc.maybeInt(row, "cast_count"),
                        Utc.maybeInt(row, "active"),
                        Utc.maybeInt(row, "quorum")))
                .list();
    }

    /// The vote that decided about a proposal, and when.
    public record Decision(VoteId vote, Instant at, Result result) {}

    /// The first standard vote on each proposal that passed or rejected it. Proposals without one are absent.
    public Map<ProposalNumber, Decision> firstDecisions() {
        Map<ProposalNumber, Decision> decisions = new HashMap<>();
        jdbc.sql("""
                        SELECT id, proposal, decided_at, outcome FROM vote
                        WHERE classification = 'STANDARD' AND state = 'CLOSED' AND proposal IS NOT NULL
                          AND outcome IN ('PASSED', 'REJECTED')
                        ORDER BY decided_at, id""").query(row -> {
            decisions.putIfAbsent(
                    new ProposalNumber(row.getInt("proposal")),
                    new Decision(
                            new VoteId(row.getLong("id")),
                            Utc.instant(row, "decided_at"),
                            Result.valueOf(row.getString("outcome"))));
        });
        return decisions;
    }
}
