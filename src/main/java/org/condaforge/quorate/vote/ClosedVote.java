package org.condaforge.quorate.vote;

import java.util.Optional;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;

/// A closed vote with what is needed to count it again.
///
/// @param ballots the ballots that are kept, counted
/// @param castHere whether ballots were ever cast in this application: where none are kept then, there are none
/// @param frozen what was frozen when it ended, where it ended here
record ClosedVote(VoteSummary vote, Tally ballots, boolean castHere, Optional<FrozenEnd> frozen) {

    /// One of which nothing was frozen.
    ClosedVote(VoteSummary vote, Tally ballots, boolean castHere) {
        this(vote, ballots, castHere, Optional.empty());
    }

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

    /// Whether it ended without a decision because nobody confirmed its time-out in time, whatever the ballots say.
    boolean lapsed() {
        return frozen.map(end -> end.ending() == Ending.LAPSE).orElseGet(this::seemsLapsed);
    }

    private boolean seemsLapsed() {
        return vote.timeOutAt().isEmpty()
                && vote.result().filter(Result.INQUORATE::equals).isPresent()
                && vote.decidedAt().filter(vote.closesAt()::isBefore).isPresent();
    }

    /// What counts as known of it besides its ballots: what was frozen. Where nothing was, all that a time-out asks for
    /// was met in a vote that was timed out, and no other one could be.
    Evidence evidence() {
        return frozen.map(FrozenEnd::evidence).orElseGet(this::seemingEvidence);
    }

    private Evidence seemingEvidence() {
        return timedOut() ? Evidence.timeOutMet(vote.planned()) : Evidence.atEndOf(vote.planned());
    }

    boolean timedOut() {
        return vote.route().filter(Route.TIME_OUT::equals).isPresent();
    }
}
