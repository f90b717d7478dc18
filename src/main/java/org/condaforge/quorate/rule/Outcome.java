package org.condaforge.quorate.rule;

import java.util.List;
import java.util.Optional;

/// What a vote came to. Withdrawn votes and imported ones nobody knows the end of have no outcome by rule.
public sealed interface Outcome {

    /// Carried.
    ///
    /// @param route that decided it
    record Passed(Route route) implements Outcome {}

    /// Decided, and not carried.
    ///
    /// @param route that decided it
    record Rejected(Route route) implements Outcome {}

    /// Too few took part: nothing was decided.
    ///
    /// @param missing what the standard route or the consensus lacks; what other routes lack is with [their
    ///     assessments][RouteAssessment]
    record Inquorate(List<Condition> missing) implements Outcome {

        public Inquorate {
            missing = List.copyOf(missing);
        }
    }

    /// `passed`, `rejected` or `inquorate`.
    default String label() {
        return switch (this) {
            case Passed _ -> "passed";
            case Rejected _ -> "rejected";
            case Inquorate _ -> "inquorate";
        };
    }

    /// The route that decided, if one did.
    default Optional<Route> decidedBy() {
        return switch (this) {
            case Passed(var route) -> Optional.of(route);
            case Rejected(var route) -> Optional.of(route);
            case Inquorate _ -> Optional.empty();
        };
    }
}
