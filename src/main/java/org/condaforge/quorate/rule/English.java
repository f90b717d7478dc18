package org.condaforge.quorate.rule;

import java.util.List;
import java.util.Locale;

/// Numbers and words as sentences need them. A minus is U+2212.
final class English {

    private static final List<String> WORDS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private English() {}

    /// In words up to twelve.
    static String count(int number) {
        return number >= 0 && number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }

    /// One thing, or several: "one notice", "two notices".
    static String count(int number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    static String are(int number) {
        return number == 1 ? "is" : "are";
    }

    static String have(int number) {
        return number == 1 ? "has" : "have";
    }

    /// A verb that goes with a number: "one ends", "one carries", "two end".
    static String verb(int number, String plural) {
        if (number != 1) {
            return plural;
        }
        return plural.endsWith("y") ? plural.substring(0, plural.length() - 1) + "ies" : plural + "s";
    }

    /// Several things as a list: "a, b and c".
    static String list(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }

    /// How a route is named behind what it does; nothing for those that go without saying.
    static String by(Route route) {
        return switch (route) {
            case STANDARD, CONSENSUS -> "";
            case ACCELERATED, TIME_OUT -> " by the %s route".formatted(route.label());
        };
    }
}
