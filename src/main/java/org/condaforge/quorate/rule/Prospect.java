package org.condaforge.quorate.rule;

import static org.condaforge.quorate.rule.English.capital;
import static org.condaforge.quorate.rule.English.count;
import static org.condaforge.quorate.rule.English.list;
import static org.condaforge.quorate.rule.English.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// What is still possible on the routes of one rule, which is not made of others. Only what holds however the
/// further ballots split, the cast ones standing as they are. As in an [Outlook] only pure extremes are tried;
/// the tests try every split.
///
/// @param rule a majority or a consensus
/// @param mayStillVote how many may vote and have not
record Prospect(Rule rule, Electorate electorate, Tally tally, Evidence evidence, int mayStillVote) {

    private static final String SETTLED = "No further ballot can change that.";

    /// In sentences, what can still happen on a route of this rule; nothing when the vote has ended.
    List<String> of(RouteAssessment route) {
        boolean over = evidence.ended() && mayStillVote == 0;
        boolean open = switch (route.state()) {
            case PASSES, REJECTS -> mayStillVote > 0;
            case SHORT -> !over;
            case NOT_NEEDED, NOT_OFFERED -> false;
        };
        if (!open) {
            return List.of();
        }
        return switch (rule) {
            case Majority majority ->
                switch (route.route()) {
                    case ACCELERATED -> List.of(accelerated(route, toQuorum(majority)));
                    case TIME_OUT -> timeOut(route, toQuorum(majority));
                    case STANDARD, CONSENSUS -> List.of(standard(route, toQuorum(majority)));
                };
            case Consensus consensus -> List.of(consensus(consensus, route));
            case AnyOf _ -> throw new IllegalArgumentException("made of several rules");
        };
    }

    private int toQuorum(Majority majority) {
        return majority.quorum(electorate) - tally.cast();
    }

    private String standard(RouteAssessment route, int missing) {
        if (route.state() != RouteState.SHORT) {
            return turned(route, mayStillVote).orElse(SETTLED);
        }
        if (missing > mayStillVote) {
            return tooMany(missing, "take part");
        }
        if (after(Route.STANDARD, tally.with(Choice.NO, missing)) == RouteState.PASSES) {
            return quorum(missing) + ", and the vote passes whatever they say.";
        }
        int yes = first(
                        missing,
                        some -> after(
                                        Route.STANDARD,
                                        tally.with(Choice.YES, some).with(Choice.NO, missing - some))
                                == RouteState.PASSES)
                .orElse(0);
        return yes == 0
                ? quorum(missing) + ", and this route rejects it whatever they say."
                : "%s; with %s +1 among them the vote passes.".formatted(quorum(missing), count(yes));
    }

    private String accelerated(RouteAssessment route, int toQuorum) {
        if (route.state() == RouteState.PASSES) {
            return toQuorum == 1 ? quorumDecides(1) : more(1, Choice.NO) + " ends the accelerated route.";
        }
        if (!route.met(Requirement.PLANNED_LONGER)) {
            return "Cannot be reached: the vote is planned for seven days or less.";
        }
        if (tally.no() > 0) {
            return mustChange(List.of(count(tally.no()) + " −1"));
        }
        int yes = route.missing(Requirement.YES);
        int missing = Math.max(yes, route.missing(Requirement.PARTICIPATION));
        if (missing > mayStillVote) {
            return tooMany(missing, yes == missing ? "say yes" : "take part");
        }
        return missing >= toQuorum
                ? "Cannot be reached: the quorum is met first."
                : "%s %s the accelerated route.".formatted(more(missing, Choice.YES), verb(missing, "carry"));
    }

    private List<String> timeOut(RouteAssessment route, int toQuorum) {
        if (route.state() == RouteState.SHORT) {
            return List.of(stillMissing(route, toQuorum));
        }
        var possible = new ArrayList<String>();
        turned(route, Math.min(mayStillVote, toQuorum - 1)).ifPresent(possible::add);
        if (toQuorum <= mayStillVote) {
            possible.add(quorumDecides(toQuorum));
        }
        return possible.isEmpty() ? List.of(SETTLED) : possible;
    }

