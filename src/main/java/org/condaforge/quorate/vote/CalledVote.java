package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a vote was called, and what was changed of it since.
///
/// @param callerLogin of a caller who was no member; a member stands in [VoteDetail#calledBy]
/// @param about the person it is about
/// @param source where the pinned text stands
/// @param discussion the address where it is discussed, may be empty
/// @param statements what the item asked to state, in its order
/// @param replaces the vote that was called again by this one
/// @param replacedBy the vote that was called in place of this one
/// @param amendments oldest first
/// @param rights what the reader may do about it now
public record CalledVote(
        VoteId vote,
        Optional<String> callerLogin,
        Optional<Person> about,
        Call.Source source,
        String discussion,
        List<Statement> statements,
        Optional<VoteId> replaces,
        Optional<VoteId> replacedBy,
        List<Amendment> amendments,
        Rights rights) {

    /// Somebody a vote is about.
    ///
    /// @param member whether they are or were a member
    public record Person(String login, String name, boolean member) {}

    /// What the item asked for, and what the caller stated.
    public record Statement(String asked, String stated) {}

    /// What the person at the keyboard may do.
    ///
    /// @param withdraw they called it, and it takes ballots
    /// @param correct the same, or they are a secretary
    /// @param extend the same, before its deadline
    /// @param callAgain they called it, or may call another like it
    public record Rights(boolean withdraw, boolean correct, boolean extend, boolean callAgain) {}

    /// What was changed of a vote while it was open.
    ///
    /// @param oldValue as it was; of a deadline the instant in ISO form
    /// @param newValue as it is since
    /// @param by the name, of no member the login
    public record Amendment(What what, String oldValue, String newValue, String reason, String by, Instant at) {

        /// What can be changed.
        public enum What {
            /// The question.
            TITLE,
            /// Where the pinned text stands.
            TEXT_LINK,
            /// Where it is discussed.
            DISCUSSION,
            /// Its end, to a later one.
            DEADLINE
        }
    }

    /// The last extension.
    public Optional<Amendment> extension() {
        return amendments.reversed().stream()
                .filter(amendment -> amendment.what() == Amendment.What.DEADLINE)
                .findFirst();
    }
}
