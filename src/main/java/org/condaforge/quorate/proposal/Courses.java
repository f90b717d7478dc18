package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From when to when proposals were on their way.
@Service
@Transactional(readOnly = true)
public class Courses {

    private final JdbcClient jdbc;

    Courses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// When a proposal began, and when its status first was a decision.
    ///
    /// @param begun the day its file names, else the first on which it was a draft or proposed; empty where neither
    ///     is known
    /// @param settled the first day on which it was accepted or rejected; empty where that is not known
    public record Course(ProposalNumber number, String title, Optional<LocalDate> begun, Optional<LocalDate> settled) {}

    /// Every proposal, by number, in one statement.
    public List<Course> all() {
        return jdbc.sql("""
                        SELECT p.number, p.title, COALESCE(p.created, s.begun) AS begun, s.settled
                        FROM proposal p LEFT JOIN (
                            SELECT proposal,
                                   MIN(CASE WHEN status IN ('DRAFT', 'PROPOSED') THEN since END) AS begun,
                                   MIN(CASE WHEN status IN ('ACCEPTED', 'REJECTED') THEN since END) AS settled
                            FROM proposal_status GROUP BY proposal
                        ) s ON s.proposal = p.number
                        ORDER BY p.number""")
                .query((row, i) -> new Course(
                        new ProposalNumber(row.getInt("number")),
                        row.getString("title"),
                        Utc.maybeDate(row, "begun"),
                        Utc.maybeDate(row, "settled")))
                .list();
    }
}
