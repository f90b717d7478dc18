package org.condaforge.quorate.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.vote.VoteId;

/// How long proposals took from their beginning to the decision.
///
/// @param decided those decided in the years, in the order of their decisions
/// @param unknown how many more are decided, but not from when, or not when
public record Decisions(Years years, List<Decided> decided, int unknown) {

    /// A proposal and its decision.
    ///
    /// @param vote the vote that decided; empty where its status alone tells of the decision
    public record Decided(ProposalNumber number, String title, LocalDate begun, LocalDate on, Optional<VoteId> vote) {

        /// From the beginning to the decision, in days.
        public int days() {
            return Math.toIntExact(ChronoUnit.DAYS.between(begun, on));
        }
    }

    public Decisions {
        decided = List.copyOf(decided);
    }

    /// Half of those decided in that year took at most so many days; empty where there are none.
    public OptionalInt median(int year) {
        return median(decided.stream()
                .filter(one -> one.on().getYear() == year)
                .mapToInt(Decided::days)
                .toArray());
    }

    /// The same of all years.
    public OptionalInt median() {
        return median(decided.stream().mapToInt(Decided::days).toArray());
    }

    /// The middle one; of an even number the lower of the two in the middle.
    private static OptionalInt median(int[] days) {
        java.util.Arrays.sort(days);
        return days.length == 0 ? OptionalInt.empty() : OptionalInt.of(days[(days.length - 1) / 2]);
    }
}
