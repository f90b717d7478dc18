package org.condaforge.quorate.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.CheckInPolicy.Every;

/// What rounds are called.
final class RoundTitle {

    private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");

    private RoundTitle() {}

    /// "Check-in, fourth quarter 2026", "Check-in of the year 2027".
    static String of(Cadence cadence, Instant due) {
        LocalDate day = LocalDate.ofInstant(due, ZoneOffset.UTC);
        return cadence.every() == Every.YEAR
                ? "Check-in of the year %d".formatted(day.getYear())
                : "Check-in, %s quarter %d".formatted(QUARTERS.get((day.getMonthValue() - 1) / 3), day.getYear());
    }

    /// "Inquiry: Elm and Fir", cut so that it fits.
    static String inquiry(List<String> names) {
        String title = switch (names.size()) {
            case 1 -> "Inquiry: " + names.getFirst();
            case 2 -> "Inquiry: %s and %s".formatted(names.getFirst(), names.getLast());
            default -> "Inquiry: %s and %d others".formatted(names.getFirst(), names.size() - 1);
        };
        return title.length() <= 200 ? title : title.substring(0, 199) + "…";
    }
}
