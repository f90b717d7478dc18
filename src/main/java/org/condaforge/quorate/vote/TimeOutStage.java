package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;

/// How far the time-out of a vote is that may be timed out.
public enum TimeOutStage {
    /// The vote is open; it is timed out only if it misses its quorum.
    OPEN,
    /// It missed its quorum, and nobody has confirmed a date yet.
    DATE_MISSING,
    /// It takes ballots until its date.
    RUNNING,
    /// Its conditions were met at its date: it takes no more ballots and waits for a declaration.
    WAITS,
    /// One core member has declared it, and another verifies it.
    DECLARED,
    /// It has ended, by a time-out or otherwise.
    ENDED;

    /// The one place that tells.
    ///
    /// @param met whether its conditions were met when it took its last ballot
    static TimeOutStage of(VoteState state, Optional<Instant> date, boolean met, boolean declared) {
        return switch (state) {
            case OPEN -> OPEN;
            case OVERDUE -> {
                if (date.isEmpty()) {
                    yield DATE_MISSING;
                }
                yield !met ? RUNNING : declared ? DECLARED : WAITS;
            }
            case CLOSED, WITHDRAWN, EXPIRED -> ENDED;
        };
    }
}
