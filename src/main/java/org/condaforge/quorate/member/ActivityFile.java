package org.condaforge.quorate.member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A list of activity that others saw: comma-separated rows of login, date and kind. The first row may name the
/// columns; their order is free then.
///
/// @param rows those that could be read
/// @param problems of the others, with their line
public record ActivityFile(List<Row> rows, List<RosterFile.Problem> problems) {

    private static final int LARGEST = 5_000_000;
    private static final int LONGEST_KIND = 60;
    private static final int MOST_PROBLEMS = 200;
    private static final List<String> COLUMNS = List.of("login", "date", "kind");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    public ActivityFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// What somebody did on a day.
    ///
    /// @param kind in a word or two: "review"
    /// @param line from 1
    public record Row(String login, LocalDate on, String kind, int line) {}

    /// Reads a list. Never fails: a row that cannot be read is left out and reported.
    public static ActivityFile parse(String csv) {
        List<Row> rows = new ArrayList<>();
        List<RosterFile.Problem> problems = new ArrayList<>();
        if (csv.length() > LARGEST) {
            problems.add(problem(1, "The file has more than %,d characters. None of it is read.".formatted(LARGEST)));
            return new ActivityFile(rows, problems);
        }
        int line = 1;
        try (CSVParser parser = CSVParser.parse(csv.startsWith("\uFEFF") ? csv.substring(1) : csv, FORMAT)) {
            List<String> columns = COLUMNS;
            boolean first = true;
            for (CSVRecord row : parser) {
                List<String> cells = row.stream().map(String::strip).toList();
                boolean blank = cells.stream().allMatch(String::isEmpty);
                List<String> names = cells.stream()
                        .map(cell -> cell.toLowerCase(Locale.ROOT))
                        .toList();
                if (first && !blank && names.containsAll(COLUMNS)) {
                    columns = names;
                } else if (!blank) {
                    read(cells, columns, line, rows, problems);
                }
                first = first && blank;
                if (problems.size() > MOST_PROBLEMS) {
                    problems.add(problem(line, "This is no list of activity; the rest of it is left out."));
                    break;
                }
                line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.add(problem(line, "From here on the file is not comma-separated text."));
        }
        return new ActivityFile(rows, problems);
    }

    private static void read(
            List<String> cells, List<String> columns, int line, List<Row> rows, List<RosterFile.Problem> problems) {
        String login = cell(cells, columns, "login");
        String date = cell(cells, columns, "date");
        String kind = cell(cells, columns, "kind");
        if (login.isEmpty() || date.isEmpty() || kind.isEmpty()) {
            problems.add(problem(line, "The row has no login, date or kind; it is left out."));
        } else if (kind.length() > LONGEST_KIND || CONTROL.matcher(kind).find()) {
            problems.add(problem(line, "The row is left out: a kind is one line of at most 60 characters."));
        } else {
            try {
                rows.add(new Row(login, LocalDate.parse(date), kind.toLowerCase(Locale.ROOT), line));
            } catch (DateTimeParseException e) {
                problems.add(problem(
                        line,
                        "“%s” is no date such as 2026-03-02; the row is left out."
                                .formatted(date.substring(0, Math.min(date.length(), 40)))));
            }
        }
    }

    private static String cell(List<String> cells, List<String> columns, String column) {
        int at = columns.indexOf(column);
        return at < cells.size() ? cells.get(at) : "";
    }

    static RosterFile.Problem problem(int line, String message) {
        return new RosterFile.Problem(line, message, false);
    }
}
