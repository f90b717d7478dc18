package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;

/// What a closed vote comes to when its ballots are counted again under the rule and the roster figures it kept. What
/// pages and rosters say today does not matter.
public sealed interface Recount {

    /// The count gives what is on record.
    ///
    /// @param onlyTotals whether its totals were counted, because its ballots are not on record
    /// @param lapsed whether it stays without a decision because nobody confirmed its time-out in time
    record Confirmed(Outcome outcome, Tally tally, boolean onlyTotals, boolean lapsed) implements Recount {}

    /// The count gives something else.
    ///
    /// @param outcome what the count gives
    /// @param differences at least one: "recorded 17 yes, the ballots give 16"
    record Different(Outcome outcome, Tally tally, boolean onlyTotals, List<String> differences) implements Recount {

        public Different {
            differences = List.copyOf(differences);
        }
    }

    /// It cannot be counted.
    ///
    /// @param why a sentence
    record Impossible(String why) implements Recount {}

    /// Counts that vote again.
    static Recount of(ClosedVote closed) {
        Optional<String> obstacle = closed.obstacle();
        if (obstacle.isPresent()) {
            return new Impossible(obstacle.get());
        }
        VoteSummary.Terms terms = closed.vote().terms().orElseThrow();
        Tally tally = closed.tally().orElseThrow();
        Assessment assessment = Assessment.of(terms.rule(), terms.electorate(), tally, closed.evidence());
        Outcome outcome = closed.lapsed() ? new Outcome.Inquorate(List.of()) : assessment.outcome();
        List<String> differences = differences(closed.vote(), terms.quorum(), tally, outcome, assessment.quorum());
        return differences.isEmpty()
                ? new Confirmed(outcome, tally, closed.onlyTotals(), closed.lapsed())
                : new Different(outcome, tally, closed.onlyTotals(), differences);
    }

    private static List<String> differences(
            VoteSummary vote, int recordedQuorum, Tally tally, Outcome outcome, int quorum) {
        List<String> found = new ArrayList<>();
        vote.tally().ifPresent(recorded -> {
            count(found, "yes", recorded.yes(), tally.yes());
            count(found, "no", recorded.no(), tally.no());
            count(found, "abstaining", recorded.abstain(), tally.abstain());
        });
        if (recordedQuorum != quorum) {
            found.add("recorded a quorum of %d, the rule gives %d".formatted(recordedQuorum, quorum));
        }
        Result recorded = vote.result().orElseThrow();
        if (recorded != Result.of(outcome)) {
            found.add("recorded %s, the count gives %s".formatted(recorded.label(), outcome.label()));
        } else if (!vote.route().equals(outcome.decidedBy())) {
            found.add("recorded %s, the count gives %s".formatted(route(vote.route()), route(outcome.decidedBy())));
        }
        return found;
    }

    private static void count(List<String> found, String what, int recorded, int counted) {
        if (recorded != counted) {
            found.add("recorded %d %s, the ballots give %d".formatted(recorded, what, counted));
        }
    }

    private static String route(Optional<Route> route) {
        return route.map(r -> "the %s route".formatted(r.label())).orElse("no route");
    }

    /// The recount in a sentence: "Recounted: the same result, 17 of 19 yes."
    default String sentence() {
        return switch (this) {
            case Confirmed(var _, var tally, var onlyTotals, var lapsed) ->
                "Recounted%s: the same result, %s%s."
                        .formatted(
                                totals(onlyTotals),
                                tally.decisive() == 0
                                        ? "nobody said yes or no"
                                        : "%d of %d yes".formatted(tally.yes(), tally.decisive()),
                                lapsed ? "; it lapsed, because nobody confirmed its time-out in time" : "");
            case Different(var _, var _, var onlyTotals, var differences) ->
                "Recounted%s, and it differs: %s.".formatted(totals(onlyTotals), String.join("; ", differences));
            case Impossible(var why) -> "Cannot be recounted. " + why;
        };
    }

    private static String totals(boolean only) {
        return only ? " from its totals, because its ballots are not on record" : "";
    }
}
