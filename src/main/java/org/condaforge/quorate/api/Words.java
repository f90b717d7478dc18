package org.condaforge.quorate.api;

import java.time.Duration;
import java.util.Locale;

/// Values as words of the API.
final class Words {

    private Words() {}

    /// A constant in lower case with hyphens: `anywhere-on-earth`.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A period in ISO 8601, in days where it has whole ones: `P7D`, `PT36H`.
    static String of(Duration period) {
        return !period.isZero() && period.equals(Duration.ofDays(period.toDays()))
                ? "P%dD".formatted(period.toDays())
                : period.toString();
    }
}
