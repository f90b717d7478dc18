package org.condaforge.quorate.policy;

/// Who may see a vote on an item.
public enum Classification {
    /// Public, with every ballot.
    STANDARD,
    /// Its subject, ballots and outcome stay with the voters.
    SENSITIVE
}
