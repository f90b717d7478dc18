package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.Golden;
import org.junit.jupiter.api.Test;

/// What is said of votes that have ended: why they ended so, and what a recount gives.
class GoldenWhyTests {

    private static final int ACTIVE = 18;
    private static final Instant OPENED = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> RULES = List.of(
            "{majority: 60%, routes: [standard, time-out]}",
            "{majority: more than 50%, routes: [standard, accelerated, time-out], minimum-quorum: 5}",
            "{majority: 75% plus 1, routes: [standard]}",
            "{consensus: {yes: 3, no: 0}}",
            "{consensus: {yes: 3, no: 1}}",
            "{consensus: {yes: 3, no: 0, all-yes: true}}",
            "{any-of: [{consensus: {yes: 3, no: 0, all-yes: true}}, {majority: more than 50%, routes: [standard]}]}");
    private static final List<Tally> TALLIES = List.of(
            Tally.NONE,
            new Tally(1, 0, 0),
            new Tally(3, 0, 0),
            new Tally(3, 0, 1),
            new Tally(3, 1, 0),
            new Tally(2, 2, 1),
            new Tally(0, 1, 0),
            new Tally(5, 0, 0),
            new Tally(6, 3, 2),
            new Tally(5, 5, 1),
            new Tally(12, 2, 0),
            new Tally(0, 0, 12));
    private static final List<Evidence> ENDS = List.of(
            Evidence.atEndOf(Duration.ofDays(7)),
            Evidence.atEndOf(Duration.ofDays(8)),
            Evidence.timeOutMet(Duration.ofDays(14)));

    @Test
    void everyReasonReadsAsItWasReadBefore() {
        var text = new StringBuilder();
        for (var notation : RULES) {
            var rule = RuleNotation.read(notation);
            for (var evidence : ENDS) {
                text.append("# %s; %d active; planned %d d%s%n%n"
                        .formatted(
                                notation,
                                ACTIVE,
                                evidence.planned().toDays(),
                                evidence.presented() ? ", all done for a time-out" : ""));
                for (var tally : TALLIES) {
                    var assessment = Assessment.of(rule, new Electorate(ACTIVE), tally, evidence);
                    text.append("%s: %s: %s%n"
                            .formatted(
                                    said(tally),
                                    said(assessment.outcome()),
                                    new Why(assessment, tally, ACTIVE).words()));
                }
                text.append('\n');
            }
        }
        Golden.assertReads("why", text.toString());
    }

    @Test
    void everyRecountReadsAsItWasReadBefore() {
        var half = RuleNotation.read("{majority: more than 50%, routes: [standard, time-out]}");
        var yes = new Tally(8, 2, 1);
        var text = new StringBuilder();
        say(text, "as recorded", ended(half, yes, 9, Result.PASSED, Optional.of(Route.STANDARD)), yes);
        say(text, "totals only", ended(half, yes, 9, Result.PASSED, Optional.of(Route.STANDARD)), Tally.NONE);
        say(
                text,
                "nobody said yes or no",
                ended(half, new Tally(0, 0, 9), 9, Result.REJECTED, Optional.of(Route.STANDARD)),
                new Tally(0, 0, 9));
        say(text, "lapsed", ended(half, new Tally(2, 1, 0), 9, Result.INQUORATE, Optional.empty()), new Tally(2, 1, 0));
        say(text, "other ballots", ended(half, yes, 9, Result.PASSED, Optional.of(Route.STANDARD)), new Tally(4, 5, 0));
        say(text, "another quorum", ended(half, yes, 10, Result.PASSED, Optional.of(Route.STANDARD)), yes);
        say(text, "another route", ended(half, yes, 9, Result.PASSED, Optional.of(Route.TIME_OUT)), yes);
        say(text, "no route on record", ended(half, yes, 9, Result.PASSED, Optional.empty()), yes);
        say(
                text,
                "totals only, and other",
                ended(half, new Tally(4, 5, 0), 9, Result.PASSED, Optional.of(Route.STANDARD)),
                Tally.NONE);
        say(text, "no result", ended(half, yes, 9, Result.UNKNOWN, Optional.empty()), yes);
        say(text, "no rule", without(Optional.of(yes)), yes);
        say(
                text,
                "no totals",
                summary(Optional.of(terms(half, 9)), Result.PASSED, Optional.empty(), Optional.empty()),
                Tally.NONE);
        Golden.assertReads("recount", text.toString());
    }

    private static void say(StringBuilder text, String what, VoteSummary vote, Tally ballots) {
        text.append("%s: %s%n"
                .formatted(
                        what, Recount.of(new ClosedVote(vote, ballots, false)).sentence()));
    }

    private static VoteSummary ended(Rule rule, Tally totals, int quorum, Result result, Optional<Route> route) {
        return summary(Optional.of(terms(rule, quorum)), result, route, Optional.of(totals));
    }

    private static VoteSummary without(Optional<Tally> totals) {
        return summary(Optional.empty(), Result.PASSED, Optional.empty(), totals);
    }

    private static VoteSummary.Terms terms(Rule rule, int quorum) {
        return new VoteSummary.Terms(
                "grove", "3", "other", "Anything else", rule, true, ACTIVE, 2, RosterDate.OPENING, quorum);
    }

    /// A vote of a week; an inquorate one ended 28 days later, when nobody had confirmed a time-out date.
    private static VoteSummary summary(
            Optional<VoteSummary.Terms> terms, Result result, Optional<Route> route, Optional<Tally> totals) {
        var closes = OPENED.plus(Duration.ofDays(7));
        return new VoteSummary(
                new VoteId(1),
                "Paint it",
                terms,
                Classification.STANDARD,
                VoteState.CLOSED,
                Optional.of(OPENED),
                closes,
                Optional.empty(),
                Optional.of(result == Result.INQUORATE ? closes.plus(Duration.ofDays(28)) : closes),
                Optional.of(result),
                route,
                totals,
                Optional.empty());
    }

    private static String said(Tally tally) {
        return "%d yes, %d no, %d abstain".formatted(tally.yes(), tally.no(), tally.abstain());
    }

    private static String said(Outcome outcome) {
        return outcome.label()
                + outcome.decidedBy().map(route -> " (" + route.label() + ")").orElse("");
    }
}
