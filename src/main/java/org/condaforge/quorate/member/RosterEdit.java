package org.condaforge.quorate.member;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A roster file brought up to date: lines of those who went are taken out, lines for those who came are written in the
/// layout of the file, and everything else stays as it is, to the byte. A person is one line of it: files in which a
/// cell runs over the end of its line are never taken over.
final class RosterEdit {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n)|[^\\r\\n]+");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("(?s)\\s.*|.*\\s|.*[\",\\r\\n].*");
    private static final String BOM = "\uFEFF";

    /// Somebody who came onto the list.
    ///
    /// @param more what other columns say of them, by their heading
    record Newcomer(String login, Optional<String> email, String name, Map<String, String> more) {

        Newcomer {
            more = Map.copyOf(more);
        }
    }

    private final String mark;
    private final List<String> lines = new ArrayList<>();
    private final String ending;
    private final boolean ended;
    private RosterFile file;

    private RosterEdit(String text) {
        mark = text.startsWith(BOM) ? BOM : "";
        var found = LINE.matcher(text.substring(mark.length()));
        while (found.find()) {
            lines.add(found.group());
        }
        ending = lines.stream()
                .map(RosterEdit::ending)
                .filter(end -> !end.isEmpty())
                .findFirst()
                .orElse("\n");
        ended = lines.isEmpty() || !ending(lines.getLast()).isEmpty();
        file = RosterFile.parse(text);
    }

    /// The text of the file without those whose login does not stay, and with those who came: where the file is in an
    /// order, at their place in it, else at its end.
    static String of(String text, Predicate<String> stays, List<Newcomer> came) {
        RosterEdit edit = new RosterEdit(text);
        edit.remove(stays);
        came.forEach(edit::add);
        return edit.text();
    }

    private String text() {
        if (!ended && !lines.isEmpty()) {
            String last = lines.removeLast();
            lines.add(last.substring(0, last.length() - ending(last).length()));
        }
        return mark + String.join("", lines);
    }

    /// Somebody may stand there twice: the reader tells of the second line once the first is gone.
    private void remove(Predicate<String> stays) {
        Set<Integer> gone = gone(stays);
        while (!gone.isEmpty()) {
            gone.stream().sorted(Comparator.reverseOrder()).forEach(line -> lines.remove(line - 1));
            changed();
            gone = gone(stays);
        }
    }

    private Set<Integer> gone(Predicate<String> stays) {
        return file.rows().stream()
                .filter(row -> !stays.test(row.login()))
                .map(RosterFile.Row::line)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void changed() {
        RosterFile now = RosterFile.parse(String.join("", lines));
        // Without its rows, a file that had no headings still has none.
        file = new RosterFile(file.columns(), file.header(), now.rows(), now.problems());
    }

    private void add(Newcomer person) {
        int place = place(person);
        if (place > 0 && ending(lines.get(place - 1)).isEmpty()) {
            lines.set(place - 1, lines.get(place - 1) + ending);
        }
        lines.add(place, line(person) + ending);
        changed();
    }

    /// The index of the line before which they stand.
    private int place(Newcomer person) {
        List<RosterFile.Row> rows = file.rows();
        for (Function<RosterFile.Row, String> key :
                List.<Function<RosterFile.Row, String>>of(RosterFile.Row::login, RosterFile.Row::name)) {
            List<String> keys = rows.stream().map(key).map(RosterEdit::folded).toList();
            if (rows.size() > 1 && isOrdered(keys)) {
                String own = folded(
                        key.apply(new RosterFile.Row(person.login(), person.email(), person.name(), Map.of(), 1)));
                Optional<RosterFile.Row> next = IntStream.range(0, rows.size())
                        .filter(i -> keys.get(i).compareTo(own) > 0)
                        .mapToObj(rows::get)
                        .findFirst();
                return next.map(row -> row.line() - 1).orElse(rows.getLast().line());
            }
        }
        return rows.isEmpty() ? lines.size() : rows.getLast().line();
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private static boolean isOrdered(List<String> keys) {
        return IntStream.range(1, keys.size()).allMatch(i -> keys.get(i - 1).compareTo(keys.get(i)) <= 0);
    }

    private String line(Newcomer person) {
        List<String> cells = new ArrayList<>();
        Set<String> used = new HashSet<>();
        int wide = file.rows().stream()
                .mapToInt(row -> file.header() ? 0 : 3 + row.more().size())
                .max()
                .orElse(0);
        for (int at = 0; at < Math.max(wide, file.columns().size()); at++) {
            String column = at < file.columns().size() ? file.columns().get(at) : "column " + (at + 1);
            cells.add(cell(person, column, used));
        }
        boolean quoted = !file.rows().isEmpty()
                && file.rows().stream()
                        .allMatch(row -> lines.get(row.line() - 1).startsWith("\""));
        return cells.stream().map(cell -> written(cell, quoted)).collect(Collectors.joining(","));
    }

    private static String cell(Newcomer person, String column, Set<String> used) {
        String known = column.toLowerCase(Locale.ROOT);
        if (RosterFile.LOGIN.contains(known) && used.add("login")) {
            return person.login();
        }
        if (RosterFile.EMAIL.contains(known) && used.add("email")) {
            return person.email().orElse("");
        }
        if (RosterFile.NAME.contains(known) && used.add("name")) {
            return person.name();
        }
        return Objects.requireNonNullElse(person.more().get(column), "");
    }

    private static String written(String cell, boolean quoted) {
        return quoted || NEEDS_QUOTES.matcher(cell).matches() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String ending(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : line.endsWith("\r") ? "\r" : "";
    }
}
