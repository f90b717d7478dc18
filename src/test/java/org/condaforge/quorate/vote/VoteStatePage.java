package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.vote.VoteStateMachine.Act;
import org.condaforge.quorate.vote.VoteStateMachine.Cell;
import org.condaforge.quorate.vote.VoteStateMachine.Kind;
import org.condaforge.quorate.vote.VoteStateMachine.Place;
import org.condaforge.quorate.vote.VoteStateMachine.Role;

/// Writes [VoteStateMachine] as Markdown: for each kind of vote a drawing of its life, and for each act a table
/// with refusals by letters that stand below it.
final class VoteStatePage {

    private VoteStatePage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder("""
                # What people can do to a vote, and when

                Written by `VoteStateMachineTests` from the table that it drives against the services; do not edit. First
                the places of a vote's life and what leads from one to another, then a table for each act: a cell names
                the place where the vote is afterwards, or the letter of the reason why the act is refused. Sensitive
                votes follow below. A vote whose deadline or date has passed is counted within a second; until then nothing
                is taken. To the public a sensitive vote is open or closed, whatever its place.
                """);
        for (Kind kind : Kind.values()) {
            page.append("\n## %s\n\n".formatted(kind.label()));
            page.append(drawing(kind));
            kind.acts().forEach(act -> page.append(table(kind, act)));
        }
        return page.toString();
    }

    private record Step(Place from, Place to) {}

    private static String drawing(Kind kind) {
        Map<Step, List<String>> steps = new LinkedHashMap<>();
        Set<Place> shown = new LinkedHashSet<>(kind.places());
        // Where a vote is for an instant only, until what its end brings is noticed.
        shown.removeAll(Set.of(Place.DUE, Place.DATE_DUE));
        for (Place from : shown) {
            for (Act act : kind.acts()) {
                kind.roles(act).stream()
                        .map(role -> act.cell(from, role))
                        .filter(cell -> !cell.equals(new Cell.Leads(from)))
                        .flatMap(cell -> cell instanceof Cell.Leads(Place to) ? Stream.of(to) : Stream.empty())
                        .distinct()
                        .forEach(to -> steps.computeIfAbsent(new Step(from, to), step -> new ArrayList<>())
                                .add(act.name()));
            }
        }
        steps.values().stream().filter(acts -> acts.size() > 1).forEach(acts -> acts.remove(VoteStateMachine.NOBODY));
        StringBuilder drawing = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        shown.forEach(place -> drawing.append("    state \"%s\" as %s\n".formatted(place.label(), place.name())));
        drawing.append("    [*] --> OPEN : call\n");
        steps.forEach((step, acts) ->
                drawing.append("    %s --> %s : %s\n".formatted(step.from(), step.to(), String.join(" / ", acts))));
        return drawing.append("```\n").toString();
    }

    private static String table(Kind kind, Act act) {
        List<String> reasons = new ArrayList<>();
        Map<List<String>, List<Role>> rows = new LinkedHashMap<>();
        for (Role role : kind.roles(act)) {
            List<String> cells = kind.places().stream()
                    .map(place -> switch (act.cell(place, role)) {
                        case Cell.Leads(Place to) -> to.label();
                        case Cell.Refused(String reason) -> letter(reasons, reason);
                    })
                    .toList();
            rows.computeIfAbsent(cells, same -> new ArrayList<>()).add(role);
        }
        StringBuilder table = new StringBuilder("\n### %s\n\n".formatted(capital(act.name())));
        table.append(row("", kind.places().stream().map(Place::label).toList()));
        table.append(row("---", kind.places().stream().map(place -> "---").toList()));
        rows.forEach((cells, roles) ->
                table.append(row(roles.stream().map(Role::label).collect(Collectors.joining("; ")), cells)));
        if (!reasons.isEmpty()) {
            table.append('\n');
        }
        for (String reason : reasons) {
            table.append("- %s: %s\n".formatted(letter(reasons, reason), sentence(reason)));
        }
        return table.toString();
    }

    private static String letter(List<String> reasons, String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return String.valueOf((char) ('A' + reasons.indexOf(reason)));
    }

    private static String row(String head, List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| %s | ".formatted(head), " |\n"));
    }

    private static String sentence(String reason) {
        return Character.isLowerCase(reason.charAt(0)) ? "… %s".formatted(reason) : reason;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
