package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Who can tell when the core team met, and when it meets next.
public interface MeetingCalendar {

    /// The first coming meeting that begins at or after `from` and before `until`.
    Optional<Instant> firstMeeting(Instant from, Instant until);

    /// The days between two days, both included, on which the core team met or meets, UTC, in their order: those
    /// with minutes, and those of the schedule.
    List<LocalDate> days(LocalDate first, LocalDate last);
}
