package org.condaforge.quorate.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The governance pages as data, and what they say of a tally.
@RestController
class PolicyController {

    private static final int MOST = 1_000_000;

    /// What the rule makes of the tally. `route` is `none` where nothing is decided.
    record Answer(String outcome, String route, int quorum, List<RouteAnswer> routes) {}

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /// The policies this instance votes by, in the order they are offered.
    @GetMapping("/api/v1/policies")
    Listing<PolicyAnswer> list(@RequestParam MultiValueMap<String, String> parameters) {
        Page.Request page = Query.ofList(parameters).page();
        List<Policy> all = policies.all();
        List<Policy> found = all.stream().skip(page.offset()).limit(page.size()).toList();
        return Listing.of(page.of(found, all.size()), policy -> PolicyAnswer.of(policy, true));
    }

    /// A policy this instance votes by, or another that ships with the application.
    @GetMapping("/api/v1/policies/{policy}")
    PolicyAnswer policy(@PathVariable String policy, @RequestParam MultiValueMap<String, String> parameters) {
        Query.of(parameters);
        return PolicyAnswer.of(known(policy), policies.policy(policy).isPresent());
    }

    /// What the rule of an item says of a tally at the end of a vote.
    @GetMapping("/api/v1/policies/{policy}/items/{item}/assess")
    Answer assess(
            @PathVariable String policy,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> parameters) {
        Policy page = known(policy);
        VotingItem wanted = page.item(item)
                .orElseThrow(() -> Refusal.notFound("%s has no item “%s”: it has %s."
                        .formatted(
                                page.name(),
                                Refusal.shortened(item),
                                page.items().stream().map(VotingItem::name).collect(Collectors.joining(", ")))));
        Rule rule = wanted.rule()
                .orElseThrow(() -> Refusal.parameter(
                        "item", "“%s” needs no vote: there is nothing to assess.".formatted(wanted.title())));
        Query query = Query.of(parameters, "active", "yes", "no", "abstain", "period", "timeout");
        int active = query.number("active", 0, MOST)
                .orElseThrow(() -> Refusal.parameter("active", "active is missing: the number of active members."));
        Tally tally = new Tally(
                query.number("yes", 0, MOST).orElse(0),
                query.number("no", 0, MOST).orElse(0),
                query.number("abstain", 0, MOST).orElse(0));
        Duration period = query.period("period").orElse(page.usualPeriod(wanted));
        boolean timeOutMet = query.oneOf("timeout", List.of("met", "unmet"), word -> word)
                .filter("met"::equals)
                .isPresent();
        Electorate electorate = new Electorate(active);
        Evidence evidence = timeOutMet ? Evidence.timeOutMet(period) : Evidence.atEndOf(period);
        Assessment assessment = Assessment.of(rule, electorate, tally, evidence);
        return new Answer(
                assessment.outcome().label(),
                assessment.outcome().decidedBy().map(Route::label).orElse("none"),
                assessment.quorum(),
                RouteAnswer.all(
                        RouteExplanation.all(rule, electorate, tally, evidence, Math.max(0, active - tally.cast()))));
    }

    private Policy known(String name) {
        return policies.known(name)
                .orElseThrow(() -> Refusal.notFound("There is no policy “%s”: there are %s."
                        .formatted(
                                Refusal.shortened(name),
                                policies.everyKnown().stream().map(Policy::name).collect(Collectors.joining(", ")))));
    }
}
