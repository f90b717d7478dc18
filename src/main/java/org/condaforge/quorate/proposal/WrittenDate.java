package org.condaforge.quorate.proposal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as people write it, and where in its line it stands: `2020-03-11`, `Sept 09, 2016`, `28 March 2020`.
/// Months are English, spelled out or cut to three letters or more.
///
/// @param date the day that is meant
/// @param start index of its first character
/// @param end index behind its last character
public record WrittenDate(LocalDate date, int start, int end) {

    private static final Pattern FORM = Pattern.compile("""
            (?<![\\d\\p{L}])(?:\
            (?<year>\\d{4})[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})\
            |(?<name>\\p{L}{3,9})\\.?\\s{1,3}(?<first>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?<last>\\d{4})\
            |(?<before>\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?<middle>\\p{L}{3,9})\\.?,?\\s{1,3}(?<behind>\\d{4})\
            )(?!\\d)""");

    /// The first date in `line` that the calendar knows, so neither `2021-02-30` nor `Marble 3, 2020`.
    public static Optional<WrittenDate> firstIn(String line) {
        return firstIn(line, 0);
    }

    /// The first date in `line` that begins at index `from` or later.
    ///
    /// @throws IndexOutOfBoundsException if `from` is not an index of `line` nor its length
    public static Optional<WrittenDate> firstIn(String line, int from) {
        var matcher = FORM.matcher(line);
        for (int at = from; matcher.find(at); at = matcher.start() + 1) {
            var date = read(matcher);
            if (date.isPresent()) {
                return Optional.of(new WrittenDate(date.get(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> read(Matcher matcher) {
        if (matcher.group("year") != null) {
            return date(matcher.group("year"), Integer.parseInt(matcher.group("month")), matcher.group("day"));
        }
        boolean monthFirst = matcher.group("name") != null;
        return month(matcher.group(monthFirst ? "name" : "middle"))
                .flatMap(month -> monthFirst
                        ? date(matcher.group("last"), month.getValue(), matcher.group("first"))
                        : date(matcher.group("behind"), month.getValue(), matcher.group("before")));
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Month> month(String written) {
        var name = written.toUpperCase(Locale.ROOT);
        var full = name.equals("SEPT") ? "SEPTEMBER" : name;
        for (var month : Month.values()) {
            if (month.name().startsWith(full)) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }
}
