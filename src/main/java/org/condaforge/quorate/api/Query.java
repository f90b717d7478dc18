package org.condaforge.quorate.api;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.condaforge.quorate.store.Page;
import org.springframework.util.MultiValueMap;

/// The parameters of a request. One that is misspelt, given twice or out of its range is refused by name: a filter that
/// silently does nothing would answer another question than was asked.
final class Query {

    private static final int DEFAULT_SIZE = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    /// The years both databases know as dates.
    private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

    private final MultiValueMap<String, String> given;

    private Query(MultiValueMap<String, String> given, List<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Refusal.parameter(
                        name,
                        known.isEmpty()
                                ? "This path takes no parameters, and not “%s”.".formatted(Refusal.shortened(name))
                                : "There is no parameter “%s” here: there are %s."
                                        .formatted(Refusal.shortened(name), String.join(", ", known)));
            }
            if (values.size() > 1) {
                throw Refusal.parameter(name, "%s is given %d times, and counts once.".formatted(name, values.size()));
            }
        });
        this.given = given;
    }

    /// Parameters of a path that takes these.
    static Query of(MultiValueMap<String, String> given, String... known) {
        return new Query(given, List.of(known));
    }

    /// Parameters of a list, which takes `page` and `size` as well.
    static Query ofList(MultiValueMap<String, String> given, String... known) {
        List<String> all = new ArrayList<>(List.of(known));
        all.add("page");
        all.add("size");
        return new Query(given, all);
    }

    /// The page that is asked for.
    Page.Request page() {
        return new Page.Request(
                number("page", 0, Integer.MAX_VALUE).orElse(0),
                number("size", 1, Page.Request.GREATEST).orElse(DEFAULT_SIZE));
    }

    /// What is written behind that name.
    Optional<String> text(String name) {
        return Optional.ofNullable(given.getFirst(name));
    }

    /// A whole number within bounds.
    Optional<Integer> number(String name, int least, int most) {
        return text(name)
                .map(text -> Optional.of(text)
                        .filter(NUMBER.asMatchPredicate())
                        .map(Long::valueOf)
                        .filter(found -> found >= least && found <= most)
                        .orElseThrow(() -> refused(
                                name,
                                most == Integer.MAX_VALUE
                                        ? "a whole number from %d".formatted(least)
                                        : "a whole number from %d to %d".formatted(least, most),
                                text))
                        .intValue());
    }

    /// A date.
    Optional<LocalDate> date(String name) {
        return text(name).map(text -> date(name, text));
    }

    /// A date that stands in a path.
    static LocalDate date(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException _) {
            // Said below.
        }
        throw refused(name, "a date of the form YYYY-MM-DD", text);
    }

    /// A whole number from 1 that stands in a path.
    static int number(String name, String text) {
        return Optional.of(text)
                .filter(NUMBER.asMatchPredicate())
                .map(Long::valueOf)
                .filter(found -> found >= 1 && found <= Integer.MAX_VALUE)
                .orElseThrow(() -> refused(name, "a whole number from 1", text))
                .intValue();
    }

    /// A period.
    Optional<Duration> period(String name) {
        return text(name).map(text -> {
            try {
                Duration period = Duration.parse(text);
                if (!period.isNegative()) {
                    return period;
                }
            } catch (DateTimeParseException _) {
                // Said below.
            }
            throw refused(name, "an ISO-8601 duration such as P7D or PT36H", text);
        });
    }

    /// One of these words.
    <T> Optional<T> oneOf(String name, List<T> choices, Function<T, String> word) {
        return text(name)
                .map(text -> choices.stream()
                        .filter(choice -> word.apply(choice).equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> refused(
                                name,
                                "one of "
                                        + String.join(
                                                ", ", choices.stream().map(word).toList()),
                                text)));
    }

    private static Refusal refused(String name, String allowed, String found) {
        return Refusal.parameter(name, "%s is %s, not “%s”.".formatted(name, allowed, Refusal.shortened(found)));
    }
}
