package org.condaforge.quorate.vote;

import java.util.List;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.RouteAssessment;

/// What was frozen when a vote ended, besides its figures.
///
/// @param evidence what was known of it besides its ballots
/// @param routes where each route stood, with its conditions; empty where only the rest was read
record FrozenEnd(Ending ending, Evidence evidence, List<RouteAssessment> routes) {

    FrozenEnd {
        routes = List.copyOf(routes);
    }
}
