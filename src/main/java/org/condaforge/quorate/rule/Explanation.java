package org.condaforge.quorate.rule;

import static org.condaforge.quorate.rule.English.capital;
import static org.condaforge.quorate.rule.English.count;
import static org.condaforge.quorate.rule.English.lower;

import java.util.List;
import java.util.stream.Collectors;

/// An assessment in plain English: where a vote stands, route by route, and what is still possible.
///
/// @param assessment what is explained
/// @param headline says it in a sentence or two
/// @param routes one for each route of the assessment, in the same order
public record Explanation(Assessment assessment, Headline headline, List<RouteExplanation> routes) {

    public Explanation {
        routes = List.copyOf(routes);
    }

    /// Assesses and explains. The headline takes the evidence as that of the end.
    ///
    /// @param mayStillVote how many may vote and have not; 0 when no ballots are taken
    public static Explanation of(Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote) {
        var outlook = Outlook.of(rule, electorate, tally, evidence, mayStillVote);
        return new Explanation(
                outlook.atEnd(),
                Headline.of(outlook, rule, tally),
                RouteExplanation.all(rule, electorate, tally, evidence, mayStillVote));
    }

    /// What a vote came to, on one line: "passed, standard route · 17 of 19 yes".
    public static String decided(Outcome outcome, Tally tally) {
        return outcome.decidedBy()
                .map(route -> "%s, %s route · %d of %d yes"
                        .formatted(outcome.label(), route.label(), tally.yes(), tally.decisive()))
                .orElseGet(() -> "%s · %d took part".formatted(outcome.label(), tally.cast()));
    }

    /// What a rule asks for, without a full stop: "60% must take part and 60% of yes and no must say yes".
    public static String rule(Rule rule) {
        return switch (rule) {
            case Majority(var threshold, var _, var minimum) ->
                "%s%s must take part and %s of yes and no must say yes"
                        .formatted(
                                threshold.share(),
                                minimum > 0 ? " and at least " + count(minimum) : "",
                                threshold.text());
            case Consensus consensus -> "at least " + ballots(consensus);
            case AnyOf(var rules) -> rules.stream().map(Explanation::rule).collect(Collectors.joining("; or "));
        };
    }

    /// What a rule comes to among so many: "With 24 active members: 15 must take part; of 15, 9 must say yes."
    public static String figures(Rule rule, Electorate electorate) {
        return switch (rule) {
            case Majority majority -> figures(majority, electorate);
            case Consensus consensus ->
                "%s pass it, however many members there are.".formatted(capital(ballots(consensus)));
            case AnyOf(var rules) -> {
                var all = rules.stream().map(one -> figures(one, electorate)).toList();
                yield all.stream()
                        .skip(1)
                        .map(one -> " Or " + lower(one))
                        .collect(Collectors.joining("", all.getFirst(), ""));
            }
        };
    }

    private static String figures(Majority majority, Electorate electorate) {
        int active = electorate.active();
        int quorum = majority.quorum(electorate);
        int yes = majority.threshold().yesNeeded(quorum);
        int minimum = majority.minimum(electorate);
        var least = minimum > 0 && minimum < quorum ? ", if %s take part".formatted(count(minimum)) : "";
        var standard = switch (quorum) {
            case 0 -> "nobody has to take part; one must say yes";
            case 1 -> "one must take part and say yes";
            default ->
                "%d must take part; of %d, %s must say yes".formatted(quorum, quorum, yes == quorum ? "all" : yes);
        };
        int support = Math.ceilDiv(quorum, 2);
        var accelerated = majority.routes().contains(Route.ACCELERATED) && quorum > 0
                ? "; or %s +1 and no −1 in a vote longer than a week%s"
                        .formatted(count(support), minimum > support ? least : "")
                : "";
        var timeOut = majority.routes().contains(Route.TIME_OUT) && !least.isEmpty()
                ? "; by the time-out route %s must take part".formatted(count(minimum))
                : "";
        return "With %s active member%s: %s%s%s."
                .formatted(
                        active == 0 ? "no" : active == 1 ? "one" : active,
                        active == 1 ? "" : "s",
                        standard,
                        accelerated,
                        timeOut);
    }

    private static String ballots(Consensus consensus) {
        int no = consensus.no();
        return "%s +1 and %s"
                .formatted(
                        count(consensus.yes()),
                        consensus.allYes() ? "nothing else" : (no == 0 ? "no" : "at most " + count(no)) + " −1");
    }
}
