package org.condaforge.quorate.source;

import java.time.Instant;
import java.util.Optional;

/// A run as it is on record.
///
/// @param what the places that were read, one a line
/// @param by the login of who started it; empty for the application itself
/// @param endedAt empty while it goes on
/// @param failure why it ended early, a sentence
public record PastRun(
        long id,
        String what,
        How how,
        Optional<String> by,
        Instant startedAt,
        Optional<Instant> endedAt,
        int done,
        int total,
        int fresh,
        int changed,
        int unchanged,
        int gone,
        int problems,
        Optional<String> failure) {

    /// What made it start.
    public enum How {
        HAND,
        SCHEDULE,
        COMMAND
    }
}
