package org.condaforge.quorate.rule;

/// Where a route stands.
public enum RouteState {
    /// It decides the vote, which passes.
    PASSES("passes"),
    /// It decides the vote, which is rejected.
    REJECTS("rejects"),
    /// Something is missing.
    SHORT("short"),
    /// An earlier route decides.
    NOT_NEEDED("not-needed"),
    /// The item does not name it.
    NOT_OFFERED("not-offered");

    private final String label;

    RouteState(String label) {
        this.label = label;
    }

    /// The state in a word, lower-case with hyphens.
    public String label() {
        return label;
    }

    boolean decides() {
        return this == PASSES || this == REJECTS;
    }
}
