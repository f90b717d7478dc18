package org.condaforge.quorate.certificate;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.condaforge.quorate.certificate.UnreadableCertificate.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON value that is read strictly: what is missing, of another kind, too long or not known is noted, and reading
/// goes on with a stand-in.
final class Part {

    private static final int MOST_PROBLEMS = 50;
    private static final int SHOWN = 60;

    private final Optional<JsonNode> node;
    private final String where;
    private final List<Problem> problems;
    private final Set<String> known = new HashSet<>();

    private Part(Optional<JsonNode> node, String where, List<Problem> problems) {
        this.node = node;
        this.where = where;
        this.problems = problems;
    }

    static Part root(JsonNode node, List<Problem> problems) {
        return new Part(Optional.of(node), "", problems);
    }

    /// The member of that name, which must be there.
    Part member(String name) {
        known.add(name);
        String at = where + "/" + name;
        if (!isObject()) {
            return new Part(Optional.empty(), at, problems);
        }
        Optional<JsonNode> found = node.map(object -> object.get(name));
        if (found.isEmpty()) {
            note(at, "nothing", "a value");
        }
        return new Part(found, at, problems);
    }

    private boolean isObject() {
        return node.filter(JsonNode::isObject).isPresent();
    }

    /// Notes members that nobody asked for; of a value that is no object, that.
    void close() {
        if (node.isPresent() && !isObject()) {
            wrong("an object");
        }
        node.filter(JsonNode::isObject)
                .ifPresent(object -> object.propertyNames().stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> note(
                                where + "/" + shown(name).replace("~", "~0").replace("/", "~1"),
                                "a member of another format",
                                "one of " + known.stream().sorted().collect(Collectors.joining(", ")))));
    }

    /// Whether there is nothing, and that is written down: `null`.
    boolean isNull() {
        return node.filter(JsonNode::isNull).isPresent();
    }

    /// What is read of the value; empty where it is `null`.
    <T> Optional<T> maybe(Function<Part, T> read) {
        return isNull() ? Optional.empty() : Optional.of(read.apply(this));
    }

    /// A text of at most so many characters.
    String text(int most) {
        Optional<String> text = node.filter(JsonNode::isString).map(JsonNode::stringValue);
        if (text.isEmpty()) {
            wrong("a text");
            return "";
        }
        if (text.get().length() > most) {
            note(where, "%,d characters".formatted(text.get().length()), "at most %,d".formatted(most));
            return "";
        }
        if (!isWhole(text.get())) {
            note(where, "half a character", "text in Unicode");
            return "";
        }
        return text.get();
    }

    /// Whether no surrogate stands alone: written as UTF-8 it would become another text.
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /// A text in one form only, which `read` understands and `toString` writes: an instant, a date, a period.
    <T> T exactly(Function<String, T> read, String expected, T standIn) {
        String text = text(SHOWN);
        try {
            T value = read.apply(text);
            if (value.toString().equals(text)) {
                return value;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below.
        }
        wrong(expected);
        return standIn;
    }

    /// One of a set of words.
    <T> T word(Function<String, Optional<T>> of, String expected, T standIn) {
        Optional<T> found =
                node.filter(JsonNode::isString).map(JsonNode::stringValue).flatMap(of);
        if (found.isEmpty()) {
            wrong(expected);
        }
        return found.orElse(standIn);
    }

    /// A whole number of that range.
    long number(long least, long most) {
        Optional<Long> number = node.filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .filter(value -> value >= least && value <= most);
        if (number.isEmpty()) {
            wrong("a whole number from %,d to %,d".formatted(least, most));
        }
        return number.orElse(least);
    }

    /// True or false.
    boolean flag() {
        if (node.filter(JsonNode::isBoolean).isEmpty()) {
            wrong("true or false");
        }
        return node.filter(JsonNode::isBoolean).map(JsonNode::booleanValue).orElse(false);
    }

    /// Each of at most so many.
    <T> List<T> list(int most, Function<Part, T> read) {
        List<T> items = new ArrayList<>();
        if (node.filter(JsonNode::isArray).isEmpty()) {
            wrong("a list");
            return items;
        }
        JsonNode array = node.get();
        if (array.size() > most) {
            note(where, "%,d of them".formatted(array.size()), "at most %,d".formatted(most));
            return items;
        }
        for (int i = 0; i < array.size() && problems.size() < MOST_PROBLEMS; i++) {
            items.add(read.apply(new Part(Optional.of(array.get(i)), where + "/" + i, problems)));
        }
        return items;
    }

    /// Notes that something else should stand here; nothing where the member is missing, which is noted already.
    void wrong(String expected) {
        node.ifPresent(found -> note(where, written(found), expected));
    }

    private void note(String at, String found, String expected) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(at, found, expected));
        }
    }

    private static String written(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "“%s”".formatted(shown(value.stringValue()));
            case NUMBER, BOOLEAN, NULL -> shown(value.toString());
            case BINARY, MISSING, POJO -> "something else";
        };
    }

    /// What somebody wrote, as it can be told back on one line.
    static String shown(@Nullable String written) {
        String line = String.valueOf(written).replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "·");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
