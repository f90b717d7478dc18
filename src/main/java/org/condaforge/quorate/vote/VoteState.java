package org.condaforge.quorate.vote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a vote is in its life.
public enum VoteState {
    /// Ballots are taken until the deadline.
    OPEN,
    /// The deadline has passed without a decision; ballots still count, and a time-out may decide.
    OVERDUE,
    /// It ended with an outcome.
    CLOSED,
    /// Its caller took it back; everything is kept.
    WITHDRAWN,
    /// Known from the minutes: it ended, and nobody recorded how.
    EXPIRED;

    /// The word for people and for addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether ballots are taken.
    public boolean takesBallots() {
        return this == OPEN || this == OVERDUE;
    }

    /// The state with that word.
    public static Optional<VoteState> of(String label) {
        return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst();
    }
}
