package org.condaforge.quorate.vote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Outcome;

/// How a vote ended, as it stays on record. `UNKNOWN` where even its record does not say; `UNOPENED` where
/// secret ballots could not be opened.
public enum Result {
    PASSED,
    REJECTED,
    INQUORATE,
    UNKNOWN,
    UNOPENED;

    /// The word for people and for addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The result with that word.
    public static Optional<Result> of(String label) {
        return Arrays.stream(values()).filter(r -> r.label().equals(label)).findFirst();
    }

    static Result of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> PASSED;
            case Outcome.Rejected rejected -> REJECTED;
            case Outcome.Inquorate inquorate -> INQUORATE;
        };
    }

    /// What it makes of the proposal voted on; an inquorate or unknown vote leaves it.
    Optional<Status> statusOfProposal() {
        return switch (this) {
            case PASSED -> Optional.of(Status.ACCEPTED);
            case REJECTED -> Optional.of(Status.REJECTED);
            case INQUORATE, UNKNOWN, UNOPENED -> Optional.empty();
        };
    }
}
