package org.condaforge.quorate.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// A quorum and a majority, decided by one of several routes ("Standard", "Accelerated" and "Time-out Quorum
/// Rules" of conda-forge's governance page).
///
/// @param threshold the share that must take part and, of those who say yes or no, must say yes
/// @param routes the routes open to the item: the standard one always, given or not; never consensus
/// @param minimumQuorum how many must take part by any route, 0 for none ("at least 5" on conda's page); the
///     whole electorate where it has fewer
public record Majority(Threshold threshold, Set<Route> routes, int minimumQuorum) implements Rule {

    /// @throws IllegalArgumentException if consensus is among the routes or the minimum is negative
    public Majority {
        if (routes.contains(Route.CONSENSUS)) {
            throw new IllegalArgumentException("a majority is not decided by consensus");
        }
        if (minimumQuorum < 0) {
            throw new IllegalArgumentException("not a minimum quorum: %d".formatted(minimumQuorum));
        }
        var offered = EnumSet.of(Route.STANDARD);
        offered.addAll(routes);
        routes = Collections.unmodifiableSet(offered);
    }

    /// How many must take part for the standard route.
    public int quorum(Electorate electorate) {
        return Math.max(threshold.of(electorate.active()), minimum(electorate));
    }

    /// How many must take part by any route.
    int minimum(Electorate electorate) {
        return Math.min(minimumQuorum, electorate.active());
    }
}
