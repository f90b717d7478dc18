package org.condaforge.quorate.vote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;

/// Which routes of a rule cannot be reached in a period, by so many people.
///
/// @param active who count to the quorum
/// @param voters who may vote
/// @param period for which the vote is planned
record RouteFindings(Rule rule, int active, int voters, Duration period, String clause) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    List<Finding> all() {
        return unreachable().map(List::of).orElseGet(() -> late().map(List::of).orElse(List.of()));
    }

    /// Even if everybody says yes.
    private Optional<Finding> unreachable() {
        Outcome best = Assessment.of(rule, new Electorate(active), new Tally(voters, 0, 0), Evidence.atEndOf(period))
                .outcome();
        return best instanceof Outcome.Passed
                ? Optional.empty()
                : Optional.of(Finding.forbids(
                        clause,
                        "No route can be reached: %s may vote, and that is too few for it to pass even if all say +1."
                                .formatted(voters == 1 ? "only one" : voters == 0 ? "nobody" : "only " + voters)));
    }

    private Optional<Finding> late() {
        List<String> late = new ArrayList<>();
        if (offers(Route.ACCELERATED) && period.compareTo(WEEK) <= 0) {
            late.add("accelerated (planned for longer than seven days)");
        }
        if (offers(Route.TIME_OUT) && period.compareTo(FORTNIGHT) < 0) {
            late.add("time-out (open for two weeks; the vote would be overdue first)");
        }
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warns(
                        clause,
                        "With this period %s cannot be reached by the deadline: %s. Set a later one if you count on %s."
                                .formatted(
                                        late.size() == 1 ? "a route" : "two routes",
                                        String.join("; ", late),
                                        late.size() == 1 ? "it" : "them")));
    }

    private boolean offers(Route route) {
        return majorities(rule).anyMatch(majority -> majority.routes().contains(route));
    }

    /// Whether it may be decided by a time-out.
    boolean mayTimeOut() {
        return offers(Route.TIME_OUT);
    }

    private static Stream<Majority> majorities(Rule rule) {
        return switch (rule) {
            case Majority majority -> Stream.of(majority);
            case Consensus _ -> Stream.empty();
            case AnyOf any -> any.rules().stream().flatMap(RouteFindings::majorities);
        };
    }
}
