package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.UndecidedVotes;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Votes of the past of which nobody knows how they ended, for those who look at proposals.
@Component
class ExpiredVotes implements UndecidedVotes {

    private final JdbcClient jdbc;

    ExpiredVotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ProposalNumber, LocalDate> endedWithoutResult() {
        return jdbc
                .sql("""
                        SELECT proposal, MAX(closes_at) AS ended FROM vote
                        WHERE state = 'EXPIRED' AND classification = 'STANDARD' AND proposal IS NOT NULL
                        GROUP BY proposal""")
                .query((row, i) -> Map.entry(
                        new ProposalNumber(row.getInt("proposal")),
                        LocalDate.ofInstant(Utc.instant(row, "ended"), ZoneOffset.UTC)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
