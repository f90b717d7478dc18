package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.condaforge.quorate.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Acknowledged means durable: forty clients cast and change, votes reach their deadlines, the journal is chained, and
/// the process is killed again and again. After each kill the database is read without the application.
///
/// `-Dquorate.crash.rounds=N` sets how many rounds there are, `-Dquorate.crash.seed=N` repeats what is left to chance
/// in
/// a failure (but not what the threads do meanwhile). `mvn -P crash verify` runs a hundred rounds on each database.
abstract class KilledProcessContract {

    private static final int FEW = 5;
    static final int ROUNDS = Integer.getInteger("quorate.crash.rounds", FEW);
    private static final long SEED =
            Long.getLong("quorate.crash.seed", ThreadLocalRandom.current().nextLong(1_000_000));

    /// The last moment of a kill, after the process is ready.
    private static final int LATEST_KILL_MILLIS = 1_200;

    /// One of so many rounds kills the process while it starts.
    private static final int KILLS_AT_START = 8;

    @TempDir
    Path folder;

    final Random random = new Random(SEED);
    private final CastLedger ledger = new CastLedger();
    private Instant clock = VotingContract.START;
    private StoredVotes before = StoredVotes.NONE;
    private long startMillis;
    private int acknowledged;
    private int cutOff;
    private int unsure;

    /// The application's settings for the database.
    abstract List<String> settings();

    /// A connection to it while no application runs.
    abstract SingleConnectionDataSource connected() throws IOException, InterruptedException;

    /// Does something else to it, a moment before the process is killed.
    void disturb() throws InterruptedException {}

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothingAcknowledgedIsLostAndEachVoteIsClosedOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            long first = round * 1_000_000L;
            boolean atStart = round > 1 && random.nextInt(KILLS_AT_START) == 0;
            castUntilKilled(round, first, atStart);
            check("round %d, seed %d".formatted(round, SEED), first);
            // Down for a while: some deadlines pass.
            clock = clock.plusSeconds(1).plusMillis(random.nextInt(500));
        }
        clock = clock.plus(Duration.ofHours(2));
        closeAll();
        check("after %d rounds, seed %d".formatted(ROUNDS, SEED), 0);

        assertThat(before.votes().values()).noneMatch(vote -> vote.state().equals("OPEN"));
        assertThat(before.chain().pending()).isZero();
        assertThat(before.chain().position()).isEqualTo(before.chain().entries());
        assertThat(before.closed()).isPositive();
        assertThat(acknowledged).isPositive();
        if (ROUNDS > FEW) {
            System.out.printf(
                    "%s: %d rounds, seed %d: %,d casts acknowledged, %d more stored at a kill, %d unsure, %d of %d votes closed, %,d entries chained%n",
                    getClass().getSimpleName(),
                    ROUNDS,
                    SEED,
                    acknowledged,
                    cutOff,
                    unsure,
                    before.closed(),
                    before.votes().size(),
                    before.chain().position());
        }
    }

    private void castUntilKilled(int round, long first, boolean atStart) throws InterruptedException {
        long launched = System.nanoTime();
        try (ChildJvm process = run(String.valueOf(first), String.valueOf(SEED + round))) {
            if (atStart) {
                Thread.sleep(random.nextLong(startMillis));
            } else {
                process.await(0, "ready"::equals);
                startMillis = 1 + (System.nanoTime() - launched) / 1_000_000;
                int alive = random.nextInt(LATEST_KILL_MILLIS);
                Thread.sleep(alive);
                clock = clock.plusMillis(alive);
                disturb();
            }
            process.kill().forEach(ledger::take);
        }
    }

    /// Starts once more, long after the last deadline, and kills the process when it has nothing left to do.
    private void closeAll() throws InterruptedException {
        try (ChildJvm process = run()) {
            process.await(0, "settled"::equals);
            process.kill();
        }
    }

    private ChildJvm run(String... arguments) {
        List<String> all = new ArrayList<>(settings());
        all.add(clock.toString());
        all.addAll(List.of(arguments));
        return ChildJvm.run(Caster.class, folder.resolve("errors.txt"), all.toArray(String[]::new));
    }

    private void check(String when, long first) throws IOException, InterruptedException {
        StoredVotes stored = read();
        Map<CastLedger.Place, Long> numbers = new HashMap<>();
        stored.ballots().forEach(b -> numbers.put(new CastLedger.Place(b.login(), b.vote()), b.number()));
        CastLedger.Settled settled = ledger.settle(numbers, first);

        assertThat(settled.faults()).as(when).isEmpty();
        assertThat(stored.faults()).as(when).isEmpty();
        assertThat(stored.changedSince(before)).as(when).isEmpty();
        assertThat(stored.ballots())
                .as(when)
                .allSatisfy(b -> assertThat(b.choice()).isEqualTo(Caster.choice(b.number())));
        assertThat(stored.ballots()).as(when).hasSize(numbers.size());
        assertThat(stored.casts() - before.casts())
                .as("casts stored in %s", when)
                .isBetween(
                        (long) settled.acknowledged() + settled.next(),
                        (long) settled.acknowledged() + settled.next() + settled.unsure());
        before = stored;
        acknowledged += settled.acknowledged();
        cutOff += settled.next();
        unsure += settled.unsure();
    }

    private StoredVotes read() throws IOException, InterruptedException {
        SingleConnectionDataSource database = connected();
        try {
            return StoredVotes.in(database);
        } finally {
            database.destroy();
        }
    }
}
