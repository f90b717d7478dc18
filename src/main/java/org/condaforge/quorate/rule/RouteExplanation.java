package org.condaforge.quorate.rule;

import static org.condaforge.quorate.rule.English.count;
import static org.condaforge.quorate.rule.English.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A route and what there is to say of it.
///
/// @param route where it stands
/// @param sentence says so: "Undecided: 13 of the 15 needed have taken part."
/// @param conditions of the route, in the same order
/// @param possible what further ballots or time can still do, the cast ballots standing as they are; nothing
///     for a route that another one makes unnecessary, and once the vote has ended
public record RouteExplanation(
        RouteAssessment route, String sentence, List<ConditionExplanation> conditions, List<String> possible) {

    public RouteExplanation {
        conditions = List.copyOf(conditions);
        possible = List.copyOf(possible);
    }

    /// Explains every route the assessment of these ballots lists, in the same order.
    ///
    /// @param mayStillVote how many may vote and have not; 0 when no ballots are taken
    public static List<RouteExplanation> all(
            Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote) {
        var routes = Assessment.of(rule, electorate, tally, evidence).routes();
        var all = new ArrayList<RouteExplanation>();
        for (var single : singles(rule).toList()) {
            var prospect = new Prospect(single, electorate, tally, evidence, mayStillVote);
            for (int i = 0; i < Assessment.width(single); i++) {
                all.add(of(routes.get(all.size()), tally, prospect));
            }
        }
        return all;
    }

    /// Explains the routes of a vote that has ended as they stood then.
    public static List<RouteExplanation> ofEnded(List<RouteAssessment> routes, Tally tally) {
        return routes.stream()
                .map(route -> {
                    var conditions = conditions(route, tally);
                    return new RouteExplanation(route, sentence(route, conditions), conditions, List.of());
                })
                .toList();
    }

    /// The rules a rule consists of.
    private static Stream<Rule> singles(Rule rule) {
        return switch (rule) {
            case Majority majority -> Stream.of(majority);
            case Consensus consensus -> Stream.of(consensus);
            case AnyOf(var rules) -> rules.stream().flatMap(RouteExplanation::singles);
        };
    }

    private static RouteExplanation of(RouteAssessment route, Tally tally, Prospect prospect) {
        var conditions = conditions(route, tally);
        return new RouteExplanation(route, sentence(route, conditions), conditions, prospect.of(route));
    }

    private static List<ConditionExplanation> conditions(RouteAssessment route, Tally tally) {
        return route.conditions().stream()
                .map(condition -> ConditionExplanation.of(condition, tally))
                .toList();
    }

    private static String sentence(RouteAssessment route, List<ConditionExplanation> conditions) {
        return switch (route.state()) {
            case PASSES -> "Passes: " + figures(route, conditions);
            case REJECTS -> "Rejects: " + figures(route, conditions);
            case SHORT -> "Undecided: " + lacks(conditions);
            case NOT_NEEDED -> "Not needed: the vote is decided without it.";
            case NOT_OFFERED -> "The policy does not name this route for this item.";
        };
    }

    /// What a route lacks to decide; how it would then decide is not among it.
    private static String lacks(List<ConditionExplanation> conditions) {
        var requirements = conditions.stream()
                .filter(one -> one.condition().requirement() != Requirement.MAJORITY)
                .toList();
        var unmet = requirements.stream().filter(one -> !one.condition().met()).toList();
        if (unmet.size() == 1) {
            return lower(unmet.getFirst().sentence());
        }
        return unmet.size() == requirements.size()
                ? "none of its %s conditions is met.".formatted(count(unmet.size()))
                : "%s of its %s conditions are not met.".formatted(count(unmet.size()), count(requirements.size()));
    }

    /// What the decision rests on.
    private static String figures(RouteAssessment route, List<ConditionExplanation> conditions) {
        return conditions.stream()
                .filter(one -> tells(route, one.condition()))
                .map(one -> lower(one.sentence()).replaceFirst("(, as the route asks)?\\.$", ""))
                .collect(Collectors.joining(
                        "; ", route.route() == Route.TIME_OUT ? "its conditions are met; " : "", "."));
    }

    private static boolean tells(RouteAssessment route, Condition condition) {
        if (route.state() == RouteState.REJECTS && route.route() == Route.CONSENSUS) {
            return condition.requirement() == Requirement.NO;
        }
        return switch (condition.requirement()) {
            case YES, NO, ABSTENTION, MAJORITY -> true;
            case PARTICIPATION -> route.route() == Route.STANDARD;
            case PLANNED_LONGER, ENDED, DAYS_OPEN, PRESENTED, CHAT, MAIL, DECISIVE -> false;
        };
    }
}
