package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends votes at their deadline by itself, once, whoever looks, also when the application was down at that time: what
/// was missed is made up for before the first request is served. It has a thread of its own, which sleeps until the
/// next
/// deadline, but no longer than a moment: other nodes call votes too.
@Component
class VoteCloser implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VoteCloser.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

    private final VoteEnding ending;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Duration longestPause;
    private volatile Optional<Watch> watch = Optional.empty();

    /// @param longestPause for how long it sleeps at most
    VoteCloser(
            VoteEnding ending,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${quorate.votes.close-every:1s}") Duration longestPause) {
        this.ending = ending;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.longestPause = longestPause;
    }

    /// Ends every vote whose time has come, in the order of their times; one that fails is told in the log and tried
    /// again the next time. Where nothing is due, this is one statement.
    ///
    /// @return when something is due next, if that is within the longest pause
    Optional<Instant> closeDue() {
        Set<Due> tried = new HashSet<>();
        while (true) {
            Instant now = clock.instant();
            List<Due> coming = ending.due(now.plus(longestPause));
            Optional<Due> next = coming.stream()
                    .filter(due -> !due.at().isAfter(now) && !tried.contains(due))
                    .findFirst();
            if (next.isEmpty()) {
                return coming.stream().map(Due::at).filter(now::isBefore).findFirst();
            }
            tried.add(next.get());
            try {
                transaction.executeWithoutResult(status -> end(next.get()));
            } catch (RuntimeException e) {
                log.warn(
                        "Vote {} could not be ended and is tried again: {}",
                        next.get().vote().number(),
                        e.getMessage());
            }
        }
    }

    private void end(Due due) {
        // The row's lock lets casts under way finish; then no ballot can be added before this commits.
        jdbc.sql("SELECT state FROM vote WHERE id = :id FOR UPDATE")
                .param("id", due.vote().number())
                .query(String.class)
                .single();
        // Another node may have been first, or somebody has moved the end.
        if (ending.due(clock.instant()).contains(due)) {
            ending.end(due);
        }
    }

    /// Before the web server begins, so that nobody sees a vote as open that had ended.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        Optional<Instant> next = closeDue();
        Watch begun = new Watch();
        watch = Optional.of(begun);
        Thread.ofPlatform().name("vote-closer").daemon().start(() -> begun.run(next));
    }

    @Override
    public void stop() {
        watch.ifPresent(Watch::stop);
        watch = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return watch.isPresent();
    }

    /// It is never interrupted: H2 closes its file when that happens to a thread that writes.
    private final class Watch {

        private final CountDownLatch stopped = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        void run(Optional<Instant> first) {
            Optional<Instant> next = first;
            try {
                while (!stopped.await(pause(next).toNanos(), TimeUnit.NANOSECONDS)) {
                    next = look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
            }
        }

        private Optional<Instant> look() {
            try {
                return closeDue();
            } catch (RuntimeException e) {
                log.warn("Deadlines could not be looked up, which is tried again: {}", e.getMessage());
                return Optional.empty();
            }
        }

        void stop() {
            stopped.countDown();
            try {
                if (!ended.await(10, TimeUnit.SECONDS)) {
                    log.warn("A vote is still being ended while the application stops.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Duration pause(Optional<Instant> next) {
        Duration until = next.map(at -> Duration.between(clock.instant(), at)).orElse(longestPause);
        return until.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : until;
    }
}
