package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.seal.OpenedBallot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is counted when a vote ends: the ballots of a standard vote as they lie there, those of a sensitive one
/// opened in memory. Works in the transaction of its caller, who holds the vote's row.
@Component
class SecretCount {

    /// How long after its end a vote waits for a folder of keys that is not there.
    static final Duration PATIENCE = Duration.ofDays(1);

    private final VoteReader reader;
    private final SealedBox box;
    private final SecretKeys keys;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SecretCount(VoteReader reader, SealedBox box, SecretKeys keys, JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.reader = reader;
        this.box = box;
        this.keys = keys;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /// The tally as it is now. That of a sensitive vote must not be stored or told before the vote is decided.
    Tally tally(VoteSummary vote) throws SealedBox.Unopenable {
        return vote.isPublic() ? reader.tally(vote.id()) : SealedBox.tally(open(vote));
    }

    /// The vote is decided: publishes what was in the ballots of a sensitive one and removes them sealed.
    ///
    /// @return what may be kept of the tally: nothing where too few took part in a sensitive vote
    Optional<Tally> settle(VoteSummary vote, Tally tally) {
        if (vote.isPublic()) {
            return Optional.of(tally);
        }
        try {
            List<OpenedBallot> opened = open(vote);
            boolean published = opened.size() >= publishFrom(vote.id());
            if (published) {
                publish(vote.id(), opened);
            }
            box.empty(vote.id());
            keys.opened(vote.id());
            return Optional.of(tally).filter(counts -> published);
        } catch (SealedBox.Unopenable e) {
            throw new IllegalStateException("the ballots were opened a moment ago", e);
        }
    }

    /// The vote ends without being decided, because it was taken back or cannot be opened: its ballots are
    /// never published, and go together with their key.
    void discard(VoteSummary vote) {
        if (!vote.isPublic()) {
            box.empty(vote.id());
            keys.discard(vote.id());
        }
    }

    private List<OpenedBallot> open(VoteSummary vote) throws SealedBox.Unopenable {
        Instant patience = vote.endsAt().plus(PATIENCE);
        return box.open(vote.id(), clock.instant(), patience);
    }

    private int publishFrom(VoteId vote) {
        return jdbc.sql("SELECT publish_from FROM secret_vote WHERE vote_id = :vote")
                .param("vote", vote.number())
                .query(Integer.class)
                .single();
    }

    private void publish(VoteId vote, List<OpenedBallot> opened) {
        batches.batchUpdate(
                "INSERT INTO opened_ballot (vote_id, code, choice) VALUES (?, ?, ?)",
                opened.stream()
                        .map(ballot -> new Object[] {
                            vote.number(), ballot.code().text(), ballot.choice().name()
                        })
                        .toList());
        jdbc.sql("""
                        INSERT INTO vote_voter (vote_id, member_id)
                        SELECT b.vote_id, b.member_id FROM sealed_ballot b JOIN member m ON m.id = b.member_id
                        WHERE b.vote_id = :vote ORDER BY m.name, m.login_key""").param("vote", vote.number()).update();
    }
}
