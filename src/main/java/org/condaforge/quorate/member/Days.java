package org.condaforge.quorate.member;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Days in sentences, UTC.
final class Days {

    private Days() {}

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
