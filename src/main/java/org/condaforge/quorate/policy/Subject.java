package org.condaforge.quorate.policy;

/// What a vote on an item is about.
public enum Subject {
    /// An enhancement proposal.
    PROPOSAL,
    /// A person: one who is to join, to leave or to be blocked.
    MEMBER,
    /// Whatever the caller writes.
    FREE
}
