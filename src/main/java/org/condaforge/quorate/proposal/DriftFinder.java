package org.condaforge.quorate.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.Drift.Decision;
import org.condaforge.quorate.proposal.Drift.Known;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What must be known beside proposals to find their drift, of all at once: two statements, however many there are.
@Component
class DriftFinder {

    private final UndecidedVotes votes;
    private final JdbcClient jdbc;
    private final Clock clock;

    DriftFinder(UndecidedVotes votes, JdbcClient jdbc, Clock clock) {
        this.votes = votes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What is known beside each proposal.
    Lookup look() {
        Map<ProposalNumber, Decision> decisions = new HashMap<>();
        jdbc.sql("""
                        SELECT s.proposal, s.source, s.since FROM proposal_status s
                        WHERE s.source IN ('VOTE', 'HAND') ORDER BY s.recorded_at, s.position""").query(row -> {
            decisions.put(
                    new ProposalNumber(row.getInt("proposal")),
                    new Decision(StatusEntry.Source.valueOf(row.getString("source")), Utc.maybeDate(row, "since")));
        });
        Map<ProposalNumber, LocalDate> ended = votes.endedWithoutResult();
        LocalDate today = LocalDate.now(clock);
        return number ->
                new Known(Optional.ofNullable(decisions.get(number)), Optional.ofNullable(ended.get(number)), today);
    }

    /// What is known beside a proposal.
    interface Lookup {

        Known of(ProposalNumber number);
    }
}
