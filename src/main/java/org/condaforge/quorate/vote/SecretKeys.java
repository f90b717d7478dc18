package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.condaforge.quorate.seal.BallotKeys;
import org.condaforge.quorate.store.Utc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys of secret votes over time: made before a vote opens, destroyed when its challenge period is over or
/// when it is withdrawn. Whatever a killed process leaves behind is cleared up later; a key that another
/// database had made is never touched, also where two share the folder.
@Component
class SecretKeys {

    private static final Logger log = LoggerFactory.getLogger(SecretKeys.class);

    /// How long a key may be without its vote, whose transaction is still under way.
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final BallotKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int publishFrom;
    private final Duration challengePeriod;
    private final TransactionTemplate apart;

    SecretKeys(
            BallotKeys keys,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${quorate.votes.publish-from}") int publishFrom,
            @Value("${quorate.votes.challenge-period}") Duration challengePeriod) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.publishFrom = publishFrom;
        this.challengePeriod = challengePeriod;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Makes the key of a vote that is being called, in the transaction of the call. The private half is on
    /// disk before the vote can open, and is destroyed again if the call fails.
    void make(VoteId vote) {
        UUID name = UUID.randomUUID();
        // First and for itself: whatever happens from here on, the file is known by name.
        apart.executeWithoutResult(status -> jdbc.sql("INSERT INTO ballot_key (name, made_at) VALUES (:name, :now)")
                .param("name", name.toString())
                .param("now", Utc.column(clock.instant()))
                .update());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    keys.destroy(name);
                }
            }
        });
        BallotKeys.Made made = keys.make(name);
        jdbc.sql("""
                        INSERT INTO secret_vote (vote_id, key_name, public_key, publish_from, challenge_seconds)
                        VALUES (:vote, :name, :key, :from, :seconds)""")
                .param("vote", vote.number())
                .param("name", name.toString())
                .param("key", made.publicKey().getEncoded())
                .param("from", publishFrom)
                .param("seconds", challengePeriod.toSeconds())
                .update();
    }

    /// The ballots were opened: the key has its challenge period left.
    void opened(VoteId vote) {
        Instant now = clock.instant();
        long seconds = jdbc.sql("SELECT challenge_seconds FROM secret_vote WHERE vote_id = :vote")
                .param("vote", vote.number())
                .query(Long.class)
                .single();
        due(vote, now.plusSeconds(seconds));
    }

    /// The ballots will never be opened: the key goes as soon as this is stored.
    void discard(VoteId vote) {
        due(vote, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tidy();
            }
        });
    }

    private void due(VoteId vote, Instant at) {
        jdbc.sql("UPDATE secret_vote SET key_due_at = :at WHERE vote_id = :vote")
                .param("vote", vote.number())
                .param("at", Utc.column(at))
                .update();
    }

    /// Destroys the keys whose time has come, and those that no vote took; at the start and then every minute.
    @Scheduled(fixedDelayString = "${quorate.votes.keys-every:${quorate.votes.close-every:1m}}")
    void tidy() {
        try {
            apart.executeWithoutResult(status -> {
                destroyDue();
                destroyOrphans();
            });
        } catch (RuntimeException e) {
            log.warn("Keys of secret votes could not be destroyed and this is tried again: {}", e.getMessage());
        }
    }

    private record Due(long vote, String key) {}

    /// The file goes first: should this process die in between, the next one finds nothing to destroy and
    /// writes it down.
    private void destroyDue() {
        Instant now = clock.instant();
        List<Due> due = jdbc.sql("""
                        SELECT vote_id, key_name FROM secret_vote
                        WHERE key_due_at <= :now AND key_destroyed_at IS NULL ORDER BY vote_id""")
                .param("now", Utc.column(now))
                .query((row, i) -> new Due(row.getLong("vote_id"), row.getString("key_name")))
                .list();
        for (Due each : due) {
            keys.destroy(UUID.fromString(each.key()));
            jdbc.sql("UPDATE secret_vote SET key_destroyed_at = :now WHERE vote_id = :vote")
                    .param("now", Utc.column(now))
                    .param("vote", each.vote())
                    .update();
            forget(each.key());
        }
    }

    private void destroyOrphans() {
        List<String> orphans = jdbc.sql("""
                        SELECT name FROM ballot_key
                        WHERE made_at < :before
                          AND NOT EXISTS (SELECT 1 FROM secret_vote s WHERE s.key_name = ballot_key.name)""")
                .param("before", Utc.column(clock.instant().minus(UNDER_WAY)))
                .query((row, i) -> row.getString("name"))
                .list();
        for (String name : orphans) {
            keys.destroy(UUID.fromString(name));
            forget(name);
        }
    }

    private void forget(String name) {
        jdbc.sql("DELETE FROM ballot_key WHERE name = :name")
                .param("name", name)
                .update();
    }
}
