package org.condaforge.quorate.vote;

import java.time.Instant;

/// Something that becomes of a vote by itself at an instant.
record Due(VoteId vote, Step step, Instant at) {

    enum Step {
        /// Its minimum period is over: from now on it may close early.
        MINIMUM,
        /// Its set end has come.
        SET_END,
        /// The time-out date of an overdue vote has come.
        DATE,
        /// Nobody confirmed a time-out date, or declared and verified the time-out, in time.
        LAPSE
    }
}
