package org.condaforge.quorate.member;

import java.util.Locale;

/// What a member is to the core team.
public enum Standing {
    /// Takes part and counts to every quorum.
    ACTIVE,
    /// No longer counts to a quorum; may vote where the policy says so and may return.
    EMERITUS;

    /// The word for people: `active` or `emeritus`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
