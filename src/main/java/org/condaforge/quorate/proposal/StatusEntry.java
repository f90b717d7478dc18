package org.condaforge.quorate.proposal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/// A status a proposal came to have: since when (null: not known), by what, why, and who recorded it when.
@Table("proposal_status")
public record StatusEntry(
        Status status,
        @Nullable LocalDate since,
        Source source,
        String reason,
        @Nullable Long recordedBy,
        Instant recordedAt) {

    /// What made the status known.
    public enum Source {
        /// The CFEP's file says so.
        FILE,
        /// A vote decided it.
        VOTE,
        /// A core member set it, with a reason.
        HAND,
        /// Minutes speak of it; no file is known.
        MINUTES,
        /// A commit gave it to the proposal's file.
        COMMIT,
        /// A core member added the proposal, of which no file was known.
        ADDED;

        /// Whether it decides, whatever a file says.
        boolean decides() {
            return this == VOTE || this == HAND;
        }
    }

    /// The same, recorded at another time.
    StatusEntry recordedOn(Instant at) {
        return new StatusEntry(status, since, source, reason, recordedBy, at);
    }
}
