package org.condaforge.quorate.vote;

import java.util.Optional;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;

/// A closed vote with what is needed to count it again.
///
/// @param ballots the ballots that are kept, counted
/// @param castHere whether ballots were ever cast in this application: where none are kept then, there are none
record ClosedVote(VoteSummary vote, Tally ballots, boolean castHere) {

    /// Whether only its totals are on record, taken over from elsewhere.
    boolean onlyTotals() {
        return ballots.cast() == 0
                && !castHere
                && vote.tally().filter(totals -> totals.cast() > 0).isPresent();
    }

    /// What is there to count; empty where neither ballots nor totals are on record.
    Optional<Tally> tally() {
        return ballots.cast() > 0 || castHere ? Optional.of(ballots) : vote.tally();
    }

    /// Why it cannot be counted; empty where it can.
    Optional<String> obstacle() {
        if (vote.terms().isEmpty()) {
            return Optional.of("The rule it was called under, or the size of its roster, is not on record.");
        }
        if (tally().isEmpty()) {
            return Optional.of("Neither its ballots nor their totals are on record.");
        }
        return vote.result().filter(result -> result != Result.UNKNOWN).isEmpty()
                ? Optional.of("How it ended is not on record.")
                : Optional.empty();
    }

    /// Whether it ended without a decision because nobody confirmed a time-out date, whatever the ballots say.
    boolean lapsed() {
        return vote.timeOutAt().isEmpty()
                && vote.result().filter(Result.INQUORATE::equals).isPresent()
                && vote.decidedAt().filter(vote.closesAt()::isBefore).isPresent();
    }

    /// What counts as known of it besides its ballots. A time-out was declared and verified, so all it asks for was
    /// met; no other vote was timed out.
    Evidence evidence() {
        return timedOut() ? Evidence.timeOutMet(vote.planned()) : Evidence.atEndOf(vote.planned());
    }

    boolean timedOut() {
        return vote.route().filter(Route.TIME_OUT::equals).isPresent();
    }
}
