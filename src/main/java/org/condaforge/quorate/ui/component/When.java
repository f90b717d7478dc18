package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A moment or a day as its reader would say it. The tooltip gives the instant in UTC, which is the same for all.
@Tag("time")
public final class When extends HtmlComponent {

    private static final DateTimeFormatter DAY = english("d MMM");
    private static final DateTimeFormatter DAY_AND_YEAR = english("d MMM uuuu");
    private static final DateTimeFormatter MOMENT = english("EEE d MMM, HH:mm");
    private static final DateTimeFormatter MOMENT_AND_YEAR = english("EEE d MMM uuuu, HH:mm");
    private static final DateTimeFormatter UTC = english("uuuu-MM-dd HH:mm 'UTC'");

    private When(String text, String machine, String title) {
        getElement().setText(text);
        getElement().setAttribute("datetime", machine);
        setTitle(title);
    }

    /// "Thu 26 Nov, 13:00".
    public static When at(Instant instant, Instant now, ZoneId zone) {
        return new When(moment(instant, now, zone), instant.toString(), utc(instant));
    }

    /// "in 2 days".
    public static When relative(Instant instant, Instant now, ZoneId zone) {
        return new When(relative(instant, now), instant.toString(), moment(instant, now, zone) + " · " + utc(instant));
    }

    /// "in 2 days · Thu 26 Nov, 13:00".
    public static When both(Instant instant, Instant now, ZoneId zone) {
        return new When(relative(instant, now) + " · " + moment(instant, now, zone), instant.toString(), utc(instant));
    }

    /// The day of an instant where its reader lives: "18 Nov", with the year when it is another one.
    public static When day(Instant instant, Instant now, ZoneId zone) {
        return new When(
                day(instant.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate()),
                instant.toString(),
                utc(instant));
    }

    /// A date that belongs to no zone, such as a meeting's: "18 Nov 2026".
    public static When on(LocalDate date) {
        return new When(DAY_AND_YEAR.format(date), date.toString(), date.toString());
    }

    /// A date that belongs to no zone, without its year when it is this year's.
    public static When on(LocalDate date, LocalDate today) {
        return new When(day(date, today), date.toString(), date.toString());
    }

    /// The words before it, as one text: "closes in 2 days".
    public When after(String words) {
        getElement().setText(words + " " + getElement().getText());
        return this;
    }

    /// "in 2 days", "3 hours ago", "now".
    public static String relative(Instant instant, Instant now) {
        var distance = Duration.between(now, instant);
        var amount = amount(distance.abs());
        if (amount.isEmpty()) {
            return "now";
        }
        return distance.isNegative() ? amount + " ago" : "in " + amount;
    }

    /// "today", "tomorrow", "in 2 days", "3 months ago".
    public static String relative(LocalDate date, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "tomorrow" : "yesterday";
        }
        var amount = amount(Duration.ofDays(Math.abs(days)));
        return days < 0 ? amount + " ago" : "in " + amount;
    }

    /// Rounded down, so that a deadline is never said to be further away than it is.
    private static String amount(Duration distance) {
        var days = distance.toDays();
        if (days >= 730) {
            return counted(days / 365, "year");
        }
        if (days >= 60) {
            return counted(days * 12 / 365, "month");
        }
        if (days >= 2) {
            return counted(days, "day");
        }
        if (distance.toHours() >= 2) {
            return counted(distance.toHours(), "hour");
        }
        return distance.toMinutes() >= 1 ? counted(distance.toMinutes(), "minute") : "";
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "1 " + unit : "%d %ss".formatted(count, unit);
    }

    private static String moment(Instant instant, Instant now, ZoneId zone) {
        var there = instant.atZone(zone);
        var text = (sameYear(there, now.atZone(zone)) ? MOMENT : MOMENT_AND_YEAR).format(there);
        return zone.normalized().equals(ZoneOffset.UTC) ? text + " UTC" : text;
    }

    private static String day(LocalDate date, LocalDate today) {
        return (date.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(date);
    }

    private static boolean sameYear(ZonedDateTime one, ZonedDateTime other) {
        return one.getYear() == other.getYear();
    }

    private static String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
