package org.condaforge.quorate.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/// A standing and the days on which it held: from `since`, up to but not including `until` (null: still holds).
/// Where `sinceExact` is false the standing was first seen on `since` and had begun before.
@Table("member_standing")
public record StandingPeriod(
        Standing standing,
        LocalDate since,
        boolean sinceExact,
        @Nullable LocalDate until,
        String source) {

    public StandingPeriod {
        if (until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("a standing ends after it begins: %s to %s".formatted(since, until));
        }
    }

    /// Whether it held on that day.
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }

    StandingPeriod endedOn(LocalDate day) {
        return new StandingPeriod(standing, since, sinceExact, day.isBefore(since) ? since : day, source);
    }
}
