package org.condaforge.quorate.meeting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.condaforge.quorate.proposal.PlainText;

/// One line that begins with a bullet, a checkbox (`( ) [ ]` too) or both, and says something behind them. What stands
/// there is read from the line itself, because people put boxes where Markdown knows no list.
///
/// @param line counted from 1
/// @param indent columns before the bullet or the box
/// @param done whether its box is ticked; absent without a box
/// @param rest what stands behind bullet and box, as Markdown
record ItemLine(int line, int indent, Optional<Boolean> done, String rest) {

    private static final Pattern BULLET = Pattern.compile("[*+-](?:[\\s\\u00a0]+|$)");
    private static final Pattern NO_OWNER = Pattern.compile("\\([\\s\\u00a0]*\\)[\\s\\u00a0]*");
    private static final Pattern BOX = Pattern.compile("\\[([ xX\\u00a0])\\](?:[\\s\\u00a0]+|$)");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(([^()]*)\\)[\\s\\u00a0]*:?");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\[(?=[^\\[\\]]*[\\p{L}?])([^\\[\\]]*)\\](?![(\\[])[\\s\\u00a0]*:?");
    private static final Pattern BEFORE_COLON = Pattern.compile("(?!TODO:)(\\p{Lu}\\p{L}{1,3}):(?=\\s|$)");
    private static final Pattern BETWEEN_OWNERS = Pattern.compile("[/,]");
    private static final Pattern BETWEEN_PRESENTERS = Pattern.compile("[/,&+]|\\s(?:via|and)\\s");

    /// What is longer than this in parentheses is no list of names.
    private static final int LONGEST_PEOPLE = 200;

    /// No item that people write comes near this.
    private static final int LONGEST_TEXT = 10_000;

    /// Who is named at the start of an item, and the plain text of the rest.
    ///
    /// @param people the part with the names as written; empty if there is none
    record Marked(String people, String text) {}

    /// Reads `source`, or nothing if it is not an item.
    static Optional<ItemLine> read(String source, int line) {
        int at = 0;
        int indent = 0;
        while (at < source.length() && isSpace(source.charAt(at))) {
            indent += source.charAt(at) == '\t' ? 4 - indent % 4 : 1;
            at++;
        }
        var rest = source.substring(at);
        var afterBullet = without(BULLET, rest);
        var afterBlank = without(NO_OWNER, afterBullet);
        var box = BOX.matcher(afterBlank);
        boolean boxed = box.lookingAt();
        if (!boxed && afterBullet.length() == rest.length()) {
            return Optional.empty();
        }
        var done = boxed ? Optional.of(box.group(1).equalsIgnoreCase("x")) : Optional.<Boolean>empty();
        var said = boxed ? afterBlank.substring(box.end()) : afterBullet;
        return without(NO_OWNER, said).isBlank()
                ? Optional.empty()
                : Optional.of(new ItemLine(line, indent, done, said.strip()));
    }

    /// Whether this item stands below `other` and not beside it.
    boolean isBelow(ItemLine other) {
        return indent >= other.indent + 2;
    }

    /// The item as an action: its owners stand in parentheses.
    Marked action() {
        return marked(IN_PARENTHESES);
    }

    /// The item as a point of an agenda: its presenter stands in parentheses, in brackets or before a colon.
    Marked point() {
        return marked(IN_PARENTHESES, IN_BRACKETS, BEFORE_COLON);
    }

    /// The plain text with everything that stands in front of it.
    String text() {
        return shown(rest);
    }

    /// Whether what stands in front in parentheses or brackets is too long for names, and is kept as text.
    boolean hasTooManyPeople() {
        return Stream.of(IN_PARENTHESES, IN_BRACKETS)
                .map(form -> form.matcher(rest))
                .anyMatch(found -> found.lookingAt() && found.group(1).length() > LONGEST_PEOPLE);
    }

    private static String shown(String markdown) {
        return PlainText.beginning(PlainText.of(markdown), LONGEST_TEXT);
    }

    /// The owners of an action item: `IF/MRB`, `Filipe, Anthony`.
    static List<String> owners(String people) {
        return parts(BETWEEN_OWNERS, people);
    }

    /// The presenters of an agenda item: `JRG/AK`, `CA & DH`, `CJ via MRB`.
    static List<String> presenters(String people) {
        return parts(BETWEEN_PRESENTERS, people);
    }

    private Marked marked(Pattern... forms) {
        for (var form : forms) {
            var found = form.matcher(rest);
            if (found.lookingAt() && found.group(1).length() <= LONGEST_PEOPLE) {
                return new Marked(found.group(1).strip(), shown(rest.substring(found.end())));
            }
        }
        return new Marked("", text());
    }

    private static List<String> parts(Pattern between, String people) {
        return Arrays.stream(between.split(people))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String without(Pattern start, String text) {
        var found = start.matcher(text);
        return found.lookingAt() ? text.substring(found.end()) : text;
    }

    private static boolean isSpace(char c) {
        return c == '\u00a0' || Character.isWhitespace(c);
    }
}
