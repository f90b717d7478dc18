package org.condaforge.quorate.rule;

import java.util.Arrays;
import java.util.Optional;

/// How a vote can be decided. The first three are the quorum rules of conda-forge's governance page (standard,
/// accelerated, time-out), assessed in this order; consensus is the "+3 with no -1" of its minutes.
public enum Route {
    STANDARD("standard"),
    ACCELERATED("accelerated"),
    TIME_OUT("time-out"),
    CONSENSUS("consensus");

    private final String label;

    Route(String label) {
        this.label = label;
    }

    /// The name as governance pages write it.
    public String label() {
        return label;
    }

    /// The route of that name, which must be exactly a label.
    public static Optional<Route> of(String label) {
        return Arrays.stream(values())
                .filter(route -> route.label.equals(label))
                .findFirst();
    }
}
