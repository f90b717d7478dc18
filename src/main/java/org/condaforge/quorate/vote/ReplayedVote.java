package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;

/// A closed vote, and what it came to when it was counted by other rules.
///
/// @param item what it was called on, as people call it; empty where nobody knows
/// @param recorded how it ended
/// @param route by which it ended, if by one
/// @param verdict how it compares
/// @param counted what the count was made of; empty where there was none
/// @param why a sentence: what decides, or why it is not counted
/// @param notes what else is worth knowing and does not change the outcome, a sentence each
public record ReplayedVote(
        VoteId id,
        String title,
        Optional<String> item,
        Instant decidedAt,
        Optional<Result> recorded,
        Optional<Route> route,
        Verdict verdict,
        Optional<Counted> counted,
        String why,
        List<String> notes) {

    public ReplayedVote {
        notes = List.copyOf(notes);
    }

    /// How a count compares with the record, in the order of a report.
    public enum Verdict {
        /// It would have ended otherwise; in a recount, something on record is not what the ballots give.
        DIFFERS,
        /// It would have ended as it did.
        SAME,
        /// It is left out, or cannot be counted.
        NOT_COUNTED
    }

    /// A count.
    ///
    /// @param by the item or the rule it was counted by, as people call it
    /// @param active how many the quorum was computed from
    public record Counted(Outcome outcome, Tally tally, int active, int quorum, String by) {}

    static ReplayedVote counted(VoteSummary vote, Verdict verdict, Counted counted, String why, List<String> notes) {
        return of(vote, verdict, Optional.of(counted), why, notes);
    }

    static ReplayedVote leftOut(VoteSummary vote, String why) {
        return of(vote, Verdict.NOT_COUNTED, Optional.empty(), why, List.of());
    }

    private static ReplayedVote of(
            VoteSummary vote, Verdict verdict, Optional<Counted> counted, String why, List<String> notes) {
        return new ReplayedVote(
                vote.id(),
                vote.title(),
                vote.terms().map(VoteSummary.Terms::itemTitle),
                vote.decidedAt().orElse(vote.closesAt()),
                vote.result(),
                vote.route(),
                verdict,
                counted,
                why,
                notes);
    }
}
