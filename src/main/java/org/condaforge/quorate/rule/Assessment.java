package org.condaforge.quorate.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a rule makes of a tally: the outcome if nothing more happened, and where each route stands.
///
/// @param outcome what the vote comes to
/// @param quorum how many must take part (Q); for a consensus how many must say +1; for any of several rules
///     that of the last
/// @param routes standard, accelerated and time-out of a majority in this order, or the one route of a
///     consensus; for any of several rules those of each
public record Assessment(Outcome outcome, int quorum, List<RouteAssessment> routes) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int FORTNIGHT = 14;
    private static final int NOTICES = 3;

    public Assessment {
        routes = List.copyOf(routes);
    }

    /// What the rule makes of these ballots.
    public static Assessment of(Rule rule, Electorate electorate, Tally tally, Evidence evidence) {
        return switch (rule) {
            case Majority majority -> majority(majority, electorate, tally, evidence);
            case Consensus consensus -> consensus(consensus, tally);
            case AnyOf(var rules) -> anyOf(rules, electorate, tally, evidence);
        };
    }

    /// How many routes are listed for a rule.
    static int width(Rule rule) {
        return switch (rule) {
            case Majority _ -> 3;
            case Consensus _ -> 1;
            case AnyOf(var rules) -> rules.stream().mapToInt(Assessment::width).sum();
        };
    }

    /// Whether the outcome is passed.
    public boolean passes() {
        return outcome instanceof Outcome.Passed;
    }

    /// "Standard", "Accelerated" and "Time-out Quorum Rules" of conda-forge's governance page: the first that
    /// decides.
    private static Assessment majority(Majority majority, Electorate electorate, Tally tally, Evidence evidence) {
        int quorum = majority.quorum(electorate);
        var minimum = majority.minimumQuorum() == 0
                ? List.<Condition>of()
                : List.of(new Condition(Requirement.PARTICIPATION, tally.cast(), majority.minimum(electorate)));

        var standard = standard(majority, quorum, tally);
        var accelerated = accelerated(majority, quorum, minimum, tally, evidence);
        var timeOut = timeOut(majority, minimum, tally, evidence);

        if (standard.state().decides()) {
            return new Assessment(
                    outcome(standard), quorum, List.of(standard, accelerated.notNeeded(), timeOut.notNeeded()));
        }
        if (accelerated.state().decides()) {
            return new Assessment(outcome(accelerated), quorum, List.of(standard, accelerated, timeOut.notNeeded()));
        }
        var routes = List.of(standard, accelerated, timeOut);
        if (timeOut.state().decides()) {
            return new Assessment(outcome(timeOut), quorum, routes);
        }
        return new Assessment(new Outcome.Inquorate(List.of(participation(tally, quorum))), quorum, routes);
    }

    /// Enough take part: the vote is decided, one way or the other.
    private static RouteAssessment standard(Majority majority, int quorum, Tally tally) {
        return decided(majority, Route.STANDARD, List.of(participation(tally, quorum)), tally);
    }

    /// Longer than seven days, nobody says no, and half of the quorum says yes: passed.
    private static RouteAssessment accelerated(
            Majority majority, int quorum, List<Condition> minimum, Tally tally, Evidence evidence) {
        if (!majority.routes().contains(Route.ACCELERATED)) {
            return notOffered(Route.ACCELERATED);
        }
        var conditions = new ArrayList<Condition>();
        conditions.add(
                Condition.that(Requirement.PLANNED_LONGER, evidence.planned().compareTo(WEEK) > 0));
        conditions.add(new Condition(Requirement.YES, tally.yes(), Math.ceilDiv(quorum, 2)));
        conditions.add(new Condition(Requirement.NO, tally.no(), 0));
        conditions.addAll(minimum);
        return new RouteAssessment(
                Route.ACCELERATED, allMet(conditions) ? RouteState.PASSES : RouteState.SHORT, conditions);
    }

    /// Open for long, presented and announced well: those who voted decide.
    private static RouteAssessment timeOut(Majority majority, List<Condition> minimum, Tally tally, Evidence evidence) {
        if (!majority.routes().contains(Route.TIME_OUT)) {
            return notOffered(Route.TIME_OUT);
        }
        int daysOpen = Math.clamp(evidence.open().toDays(), 0, Integer.MAX_VALUE);
        var requirements = new ArrayList<Condition>();
        requirements.add(Condition.that(Requirement.ENDED, evidence.ended()));
        requirements.add(new Condition(Requirement.DAYS_OPEN, daysOpen, FORTNIGHT));
        requirements.add(Condition.that(Requirement.PRESENTED, evidence.presented()));
        requirements.add(new Condition(Requirement.CHAT, evidence.chat().count(), NOTICES));
        requirements.add(new Condition(Requirement.MAIL, evidence.mail().count(), NOTICES));
        requirements.addAll(minimum);
        requirements.add(new Condition(Requirement.DECISIVE, tally.decisive(), 1));
        return decided(majority, Route.TIME_OUT, requirements, tally);
    }

    /// "+3 with no -1 is a pass": an objection rejects, too little support leaves it undecided.
    private static Assessment consensus(Consensus consensus, Tally tally) {
        var support = new Condition(Requirement.YES, tally.yes(), consensus.yes());
        var objections = new Condition(Requirement.NO, tally.no(), consensus.no());
        var conditions = consensus.allYes()
                ? List.of(support, objections, new Condition(Requirement.ABSTENTION, tally.abstain(), 0))
                : List.of(support, objections);
        var state = !objections.met() ? RouteState.REJECTS : allMet(conditions) ? RouteState.PASSES : RouteState.SHORT;
        var route = new RouteAssessment(Route.CONSENSUS, state, conditions);
        var outcome = state.decides() ? outcome(route) : new Outcome.Inquorate(route.unmet());
        return new Assessment(outcome, consensus.yes(), List.of(route));
    }

    /// The first rule that passes decides, otherwise the last.
    private static Assessment anyOf(List<Rule> rules, Electorate electorate, Tally tally, Evidence evidence) {
        var all = rules.stream()
                .map(rule -> of(rule, electorate, tally, evidence))
                .toList();
        var last = all.getLast();
        var outcome = last.outcome();
        var passed = false;
        var routes = new ArrayList<RouteAssessment>();
        for (var one : all) {
            for (var route : one.routes()) {
                routes.add(passed ? route.notNeeded() : route);
            }
            if (one.passes() && !passed) {
                passed = true;
                outcome = one.outcome();
            }
        }
        return new Assessment(outcome, last.quorum(), routes);
    }

    /// A route that decides by the majority of the ballots once its requirements are met.
    private static RouteAssessment decided(Majority majority, Route route, List<Condition> requirements, Tally tally) {
        var affirmed = new Condition(
                Requirement.MAJORITY, tally.yes(), majority.threshold().yesNeeded(tally.decisive()));
        var state = !allMet(requirements) ? RouteState.SHORT : affirmed.met() ? RouteState.PASSES : RouteState.REJECTS;
        var conditions = new ArrayList<>(requirements);
        conditions.add(affirmed);
        return new RouteAssessment(route, state, conditions);
    }

    private static Condition participation(Tally tally, int quorum) {
        return new Condition(Requirement.PARTICIPATION, tally.cast(), quorum);
    }

    private static RouteAssessment notOffered(Route route) {
        return new RouteAssessment(route, RouteState.NOT_OFFERED, List.of());
    }

    private static boolean allMet(List<Condition> conditions) {
        return conditions.stream().allMatch(Condition::met);
    }

    private static Outcome outcome(RouteAssessment deciding) {
        return deciding.state() == RouteState.PASSES
                ? new Outcome.Passed(deciding.route())
                : new Outcome.Rejected(deciding.route());
    }
}
