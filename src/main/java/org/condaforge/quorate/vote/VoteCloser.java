package org.condaforge.quorate.vote;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends votes at their deadline by itself, once, whoever looks, also when the application was down at that time.
@Component
class VoteCloser {

    private static final Logger log = LoggerFactory.getLogger(VoteCloser.class);

    private final VoteEnding ending;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    VoteCloser(VoteEnding ending, JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.ending = ending;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Ends every vote whose time has come; one that fails is told in the log and tried again.
    @Scheduled(fixedDelayString = "${quorate.votes.close-every:1s}")
    void closeDue() {
        for (VoteId id : ending.due(clock.instant())) {
            try {
                transaction.executeWithoutResult(status -> end(id));
            } catch (RuntimeException e) {
                log.warn("Vote {} could not be ended and is tried again: {}", id.number(), e.getMessage());
            }
        }
    }

    private void end(VoteId id) {
        // The row's lock lets casts under way finish; then no ballot can be added before this commits.
        jdbc.sql("SELECT state FROM vote WHERE id = :id FOR UPDATE")
                .param("id", id.number())
                .query(String.class)
                .single();
        // Another node may have been first.
        if (ending.due(clock.instant()).contains(id)) {
            ending.end(id);
        }
    }
}
