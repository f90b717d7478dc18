package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.condaforge.quorate.policy.Deadline;

/// Periods and deadlines in words that read alike everywhere.
final class CallWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CallWords() {}

    /// "7 days", "24 hours"; what is left over an hour is not said.
    static String period(Duration period) {
        long hours = period.toHours();
        if (hours > 24 && hours % 24 == 0) {
            return period.toDays() + " days";
        }
        return hours == 1 ? "1 hour" : hours + " hours";
    }

    /// The same for how long a vote is planned, which may be minutes more or less than whole days.
    static String about(Duration period) {
        long hours = period.plusMinutes(30).toHours();
        return hours >= 48 ? (hours + 12) / 24 + " days" : hours + " hours";
    }

    /// "2026-11-25 12:00 UTC"
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /// The end of a vote in the form its policy sets it.
    static String deadline(Deadline form, Instant end) {
        return switch (form) {
            case INSTANT -> moment(end);
            case ANYWHERE_ON_EARTH ->
                form.allows(end)
                        ? "the end of %s anywhere on Earth (%s)".formatted(Deadline.dateOf(end), moment(end))
                        : moment(end);
        };
    }

    /// "4.5", from a sum and a count, without floating point.
    static String mean(long sum, int count) {
        long tenths = (sum * 10 * 2 + count) / (2L * count);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : "%d.%d".formatted(tenths / 10, tenths % 10);
    }
}
