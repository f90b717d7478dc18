package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.condaforge.quorate.member.NotAllowed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Votes of which somebody changes what counts for their time-out. Works in the transaction of its caller.
@Component
class EvidenceHold {

    /// A vote whose row this transaction holds: what counts for its end cannot change while it ends.
    ///
    /// @param met whether it waits for its time-out to be declared
    /// @param here whether it was held here; what is known of others may be completed at any time
    record Held(VoteSummary vote, boolean met, boolean here) {

        /// @throws NotAllowed when it was held here and has ended, or its end has come and is not counted yet
        void requireChangeable(Instant now) {
            if (here && !vote.takesBallots()) {
                throw new NotAllowed("The vote is %s: what counted for it stays as it was."
                        .formatted(vote.state().label()));
            }
            if (vote.takesBallots() && !met && Casting.isOver(vote, now)) {
                throw new NotAllowed(
                        "The vote has reached its end and is being counted. Look at it again in a moment.");
            }
        }
    }

    private static final String HERE = "(record_file IS NULL AND recorded_by IS NULL AND state <> 'EXPIRED')";

    private final VoteReader reader;
    private final JdbcClient jdbc;

    EvidenceHold(VoteReader reader, JdbcClient jdbc) {
        this.reader = reader;
        this.jdbc = jdbc;
    }

    /// The vote, held.
    ///
    /// @throws IllegalArgumentException when there is none
    Held held(VoteId id) {
        return jdbc.sql("""
                        SELECT time_out_met, %s AS here
                        FROM vote WHERE id = :id FOR UPDATE""".formatted(HERE))
                .param("id", id.number())
                .query((row, i) -> new Held(
                        reader.summary(id).orElseThrow(), row.getBoolean("time_out_met"), row.getBoolean("here")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + "."));
    }

    /// Those of the votes that were held here and have ended, in one statement.
    Set<VoteId> settled(Collection<VoteId> votes) {
        return votes.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(
                                "SELECT id FROM vote WHERE id IN (:votes) AND state NOT IN ('OPEN', 'OVERDUE') AND "
                                        + HERE)
                        .param("votes", votes.stream().map(VoteId::number).toList())
                        .query((row, i) -> new VoteId(row.getLong("id")))
                        .list());
    }
}
