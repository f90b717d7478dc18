package org.condaforge.quorate.ui.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.condaforge.quorate.rule.Route;

/// The chart in words, for those who do not see it and for those who want figures.
record OutcomeWords(OutcomeMap map) {

    /// With so many no, or from so many to so many, what passes.
    record Row(int from, int to, String passes) {

        String no() {
            return from == to ? Integer.toString(from) : "%d to %d".formatted(from, to);
        }
    }

    /// "With 1 abstention: passes from 8 yes where nobody says no; ..."
    String summary(int active) {
        var passing = IntStream.range(0, map.rows().size())
                .filter(no -> map.fewestYes(no).isPresent())
                .boxed()
                .toList();
        var among = "Among %s and with %s: "
                .formatted(
                        count(active, "active member"),
                        map.abstain() == 0 ? "no abstentions" : count(map.abstain(), "abstention"));
        if (passing.isEmpty()) {
            return among + "nothing passes.";
        }
        var parts = new ArrayList<String>();
        if (passing.contains(0)) {
            parts.add("passes from %d yes where nobody says no".formatted(yes(0)));
        }
        int best =
                passing.stream().min((a, b) -> Integer.compare(yes(a), yes(b))).orElseThrow();
        if (best > 0) {
            parts.add("%d yes are the fewest that pass, with %d no".formatted(yes(best), best));
        }
        int last = passing.getLast();
        parts.add(
                last == 0
                        ? "a single no is too many"
                        : last == best
                                ? "with more no than that nothing passes"
                                : "with at most %d no it can pass, which then takes %d yes".formatted(last, yes(last)));
        return among + String.join("; ", parts) + ".";
    }

    /// For each number of no what passes; numbers of no with which nothing passes are one row.
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int no = 0; no < map.rows().size(); no++) {
            var passes = map.passing(no).stream()
                    .map(stretch -> "%d (%s)"
                            .formatted(
                                    stretch.from(),
                                    stretch.kind().route().map(Route::label).orElse("")))
                    .collect(Collectors.joining(", "));
            var text = passes.isEmpty() ? "none" : passes;
            if (passes.isEmpty() && !rows.isEmpty() && rows.getLast().passes().equals(text)) {
                rows.add(new Row(rows.removeLast().from(), no, text));
            } else {
                rows.add(new Row(no, no, text));
            }
        }
        return rows;
    }

    private int yes(int no) {
        return map.fewestYes(no).orElseThrow();
    }

    private static String count(int number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}
