package org.condaforge.quorate.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The form in which a policy sets the end of a vote.
public enum Deadline {
    /// A point in time, in UTC.
    INSTANT,
    /// The end of a date in the last time zone to leave it, UTC-12.
    ANYWHERE_ON_EARTH;

    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /// When that date is over anywhere on Earth: noon of the next day in UTC.
    public static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(LAST_ZONE).toInstant();
    }

    /// The date that is over at that instant, or the one that is still going on then, in the last zone.
    public static LocalDate dateOf(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), LAST_ZONE);
    }

    /// Whether a vote may end at that instant.
    public boolean allows(Instant end) {
        return firstFrom(end).equals(end);
    }

    /// The first instant at or after `earliest` at which a vote may end.
    public Instant firstFrom(Instant earliest) {
        return switch (this) {
            case INSTANT -> earliest;
            case ANYWHERE_ON_EARTH -> endOf(dateOf(earliest));
        };
    }
}
