package org.condaforge.quorate.member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/// Who holds what, as comma-separated text with a row of headings: `system,kind,managed_at,login,since`. Only `system`
/// must be there. A row without login tells of a system only. No cell that is written can be taken for a formula.
///
/// @param rows those that could be read, in the order of the file
/// @param problems what could not, in the order of the lines
record AccessFile(List<Row> rows, List<AccessReport.Problem> problems) {

    private static final List<String> COLUMNS = List.of("system", "kind", "managed_at", "login", "since");
    private static final List<String> SECRETS = List.of("secret", "password", "passphrase", "token", "key", "value");
    private static final int LARGEST = 2_000_000;
    private static final int MOST_PROBLEMS = 500;
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .get();

    AccessFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// A row, its texts as written.
    ///
    /// @param kind empty where the row has none
    /// @param login may be empty
    /// @param line its first, from 1
    record Row(
            String system,
            Optional<AccessKind> kind,
            String managedAt,
            String login,
            Optional<LocalDate> since,
            int line) {}

    /// Reads such a file. Never fails: a row that cannot be read is left out and reported.
    static AccessFile parse(String csv) {
        if (csv.length() > LARGEST) {
            return refused("The file has %,d characters; at most %,d are read.".formatted(csv.length(), LARGEST));
        }
        return new Reader().read(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    }

    private static AccessFile refused(String message) {
        return new AccessFile(List.of(), List.of(new AccessReport.Problem(1, message)));
    }

    /// Writes systems with those who hold them; a system that nobody holds has a row of its own.
    static String write(List<AccessSystem> systems, Map<AccessSystem.Id, List<AccessGrant>> held) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(COLUMNS);
            for (AccessSystem system : systems) {
                List<AccessGrant> grants = held.getOrDefault(system.id(), List.of());
                if (grants.isEmpty()) {
                    print(printer, system, "", "");
                }
                for (AccessGrant grant : grants) {
                    print(
                            printer,
                            system,
                            grant.member().login(),
                            grant.since().map(LocalDate::toString).orElse(""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, AccessSystem system, String login, String since) throws IOException {
        printer.printRecord(
                harmless(system.name()), system.kind().label(), harmless(system.managedAt()), harmless(login), since);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /// What [#harmless] made of a cell is taken back.
    private static String plain(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private static final class Reader {

        private final List<Row> rows = new ArrayList<>();
        private final List<AccessReport.Problem> problems = new ArrayList<>();
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();

        AccessFile read(String csv) {
            int line = 1;
            try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
                for (CSVRecord row : parser) {
                    if (problems.size() >= MOST_PROBLEMS) {
                        problem(line, "This is no list of access; the rest of the file is left out.");
                        break;
                    }
                    if (columns.isEmpty()) {
                        Optional<String> refusal = headings(row, line);
                        if (refusal.isPresent()) {
                            return refused(refusal.get());
                        }
                    } else if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                        row(row, line);
                    }
                    line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
                }
            } catch (IOException | UncheckedIOException | IllegalStateException e) {
                problem(line, "From here on the file is not comma-separated text; the rest is left out.");
            }
            return columns.isEmpty() ? refused("The file is empty.") : new AccessFile(rows, problems);
        }

        private Optional<String> headings(CSVRecord row, int line) {
            for (int at = 0; at < row.size(); at++) {
                String heading = row.get(at).strip().toLowerCase(Locale.ROOT);
                if (SECRETS.stream().anyMatch(heading::contains)) {
                    return Optional.of(
                            ("The column “%s” seems to hold secrets. They are never kept here: take it out and"
                                            + " bring the file again. Nothing of it was taken.")
                                    .formatted(row.get(at).strip()));
                }
                if (!COLUMNS.contains(heading)) {
                    problem(
                            line,
                            "The column “%s” is not known; it is left out."
                                    .formatted(row.get(at).strip()));
                } else if (columns.putIfAbsent(heading, at) != null) {
                    problem(line, "The column “%s” is there twice; the first counts.".formatted(heading));
                }
            }
            return columns.containsKey("system")
                    ? Optional.empty()
                    : Optional.of("The first line has no column “system”; it must name the columns, as in %s."
                            .formatted(String.join(",", COLUMNS)));
        }

        private void row(CSVRecord row, int line) {
            String system = cell(row, "system");
            String login = cell(row, "login");
            if (system.isEmpty()) {
                problem(line, "The row names no system; it is left out.");
                return;
            }
            String kind = cell(row, "kind");
            Optional<AccessKind> known = AccessKind.of(kind);
            if (!kind.isEmpty() && known.isEmpty()) {
                problem(
                        line,
                        "The kind “%s” is none of credential, token, account and team; the row is left out."
                                .formatted(kind));
                return;
            }
            Optional<LocalDate> since = Optional.empty();
            String day = cell(row, "since");
            try {
                since = day.isEmpty() ? since : Optional.of(LocalDate.parse(day));
            } catch (DateTimeException e) {
                problem(line, "“%s” is no day written as 2026-01-31; the row is left out.".formatted(day));
                return;
            }
            if (!login.isEmpty()) {
                Integer before = lines.putIfAbsent(AccessStore.key(system) + "\n" + Member.key(login), line);
                if (before != null) {
                    problem(
                            line,
                            "%s holds access to %s on line %d already; the first counts."
                                    .formatted(login, system, before));
                    return;
                }
            }
            rows.add(new Row(system, known, cell(row, "managed_at"), login, since, line));
        }

        private String cell(CSVRecord row, String column) {
            Integer at = columns.get(column);
            return at == null || at >= row.size() ? "" : plain(row.get(at));
        }

        private void problem(int line, String message) {
            problems.add(new AccessReport.Problem(line, message));
        }
    }
}
