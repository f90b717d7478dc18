package org.condaforge.quorate.member;

import java.time.Instant;
import java.util.Optional;

/// Something that was done: published inside the act's own transaction, written to the journal in it, and told to open
/// pages after it. It carries no secret: for a vote it says that a ballot was cast and, only where the roll call is
/// public, which.
///
/// @param who the member; empty when the application did it by itself
/// @param at when
/// @param what a short sentence without its subject: "cast +1"
/// @param audience who may read of it
public record Act(Optional<MemberId> who, Instant at, Subject subject, String what, Audience audience) {

    /// An act that everybody may read of.
    public Act(Optional<MemberId> who, Instant at, Subject subject, String what) {
        this(who, at, subject, what, Audience.PUBLIC);
    }

    /// Who may read of an act.
    public enum Audience {
        /// Everybody.
        PUBLIC,
        /// Members of core, emeritus ones included: what concerns a sensitive vote.
        MEMBERS
    }

    /// What an act is about: a kind ("vote", "proposal", "meeting", "member") and its key as in the page's address.
    public record Subject(String kind, String key) {}
}
