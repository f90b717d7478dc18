package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;

/// An announcement of a vote.
///
/// @param sentAt when people could read it
/// @param note a link to it, or where it can be found; text of people
/// @param recordedBy the name of who recorded it; empty where the application sent it
public record VoteNotice(
        long id,
        Channel channel,
        Instant sentAt,
        String note,
        Source source,
        Optional<String> recordedBy,
        Instant recordedAt) {

    /// How it came on record.
    public enum Source {
        /// A core member wrote down that it was sent.
        BY_HAND,
        /// The application sent it.
        AUTOMATIC
    }
}
