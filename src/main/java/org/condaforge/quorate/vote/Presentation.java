package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// That a vote was presented at a core meeting.
///
/// @param date the day of the meeting, UTC
/// @param at the time, where it is known
/// @param source who says so
/// @param text the item in which minutes speak of it, or the source in words
/// @param counts whether it was on or after the opening and before the end: only then it counts for the time-out
public record Presentation(LocalDate date, Optional<Instant> at, Source source, String text, boolean counts) {

    /// Who says that a vote was presented.
    public enum Source {
        /// Minutes of that day speak of what is voted on.
        MINUTES,
        /// A core member marked it by hand.
        MARKED,
        /// The file of its record.
        RECORD
    }

    /// Whether a meeting of that day, or at that time, lies between the opening and the end of the vote.
    static boolean counts(VoteSummary vote, LocalDate date, Optional<Instant> at) {
        return vote.opensAt()
                .filter(opened -> at.map(time -> !time.isBefore(opened) && time.isBefore(end(vote)))
                        .orElseGet(() -> !date.isBefore(LocalDate.ofInstant(opened, ZoneOffset.UTC))
                                && date.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(end(vote))))
                .isPresent();
    }

    /// An overdue vote without a time-out date has not ended.
    private static Instant end(VoteSummary vote) {
        return vote.state() == VoteState.OVERDUE && vote.timeOutAt().isEmpty() ? Instant.MAX : vote.endsAt();
    }
}
