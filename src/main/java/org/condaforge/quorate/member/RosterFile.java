package org.condaforge.quorate.member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A roster as its file tells it (`core.csv`, `emeritus.csv`). Without a header the columns are login, mail address and
/// name.
///
/// @param columns the headings, as written; those of a file without header where it has none
/// @param header whether the file has a row of headings
/// @param rows one for each person, in the order of the file
/// @param problems what was not understood, in the order of the lines
public record RosterFile(List<String> columns, boolean header, List<Row> rows, List<Problem> problems) {

    private static final int LONGEST_LOGIN = 80;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    private static final List<String> WITHOUT_HEADER = List.of("login", "email", "name");
    static final Set<String> LOGIN = Set.of("github_username", "github_login", "github", "username", "login");
    static final Set<String> EMAIL = Set.of("email", "e-mail", "mail");
    static final Set<String> NAME = Set.of("name", "full_name", "full name");
    private static final int LARGEST = 2_000_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_PROBLEMS = 1_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();

    public RosterFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// One person.
    ///
    /// @param login on GitHub, as written
    /// @param email absent if the file has no such column or nothing in it
    /// @param name as written
    /// @param more all other columns by their heading (`column 4` without one), empty or not
    /// @param line the first line of the row, counted from 1
    public record Row(String login, Optional<String> email, String name, Map<String, String> more, int line) {

        public Row {
            more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
        }
    }

    /// What was not understood.
    ///
    /// @param line counted from 1
    /// @param message a sentence
    /// @param hidesRows whether people may stand in the file who were not read: then it tells nobody's absence
    public record Problem(int line, String message, boolean hidesRows) {}

    /// Whether everybody in it was read, as far as can be known.
    public boolean whole() {
        return problems.stream().noneMatch(Problem::hidesRows);
    }

    /// Reads a roster. Never fails: a row without login or name, or with a login that came before (in any spelling), is
    /// left out and reported.
    public static RosterFile parse(String csv) {
        if (csv.length() > LARGEST) {
            var message = "The file has %,d characters; a roster has at most %,d. None of it is read."
                    .formatted(csv.length(), LARGEST);
            return new RosterFile(WITHOUT_HEADER, false, List.of(), List.of(new Problem(1, message, true)));
        }
        return new Reader().read(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    }

    private static final class Reader {

        private final List<Row> rows = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private List<String> columns = List.of();
        private boolean header;

        RosterFile read(String csv) {
            int line = 1;
            try (var parser = CSVParser.parse(csv, FORMAT)) {
                for (var row : parser) {
                    record(row, line);
                    if (problems.size() > MOST_PROBLEMS) {
                        problems.add(new Problem(line, "This is no roster; the rest of the file is left out.", true));
                        break;
                    }
                    line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
                }
            } catch (IOException | UncheckedIOException | IllegalStateException e) {
                problems.add(new Problem(line, "From here on the file is not comma-separated text.", true));
            }
            return new RosterFile(columns.isEmpty() ? WITHOUT_HEADER : columns, header, rows, problems);
        }

        private void record(CSVRecord row, int line) {
            var cells = row.stream().map(String::strip).toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (cells.size() > MOST_COLUMNS) {
                problems.add(new Problem(
                        line,
                        "The row has %,d columns; at most %d are read.".formatted(cells.size(), MOST_COLUMNS),
                        true));
                return;
            }
            if (columns.isEmpty()) {
                header = isHeader(cells);
                columns = header ? cells : WITHOUT_HEADER;
                if (header) {
                    checkHeader(line);
                    return;
                }
            }
            person(cells, line);
        }

        private static boolean isHeader(List<String> cells) {
            var names =
                    cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
            return names.stream().anyMatch(LOGIN::contains) && names.stream().anyMatch(NAME::contains);
        }

        private void checkHeader(int line) {
            var seen = new HashSet<String>();
            for (var column : columns) {
                if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                    problems.add(new Problem(line, "The column \"" + column + "\" is there twice.", false));
                }
            }
        }

        private void person(List<String> cells, int line) {
            var login = "";
            var name = "";
            var email = Optional.<String>empty();
            var more = new LinkedHashMap<String, String>();
            for (int at = 0; at < cells.size(); at++) {
                var cell = cells.get(at);
                var column = at < columns.size() && !columns.get(at).isEmpty() ? columns.get(at) : "column " + (at + 1);
                var known = column.toLowerCase(Locale.ROOT);
                if (login.isEmpty() && LOGIN.contains(known)) {
                    login = cell;
                } else if (email.isEmpty() && EMAIL.contains(known)) {
                    email = Optional.of(cell).filter(address -> !address.isEmpty());
                } else if (name.isEmpty() && NAME.contains(known)) {
                    name = cell;
                } else {
                    more.merge(column, cell, (first, second) -> first.isEmpty() ? second : first + ", " + second);
                }
            }
            if (cells.stream().anyMatch(cell -> cell.contains("\n"))) {
                problems.add(new Problem(line, "A quoted cell runs over the end of its line.", true));
            }
            if (login.isEmpty() || name.isEmpty()) {
                problems.add(new Problem(
                        line, "The row has no " + (login.isEmpty() ? "login" : "name") + "; it is left out.", false));
                return;
            }
            if (login.length() > LONGEST_LOGIN
                    || name.length() > LONGEST_NAME
                    || email.map(String::length).orElse(0) > LONGEST_EMAIL) {
                problems.add(new Problem(
                        line,
                        "The row is left out: a login has at most %d characters, a name %d, a mail address %d."
                                .formatted(LONGEST_LOGIN, LONGEST_NAME, LONGEST_EMAIL),
                        false));
                return;
            }
            var before = lines.putIfAbsent(login.toLowerCase(Locale.ROOT), line);
            if (before != null) {
                problems.add(new Problem(
                        line, "The login " + login + " is on line " + before + " already; the first counts.", false));
                return;
            }
            rows.add(new Row(login, email, name, more, line));
        }
    }
}
