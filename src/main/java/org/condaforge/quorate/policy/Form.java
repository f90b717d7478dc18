package org.condaforge.quorate.policy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Threshold;

/// The form a single value takes on a page, in a block of data as in a cell of a table.
///
/// @param expected what an author is told to write
/// @param standIn what reading goes on with after an error, so that the errors behind it are found as well; it never
///     leaves the reader
record Form<T>(String expected, T standIn, Function<String, Optional<T>> reading) {

    /// As many characters as a vote has room for, which keeps what it was called under.
    private static final int LONGEST_NAME = 60;

    private static final int LONGEST_TEXT = 200;

    private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern COUNTS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern NOT_ON_A_LINE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    private static final Pattern PERIODS = Pattern.compile("([1-9][0-9]{0,3}) ([hd])");

    static final Form<String> NAME = new Form<>(
            "a name in lower case such as cfep-approval, of at most %d characters".formatted(LONGEST_NAME),
            "name",
            text -> Optional.of(text)
                    .filter(name -> name.length() <= LONGEST_NAME)
                    .filter(NAMES.asMatchPredicate()));

    static final Form<String> TEXT = text(LONGEST_TEXT);

    /// The edition of a source, as votes keep it.
    static final Form<String> REVISION = text(LONGEST_NAME);

    private static final int LONGEST_PASSAGE = 4000;

    /// A text of several lines, in Markdown.
    static final Form<String> PASSAGE = new Form<>(
            "a text of at most %d characters, for instance behind a |".formatted(LONGEST_PASSAGE),
            "text",
            text -> Optional.of(text).filter(t -> !t.isBlank() && t.length() <= LONGEST_PASSAGE));

    /// How many people: small enough that several of them can be added.
    static final Form<Integer> COUNT = new Form<>(
            "a whole number up to 999999",
            1,
            text -> Optional.of(text).filter(COUNTS.asMatchPredicate()).map(Integer::valueOf));

    /// A number in a rule, of which no sum is made.
    static final Form<Integer> NUMBER = new Form<>(
            "a whole number",
            1,
            text -> Optional.of(text)
                    .filter(NUMBERS.asMatchPredicate())
                    .flatMap(digits -> accepted(() -> Integer.valueOf(digits))));

    static final Form<Boolean> FLAG = among(Map.of("true", true, "false", false), "true or false");

    static final Form<Duration> PERIOD =
            new Form<>("a period in hours or days such as 24 h or 7 d", Duration.ofDays(7), Form::period);

    static final Form<Threshold> SHARE = new Form<>(
            "a share such as 60%, 2/3, more than 50% or 75% plus 1",
            Threshold.parse("more than 50%"), text -> accepted(() -> Threshold.parse(text)));

    /// The ways a majority can be reached. Consensus is a rule of its own.
    static final Form<Route> ROUTE = new Form<>(
            "standard, accelerated or time-out",
            Route.STANDARD,
            text -> Route.of(text).filter(route -> route != Route.CONSENSUS));

    private static Form<String> text(int longest) {
        return new Form<>(
                "a text on one line of at most %d characters".formatted(longest),
                "text",
                text -> Optional.of(text)
                        .filter(t -> !t.isBlank() && t.length() <= longest)
                        .filter(NOT_ON_A_LINE.asPredicate().negate()));
    }

    /// The names of an enum's constants as a page writes them: `anywhere-on-earth`.
    static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        var words = Arrays.stream(type.getEnumConstants())
                .collect(toMap(Form::word, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        return among(words, words.keySet().stream().collect(joining(" or ")));
    }

    /// A value that the application knows in one way only, stated on the page for its readers.
    static Form<String> only(String value) {
        return among(Map.of(value, value), value);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <T> Form<T> among(Map<String, T> words, String expected) {
        return new Form<>(expected, words.values().iterator().next(), text -> Optional.ofNullable(words.get(text)));
    }

    private static Optional<Duration> period(String text) {
        var period = PERIODS.matcher(text);
        if (!period.matches()) {
            return Optional.empty();
        }
        var count = Long.parseLong(period.group(1));
        return Optional.of(period.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count));
    }

    private static <T> Optional<T> accepted(Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The value of `text`, or the stand-in after noting what should have been there.
    T read(String text, int line, Faults faults) {
        return reading.apply(text).orElseGet(() -> {
            faults.add(line, quoted(text), expected);
            return standIn;
        });
    }

    static String quoted(String text) {
        var beginning = text.length() > 60
                ? text.substring(0, Character.isHighSurrogate(text.charAt(59)) ? 59 : 60) + "..."
                : text;
        return text.isBlank() ? "nothing" : "'" + onOneLine(beginning) + "'";
    }

    /// The text with a blank for everything that would end a line or that a terminal would take for a command.
    static String onOneLine(String text) {
        return NOT_ON_A_LINE.matcher(text).replaceAll(" ");
    }
}
