package org.condaforge.quorate.rule;

import java.util.List;

/// Where one route stands, and what it asks for.
///
/// @param route assessed
/// @param state where it stands
/// @param conditions in the order of a checklist; none for a route that is not offered
public record RouteAssessment(Route route, RouteState state, List<Condition> conditions) {

    public RouteAssessment {
        conditions = List.copyOf(conditions);
    }

    /// The conditions that are not met.
    List<Condition> unmet() {
        return conditions.stream().filter(condition -> !condition.met()).toList();
    }

    /// Whether it asks for that no more, or never did.
    boolean met(Requirement requirement) {
        return missing(requirement) == 0;
    }

    /// How many of that are too few or too many, 0 where the route does not ask for it.
    int missing(Requirement requirement) {
        return conditions.stream()
                .filter(condition -> condition.requirement() == requirement)
                .mapToInt(Condition::missing)
                .sum();
    }

    /// The same conditions, where an earlier route or rule decides.
    RouteAssessment notNeeded() {
        return state == RouteState.NOT_OFFERED ? this : new RouteAssessment(route, RouteState.NOT_NEEDED, conditions);
    }
}
