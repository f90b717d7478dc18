package org.condaforge.quorate.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;

/// A table of worked examples, with the columns in any order.
record ExampleTable(Section.Table table, Faults faults) {

    static final String FIRST = "active";
    private static final List<String> COLUMNS =
            List.of(FIRST, "yes", "no", "abstain", "period", "time-out", "outcome", "route");
    private static final String REMARK = "why";
    static final String HEADER = "| " + String.join(" | ", COLUMNS) + " |";

    private static final Form<Boolean> TIME_OUT =
            Form.among(Map.of("met", true, "unmet", false, "-", false), "met, unmet or -");
    private static final Form<String> OUTCOME = Form.among(
            Map.of("passed", "passed", "rejected", "rejected", "inquorate", "inquorate"),
            "passed, rejected or inquorate");
    private static final Form<Optional<Route>> ROUTE = Form.among(
            Map.of(
                    "-",
                    Optional.empty(),
                    Route.STANDARD.label(),
                    Optional.of(Route.STANDARD),
                    Route.ACCELERATED.label(),
                    Optional.of(Route.ACCELERATED),
                    Route.TIME_OUT.label(),
                    Optional.of(Route.TIME_OUT),
                    Route.CONSENSUS.label(),
                    Optional.of(Route.CONSENSUS)),
            "standard, accelerated, time-out, consensus or -");

    List<Example> examples() {
        var header = table.header();
        var before = faults.count();
        wrongColumn().ifPresent(found -> faults.add(header.line(), found, HEADER + ", and why if you like"));
        if (table.body().isEmpty()) {
            faults.add(header.line(), "a table without a row", "an example in each row");
        }
        if (faults.count() > before) {
            return List.of();
        }
        var examples = new ArrayList<Example>();
        for (var row : table.body()) {
            examples.add(example(row));
        }
        return examples;
    }

    private Optional<String> wrongColumn() {
        var seen = new HashSet<String>();
        for (var column : table.header().cells()) {
            if (!COLUMNS.contains(column) && !column.equals(REMARK)) {
                return Optional.of("the column " + Form.quoted(column));
            }
            if (!seen.add(column)) {
                return Optional.of("the column '%s' a second time".formatted(column));
            }
        }
        return COLUMNS.stream()
                .filter(column -> !seen.contains(column))
                .findFirst()
                .map("no column '%s'"::formatted);
    }

    private Example example(Section.Row row) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.put(table.header().cells().get(i), row.cells().get(i));
        }
        var reading = new Object() {
            <T> T cell(String column, Form<T> form) {
                return form.read(cells.getOrDefault(column, ""), row.line(), faults);
            }
        };
        if (row.written() > row.cells().size()) {
            faults.add(
                    row.line(),
                    "a row of %d cells".formatted(row.written()),
                    "%d, and \\| for a bar inside of one".formatted(row.cells().size()));
        }
        var before = faults.count();
        var outcome = reading.cell("outcome", OUTCOME);
        var route = reading.cell("route", ROUTE);
        if (faults.count() == before && route.isEmpty() != outcome.equals("inquorate")) {
            faults.add(
                    row.line(),
                    outcome + " by " + route.map(Route::label).orElse("no route"),
                    "a route where the vote is decided, and - where it is inquorate");
        }
        return new Example(
                reading.cell(FIRST, Form.COUNT),
                new Tally(
                        reading.cell("yes", Form.COUNT),
                        reading.cell("no", Form.COUNT),
                        reading.cell("abstain", Form.COUNT)),
                reading.cell("period", Form.PERIOD),
                reading.cell("time-out", TIME_OUT),
                outcome,
                route,
                cells.getOrDefault(REMARK, ""),
                row.line());
    }
}
