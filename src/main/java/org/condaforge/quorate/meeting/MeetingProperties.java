package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the core team meets: every so many days, counted from an anchor, at a time of day in UTC. By default
/// every second Wednesday at 17:00 UTC, in step with the meeting of 2021-10-20.
///
/// @param anchor a day on which a meeting is, any in the past or future
/// @param everyDays days from one meeting to the next, 1 or more
/// @param at time of day, UTC
@ConfigurationProperties("quorate.meetings")
record MeetingProperties(
        @DefaultValue("2021-10-20") LocalDate anchor,
        @DefaultValue("14") int everyDays,
        @DefaultValue("17:00") LocalTime at) {

    MeetingProperties {
        if (everyDays < 1) {
            throw new IllegalArgumentException("quorate.meetings.every-days is 1 or more, not " + everyDays);
        }
    }
}
