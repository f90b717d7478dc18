package org.condaforge.quorate.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A source that can be read again.
///
/// @param refresh how often it is read by itself; empty: by hand only
/// @param files how many files it has that were understood
/// @param gone how many it had before and has no longer
public record RegisteredSource(
        long id,
        Source.Kind kind,
        String location,
        Optional<Duration> refresh,
        int files,
        int gone,
        Optional<LastRun> lastRun) {

    /// The run that read it last.
    ///
    /// @param endedAt empty while it goes on
    /// @param failure why it ended early, a sentence
    public record LastRun(
            long run,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<String> failure,
            int fresh,
            int changed,
            int problems) {}

    /// Whether it is due at that instant.
    boolean dueAt(Instant now) {
        return refresh.filter(every -> lastRun.isEmpty()
                        || !lastRun.get().startedAt().plus(every).isAfter(now))
                .isPresent();
    }
}
