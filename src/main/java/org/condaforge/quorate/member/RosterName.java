package org.condaforge.quorate.member;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a roster file says: whom it lists, and of which day it speaks. `core.csv` speaks of the day on
/// which it is read; `2020-01-31-core.csv` and `core-2020-01-31.csv` name their day; `core-2023-12.csv` names a month,
/// and speaks of its last day: whoever it lists was there by then.
///
/// @param list whom it lists
/// @param day empty where the name tells none
/// @param dated how the day is known
public record RosterName(Standing list, Optional<LocalDate> day, Dated dated) {

    /// How the day of a roster file is known; of two files of one day the later of these counts.
    public enum Dated {
        /// To the month.
        MONTH,
        /// To the day.
        DAY,
        /// It was read on that day.
        READ
    }

    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";
    private static final String LIST = "(core|emeritus)";
    private static final Pattern BEFORE = Pattern.compile(DAY + "-" + LIST + "\\.csv");
    private static final Pattern AFTER = Pattern.compile(LIST + "-" + DAY + "\\.csv");
    private static final Pattern MONTH = Pattern.compile(LIST + "-(\\d{4}-\\d{2})\\.csv");
    private static final Pattern NONE = Pattern.compile(LIST + "\\.csv");

    /// Reads the name of a file, without its folder; empty when it is no roster's, or of a day that no calendar has.
    public static Optional<RosterName> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        try {
            Matcher named = BEFORE.matcher(name);
            if (named.matches()) {
                return Optional.of(new RosterName(list(named.group(2)), day(named.group(1)), Dated.DAY));
            }
            named = AFTER.matcher(name);
            if (named.matches()) {
                return Optional.of(new RosterName(list(named.group(1)), day(named.group(2)), Dated.DAY));
            }
            named = MONTH.matcher(name);
            if (named.matches()) {
                LocalDate end = YearMonth.parse(named.group(2)).atEndOfMonth();
                return Optional.of(new RosterName(list(named.group(1)), Optional.of(end), Dated.MONTH));
            }
            named = NONE.matcher(name);
            return named.matches()
                    ? Optional.of(new RosterName(list(named.group(1)), Optional.empty(), Dated.READ))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Standing list(String word) {
        return word.equals("core") ? Standing.ACTIVE : Standing.EMERITUS;
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(LocalDate.parse(text));
    }
}
