package org.condaforge.quorate.api;

import java.util.List;
import org.condaforge.quorate.rule.Assessment;

/// Where one route of a vote stands.
record RouteAnswer(String route, String state, List<Condition> conditions) {

    /// What a route asks for. `need` is the least that will do, or the most where `bound` is `at-most`.
    record Condition(String name, int have, int need, String bound, boolean met) {}

    static List<RouteAnswer> all(Assessment assessment) {
        return assessment.routes().stream()
                .map(route -> new RouteAnswer(
                        route.route().label(),
                        route.state().label(),
                        route.conditions().stream()
                                .map(c -> new Condition(c.name(), c.have(), c.need(), Words.of(c.bound()), c.met()))
                                .toList()))
                .toList();
    }
}
