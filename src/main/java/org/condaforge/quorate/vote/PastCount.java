package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.jspecify.annotations.Nullable;

/// A vote of the past: how it is stated to have ended, and what the rules make of its totals. What is stated stays;
/// where the rules say otherwise, it has no route.
///
/// @param terms what it is counted by; empty where nobody knows
/// @param tally its totals; empty where nobody knows
/// @param stated how it ended, whoever says so
/// @param assessment what the terms make of the totals; empty where one of the two is not known
record PastCount(
        Optional<VoteSummary.Terms> terms, Optional<Tally> tally, Result stated, Optional<Assessment> assessment) {

    /// Counts it.
    static PastCount of(Optional<VoteSummary.Terms> terms, Optional<Tally> tally, Evidence evidence, Result stated) {
        return new PastCount(
                terms,
                tally,
                stated,
                terms.flatMap(by -> tally.map(cast -> Assessment.of(by.rule(), by.electorate(), cast, evidence))));
    }

    /// What it is counted by: an item with a rule, and how many were active.
    static VoteSummary.Terms terms(Policy policy, VotingItem item, RosterDate date, Roster roster, int active) {
        Rule rule = item.rule().orElseThrow();
        return new VoteSummary.Terms(
                policy.name(),
                policy.revision(),
                item.name(),
                item.title(),
                rule,
                policy.emeritusMayVote(),
                active,
                roster.emeritus().size(),
                date,
                VoteSummary.Terms.quorum(rule, active));
    }

    /// What is known besides the totals. Where the time-out was declared, all that it asks for was met.
    static Evidence evidence(Optional<Instant> opened, Instant closes, boolean timedOut) {
        Duration planned = opened.filter(closes::isAfter)
                .map(from -> Duration.between(from, closes))
                .orElse(Duration.ZERO);
        return timedOut ? Evidence.timeOutMet(planned) : Evidence.atEndOf(planned);
    }

    /// By which route the rules give what is stated.
    Optional<Route> route() {
        return assessment
                .map(Assessment::outcome)
                .filter(outcome -> Result.of(outcome) == stated)
                .flatMap(Outcome::decidedBy);
    }

    /// What the rules give instead of what is stated, a sentence; empty where they agree or nothing can be counted.
    Optional<String> contradiction() {
        return assessment
                .filter(counted -> stated != Result.UNKNOWN && Result.of(counted.outcome()) != stated)
                .map(counted -> {
                    VoteSummary.Terms by = terms.orElseThrow();
                    String why = new Why(counted, tally.orElseThrow(), by.active()).words();
                    return "It is stated as %s, and by the rule of “%s” it comes to %s%s."
                            .formatted(
                                    stated.label(),
                                    by.itemTitle(),
                                    Result.of(counted.outcome()).label(),
                                    why.isEmpty() ? "" : ": " + why);
                });
    }

    /// The columns of a vote that keep this.
    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("policy", terms.map(VoteSummary.Terms::policy).orElse(null));
        columns.put("revision", terms.map(VoteSummary.Terms::revision).orElse(null));
        columns.put("item", terms.map(VoteSummary.Terms::item).orElse(null));
        columns.put("itemTitle", terms.map(VoteSummary.Terms::itemTitle).orElse(null));
        columns.put("rule", terms.map(by -> RuleNotation.write(by.rule())).orElse(null));
        columns.put(
                "emeritusMayVote", terms.map(VoteSummary.Terms::emeritusMayVote).orElse(null));
        columns.put("roster", terms.map(by -> by.roster().name()).orElse(null));
        columns.put("active", terms.map(VoteSummary.Terms::active).orElse(null));
        columns.put("emeritus", terms.map(VoteSummary.Terms::emeritus).orElse(null));
        columns.put("outcome", stated.name());
        columns.put("route", route().map(Route::name).orElse(null));
        columns.put("quorum", assessment.map(Assessment::quorum).orElse(null));
        columns.put("yes", tally.map(Tally::yes).orElse(null));
        columns.put("no", tally.map(Tally::no).orElse(null));
        columns.put("abstain", tally.map(Tally::abstain).orElse(null));
        return columns;
    }
}
