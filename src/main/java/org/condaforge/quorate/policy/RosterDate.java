package org.condaforge.quorate.policy;

/// The moment whose roster says how many active members the quorum is computed from.
public enum RosterDate {
    /// When the vote opens.
    OPENING,
    /// When the vote closes.
    CLOSING
}
