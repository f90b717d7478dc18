package org.condaforge.quorate.api;

import java.util.List;
import org.condaforge.quorate.rule.RouteExplanation;

/// Where one route of a vote stands, and what further ballots or time can still do.
record RouteAnswer(String route, String state, String sentence, List<Condition> conditions, List<String> possible) {

    /// What a route asks for. `need` is the least that will do, or the most where `bound` is `at-most`.
    record Condition(String name, int have, int need, String bound, boolean met, String sentence) {}

    static List<RouteAnswer> all(List<RouteExplanation> routes) {
        return routes.stream().map(RouteAnswer::of).toList();
    }

    private static RouteAnswer of(RouteExplanation explained) {
        return new RouteAnswer(
                explained.route().route().label(),
                explained.route().state().label(),
                explained.sentence(),
                explained.conditions().stream()
                        .map(one -> {
                            var c = one.condition();
                            return new Condition(
                                    c.name(), c.have(), c.need(), Words.of(c.bound()), c.met(), one.sentence());
                        })
                        .toList(),
                explained.possible());
    }
}
