package org.condaforge.quorate.vote;

import java.util.Optional;

/// Something that speaks against calling a vote as it is asked for.
///
/// @param clause where that comes from: a clause of the governance page, by its key there, or what holds for every vote
/// @param sentence what is wrong, where, and what to do about it
/// @param vote the other vote it is about
public record Finding(Severity severity, String clause, String sentence, Optional<VoteId> vote) {

    /// Whether a vote can be called in spite of it.
    public enum Severity {
        /// It cannot be called like this.
        FORBIDS,
        /// It can, and its caller should know.
        WARNS
    }

    static Finding forbids(String clause, String sentence) {
        return new Finding(Severity.FORBIDS, clause, sentence, Optional.empty());
    }

    static Finding warns(String clause, String sentence) {
        return new Finding(Severity.WARNS, clause, sentence, Optional.empty());
    }

    /// Whether the vote cannot be called like this.
    public boolean forbids() {
        return severity == Severity.FORBIDS;
    }
}