    private String stillMissing(RouteAssessment route, int toQuorum) {
        int participants = route.missing(Requirement.PARTICIPATION);
        int ballots = Math.max(participants, route.missing(Requirement.DECISIVE));
        if (ballots > mayStillVote) {
            return tooMany(ballots, ballots == participants ? "take part" : "say yes or no");
        }
        if (ballots >= toQuorum) {
            return "Cannot be reached: the quorum is met first.";
        }
        return "Still missing: %s."
                .formatted(list(route.unmet().stream()
                        .filter(condition -> condition.requirement() != Requirement.MAJORITY)
                        .map(Prospect::thing)
                        .toList()));
    }

    /// What is missing, as a thing.
    private static String thing(Condition condition) {
        int missing = condition.missing();
        return switch (condition.requirement()) {
            case ENDED -> "the end of the vote";
            case DAYS_OPEN -> count(missing, condition.have() == 0 ? "day" : "more day") + " open";
            case PRESENTED -> "a presentation at a core meeting";
            case CHAT -> count(missing, "notice") + " on chat";
            case MAIL -> count(missing, "notice") + " by mail";
            case DECISIVE -> "a yes or no";
            case PARTICIPATION -> count(missing, "more participant");
            case YES, NO, ABSTENTION, MAJORITY, PLANNED_LONGER -> condition.name();
        };
    }

    private String consensus(Consensus consensus, RouteAssessment route) {
        if (route.state() == RouteState.PASSES) {
            int no = consensus.no() - tally.no() + 1;
            return no > mayStillVote
                    ? SETTLED
                    : "%s%s %s it."
                            .formatted(
                                    more(no, Choice.NO), consensus.allYes() ? " or abstention" : "", verb(no, "end"));
        }
        var spoilt = new ArrayList<String>();
        if (route.missing(Requirement.NO) > 0) {
            spoilt.add(count(route.missing(Requirement.NO)) + " −1");
        }
        if (route.missing(Requirement.ABSTENTION) > 0) {
            spoilt.add(count(route.missing(Requirement.ABSTENTION), "abstention"));
        }
        if (!spoilt.isEmpty()) {
            return mustChange(spoilt);
        }
        int yes = route.missing(Requirement.YES);
        return yes > mayStillVote ? tooMany(yes, "say yes") : "%s and it passes.".formatted(more(yes, Choice.YES));
    }

    /// How many of those against turn the decision of a majority, among up to `most`.
    private Optional<String> turned(RouteAssessment route, int most) {
        var passes = route.state() == RouteState.PASSES;
        var against = passes ? Choice.NO : Choice.YES;
        var more = first(most, ballots -> after(route.route(), tally.with(against, ballots)) != route.state());
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of("%s and %s."
                        .formatted(more(more.getAsInt(), against), passes ? "this route rejects it" : "it passes"));
    }

    private RouteState after(Route route, Tally then) {
        return Assessment.of(rule, electorate, then, evidence).routes().stream()
                .filter(one -> one.route() == route)
                .findFirst()
                .orElseThrow()
                .state();
    }

    /// The smallest number from 1 to `most` that will do, where every greater one does too.
    private static OptionalInt first(int most, IntPredicate will) {
        int low = 1;
        int high = most + 1;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (will.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low <= most ? OptionalInt.of(low) : OptionalInt.empty();
    }

    private static String quorum(int missing) {
        return "%s %s the quorum".formatted(capital(count(missing, "more participant")), verb(missing, "make"));
    }

    private static String quorumDecides(int missing) {
        return quorum(missing) + ", and the standard route decides.";
    }

    private String tooMany(int missing, String act) {
        return "Cannot %s any more: %s more would have to %s and %s."
                .formatted(
                        rule instanceof Consensus ? "pass" : "be reached",
                        count(missing),
                        act,
                        mayStillVote == 0
                                ? "nobody else may vote"
                                : "only %s may still vote".formatted(count(mayStillVote)));
    }

    private static String mustChange(List<String> ballots) {
        return capital(list(ballots)) + " must change before it can pass.";
    }

    /// "Two more +1", or "Two +1" where there are none yet.
    private String more(int number, Choice choice) {
        int have = switch (choice) {
            case YES -> tally.yes();
            case NO -> tally.no();
            case ABSTAIN -> tally.abstain();
        };
        return capital(count(number)) + (have > 0 ? " more " : " ") + choice.label();
    }
}
