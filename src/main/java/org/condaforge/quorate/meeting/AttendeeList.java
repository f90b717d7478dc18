package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.condaforge.quorate.proposal.MarkdownBlocks;
import org.condaforge.quorate.proposal.PlainText;
import org.jspecify.annotations.Nullable;

/// Reads who was there: bullets, a line with commas or a table, under the heading or the bold line "Attendees".
final class AttendeeList {

    private static final Pattern LABEL =
            Pattern.compile("(?i)[*_]{0,2}attendees(?![\\p{L}\\p{N}])([^*_:]*)(?::?[*_]{2}:?|:)(.*)");
    private static final Pattern BOLD_LINE = Pattern.compile("[*_]{2}[^*_]+[*_]{2}:?");
    private static final Pattern OTHER_LABEL = Pattern.compile("[^,:]{1,40}:");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)(?:list the attendees|@?mention yourself|please add|\\S+ people total).*");
    private static final Pattern EMPTY_ROW = Pattern.compile("(?i)(?:|your name|name|x+|-+|\\.+)");
    private static final Pattern WITH_PARENTHESES =
            Pattern.compile("(?<name>[^(),]+)\\(@?(?<short>[^(),\\s]+)\\)(?:\\s*+,[^(),]+)?");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{Ll}]{0,2}\\p{Lu}");
    private static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,38})");
    private static final String[] HEADERS = {"name", "attendee", "who", "initials", "github", "login", "affiliation"};
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,3}[.)]\\s++(?=\\S)");
    private static final Pattern LOOSE_ROW = Pattern.compile("\\|.+\\|");
    private static final Pattern SURNAME = Pattern.compile("\\p{Lu}\\p{Ll}+");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_LOGIN = 100;
    private static final int LONGEST_INITIALS = 20;
    private static final Pattern NAME = Pattern.compile("@?\\p{Lu}[\\p{L}\\p{M}.'’ -]{0,60}");

    private final Outline outline;
    private final List<Minutes.Problem> problems;
    private final List<Minutes.Attendee> attendees = new ArrayList<>();
    private List<String> columns = List.of("Name", "Initials", "GitHub ID", "Affiliation");

    private AttendeeList(Outline outline, List<Minutes.Problem> problems) {
        this.outline = outline;
        this.problems = problems;
    }

    /// The attendees of the first list; what does not look like a person is added to `problems`.
    static List<Minutes.Attendee> read(Outline outline, List<Minutes.Problem> problems) {
        var reader = new AttendeeList(outline, problems);
        var headed = outline.sections().stream()
                .filter(section -> section.heading().toLowerCase(Locale.ROOT).startsWith("attendees"))
                .findFirst();
        // Below a bold line at the top, a heading belongs to minutes that were pasted.
        int end = headed.map(Outline.Section::first).orElse(outline.lines().size());
        if (!reader.labelled(end) && headed.isPresent()) {
            reader.lines(headed.get().first() + 1, headed.get().end());
        }
        return reader.attendees;
    }

    /// Reads the list under a bold line above line `end`, if there is one.
    private boolean labelled(int end) {
        for (var section : outline.sections()) {
            for (int at = section.first() + 1; at < Math.min(section.end(), end); at++) {
                var label = LABEL.matcher(outline.lines().get(at).strip());
                if (outline.kinds().get(at) == Outline.Kind.TEXT && label.matches()) {
                    if (!label.group(2).isBlank()) {
                        names(PlainText.of(label.group(2)), false, at);
                    }
                    lines(at + 1, section.end());
                    return true;
                }
            }
        }
        return false;
    }

    private void lines(int from, int to) {
        for (int at = from; at < to; at++) {
            var line = outline.lines().get(at).strip();
            var table = outline.tables().get(at);
            if (table != null) {
                rows(table);
            } else if (outline.kinds().get(at) == Outline.Kind.TEXT
                    && LOOSE_ROW.matcher(line).matches()) {
                loose(line, at + 1);
            } else if (outline.kinds().get(at) == Outline.Kind.TEXT && !line.isEmpty()) {
                var item = ItemLine.read(outline.lines().get(at), at + 1);
                var text = item.map(ItemLine::rest)
                        .orElseGet(() -> NUMBER.matcher(line).replaceFirst(""));
                if (BOLD_LINE.matcher(text).matches()
                        || (item.isEmpty() && OTHER_LABEL.matcher(text).matches())) {
                    return;
                }
                var plain = PlainText.of(text);
                if (!PLACEHOLDER.matcher(plain).matches() && !isEmptyItem(line)) {
                    names(plain, item.isPresent() || NUMBER.matcher(line).lookingAt(), at);
                }
            }
        }
    }

    private static boolean isEmptyItem(String line) {
        return ItemLine.read(line, 0).isEmpty() && ItemLine.read(line + " x", 0).isPresent();
    }

    private void names(String text, boolean listed, int at) {
        if (text.length() > LONGEST_LINE) {
            problems.add(new Minutes.Problem(at + 1, "The line is too long for a list of attendees."));
            return;
        }
        if (listed && person(text, at)) {
            return;
        }
        for (var part : text.split(",", -1)) {
            var name = withoutEmphasis(part.strip());
            if (name.isEmpty() || person(name, at)) {
                continue;
            }
            if (looksLikeName(name)
                    || (listed
                            && name.length() <= LONGEST_NAME
                            && name.codePoints().anyMatch(Character::isLetter)
                            && words(name) <= 5)) {
                attendees.add(new Minutes.Attendee(name, login(name), Optional.empty(), at + 1));
            } else {
                problems.add(new Minutes.Problem(
                        at + 1,
                        "\"" + PlainText.excerpt(name, 0, 80) + "\" does not look like the name of an attendee."));
            }
        }
    }

    /// Adds `Name (initials)` or `Name (login)`, each with or without an affiliation behind a comma.
    private boolean person(String text, int at) {
        var found = WITH_PARENTHESES.matcher(text);
        if (!found.matches() || !looksLikeName(found.group("name").strip())) {
            return false;
        }
        var name = found.group("name").strip();
        var brief = found.group("short");
        if (INITIALS.matcher(brief).matches()) {
            attendees.add(new Minutes.Attendee(name, Optional.empty(), Optional.of(brief), at + 1));
        } else if (LOGIN.matcher(brief).matches() && !SURNAME.matcher(brief).matches()) {
            attendees.add(new Minutes.Attendee(name, Optional.of(brief), Optional.empty(), at + 1));
        } else {
            return false;
        }
        return true;
    }

    private static String withoutEmphasis(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isEmphasis(text.charAt(start))) {
            start++;
        }
        while (end > start && isEmphasis(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isEmphasis(char c) {
        return c == '*' || c == '_';
    }

    private static boolean looksLikeName(String text) {
        return NAME.matcher(text).matches() && words(text) <= 5;
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private static Optional<String> login(String name) {
        return Optional.of(name)
                .filter(text -> text.startsWith("@"))
                .map(text -> text.substring(1))
                .filter(text -> LOGIN.matcher(text).matches());
    }

    private void rows(TableBlock table) {
        List<String> header = List.of();
        for (var node = PlainText.following(table, table); node != null; node = PlainText.following(node, table)) {
            if (node instanceof TableRow row) {
                var cells = cells(row);
                int line = row.getSourceSpans().getFirst().getLineIndex() + 1;
                if (!header.isEmpty()) {
                    row(header, cells, line);
                } else if (column(cells, HEADERS) >= 0) {
                    header = cells;
                    columns = cells;
                } else {
                    header = columns;
                    row(header, cells, line);
                }
            }
        }
    }

    /// A row that a blank line has cut off from its table; its columns are those of the table before, else the usual
    /// ones.
    private void loose(String row, int line) {
        if (PlainText.isTangled(row) || row.matches("[|:\\s-]+")) {
            return;
        }
        var cells = Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(PlainText::of)
                .toList();
        if (cells.getFirst().equalsIgnoreCase("name")) {
            columns = cells;
        } else {
            row(columns, cells, line);
        }
    }

    private void row(List<String> header, List<String> cells, int line) {
        int column = Math.max(0, column(header, "name"));
        var name = column < cells.size() ? cells.get(column) : "";
        if (EMPTY_ROW.matcher(name).matches()) {
            if (cells.stream().skip(1).anyMatch(cell -> !EMPTY_ROW.matcher(cell).matches())) {
                problems.add(new Minutes.Problem(line, "The row of an attendee has no name."));
            }
            return;
        }
        if (name.length() > LONGEST_NAME) {
            problems.add(new Minutes.Problem(line, "The name of an attendee is longer than names are."));
            return;
        }
        attendees.add(new Minutes.Attendee(
                name,
                cell(cells, column(header, "github", "login"), LONGEST_LOGIN)
                        .map(login -> login.replaceFirst("^@", "")),
                cell(cells, column(header, "initials"), LONGEST_INITIALS),
                line));
    }

    private static List<String> cells(TableRow row) {
        var cells = new ArrayList<String>();
        for (@Nullable Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(MarkdownBlocks.textOf(cell));
            }
        }
        return cells;
    }

    private static int column(List<String> header, String... names) {
        for (int at = 0; at < header.size(); at++) {
            var title = header.get(at).toLowerCase(Locale.ROOT);
            if (Arrays.stream(names).anyMatch(title::contains)) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<String> cell(List<String> cells, int column, int longest) {
        return column < 0 || column >= cells.size()
                ? Optional.empty()
                : Optional.of(cells.get(column)).filter(text -> !text.isEmpty() && text.length() <= longest);
    }
}
