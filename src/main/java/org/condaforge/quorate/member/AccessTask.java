package org.condaforge.quorate.member;

import java.time.Instant;
import java.util.Optional;

/// An item of the checklist that follows a change of standing.
///
/// @param reason why it is on the list: "became emeritus, by emeritus.csv"
/// @param managedAt where access to the system is given and taken; may be empty
/// @param overdue whether it is open for longer than it should be
/// @param ended empty as long as it is open
public record AccessTask(
        Id id,
        What what,
        MemberService.Person member,
        AccessSystem.Id system,
        String systemName,
        String managedAt,
        String reason,
        Instant openedAt,
        boolean overdue,
        Optional<Ended> ended) {

    /// The number of an item.
    public record Id(long number) {}

    /// What is to be done.
    public enum What {
        REVOKE,
        GRANT
    }

    /// How an item is or ended.
    public enum State {
        OPEN,
        /// It was revoked, or given.
        DONE,
        /// It needs not be done: somebody said why, or the member's standing changed again.
        DROPPED
    }

    /// How it ended.
    ///
    /// @param by a login; empty where it followed from a change of standing
    /// @param note why it was dropped; empty where it was done
    public record Ended(State state, Optional<String> by, Instant at, String note) {}
}
