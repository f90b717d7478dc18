package org.condaforge.quorate.proposal;

import java.util.Arrays;
import java.util.Optional;

/// Where a proposal stands, in the words of CFEP-01. `UNKNOWN` is a status the file writes in words of its own.
public enum Status {
    DRAFT("Draft"),
    PROPOSED("Proposed"),
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    DEFERRED("Deferred"),
    IMPLEMENTED("Implemented"),
    UNKNOWN("Unknown");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /// The word as CFEP files write it.
    public String label() {
        return label;
    }

    /// The status with that word in any case.
    public static Optional<Status> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status != UNKNOWN && status.label.equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
