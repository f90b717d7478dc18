package org.condaforge.quorate.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What a member answered last.
///
/// @param returnsOn of the answer emeritus, the day on which they want to be asked again
public record Answer(Choice choice, Optional<LocalDate> returnsOn, Instant at) {

    /// The two answers.
    public enum Choice {
        /// Stays active.
        ACTIVE,
        /// Becomes emeritus at the end.
        EMERITUS
    }
}
