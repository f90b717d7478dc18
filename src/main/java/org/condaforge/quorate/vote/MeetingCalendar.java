package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;

/// Who can tell when the core team meets next.
public interface MeetingCalendar {

    /// The first coming meeting that begins at or after `from` and before `until`.
    Optional<Instant> firstMeeting(Instant from, Instant until);
}
