package org.condaforge.quorate.ui.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;

/// What a rule makes of every tally of a roster that has a given number of abstentions.
///
/// @param abstain in every tally
/// @param most how many may take part
/// @param rows for each number of no from 0 the stretches of yes with the same outcome, in order and without gaps
record OutcomeMap(int abstain, int most, List<List<Stretch>> rows) {

    /// What a vote comes to and by which route: passed before rejected before inquorate.
    record Kind(String label, Optional<Route> route) implements Comparable<Kind> {

        private static final List<String> LABELS = List.of("passed", "rejected", "inquorate");

        static Kind of(Outcome outcome) {
            return new Kind(outcome.label(), outcome.decidedBy());
        }

        boolean passes() {
            return label.equals("passed");
        }

        String words() {
            return RuleWords.outcome(label, route.map(Route::label).orElse(""));
        }

        private int order() {
            return LABELS.indexOf(label) * (Route.values().length + 1)
                    + route.map(Route::ordinal).orElse(0);
        }

        @Override
        public int compareTo(Kind other) {
            return Integer.compare(order(), other.order());
        }
    }

    /// From so many yes up to and with so many the outcome is the same.
    record Stretch(int from, int to, Kind kind) {}

    OutcomeMap {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// All tallies of up to `most` ballots with the trial's abstentions; at least as many as are active.
    static OutcomeMap of(Rule rule, Trial trial) {
        int abstain = trial.tally().abstain();
        int most = Math.max(trial.active(), trial.tally().cast());
        var electorate = new Electorate(trial.active());
        var evidence = trial.evidence();
        var rows = new ArrayList<List<Stretch>>();
        for (int no = 0; no <= most - abstain; no++) {
            var row = new ArrayList<Stretch>();
            for (int yes = 0; yes <= most - abstain - no; yes++) {
                var kind = Kind.of(Assessment.of(rule, electorate, new Tally(yes, no, abstain), evidence)
                        .outcome());
                if (!row.isEmpty() && row.getLast().kind().equals(kind)) {
                    row.add(new Stretch(row.removeLast().from(), yes, kind));
                } else {
                    row.add(new Stretch(yes, yes, kind));
                }
            }
            rows.add(row);
        }
        return new OutcomeMap(abstain, most, rows);
    }

    /// What becomes of so many yes and no; empty where more would take part than may.
    Optional<Kind> at(int yes, int no) {
        return no >= rows.size()
                ? Optional.empty()
                : rows.get(no).stream()
                        .filter(stretch -> stretch.from() <= yes && yes <= stretch.to())
                        .map(Stretch::kind)
                        .findFirst();
    }

    /// The outcomes there are, each with its stretches by the number of no.
    TreeMap<Kind, TreeMap<Integer, List<Stretch>>> kinds() {
        var kinds = new TreeMap<Kind, TreeMap<Integer, List<Stretch>>>();
        for (int no = 0; no < rows.size(); no++) {
            for (var stretch : rows.get(no)) {
                kinds.computeIfAbsent(stretch.kind(), _ -> new TreeMap<>())
                        .computeIfAbsent(no, _ -> new ArrayList<>())
                        .add(stretch);
            }
        }
        return kinds;
    }

    /// The stretches that pass with so many no.
    List<Stretch> passing(int no) {
        return rows.get(no).stream().filter(stretch -> stretch.kind().passes()).toList();
    }

    /// The fewest yes that pass with so many no.
    OptionalInt fewestYes(int no) {
        return passing(no).stream().mapToInt(Stretch::from).findFirst();
    }

    /// Where the quorum is met: for each number of no the first yes. Empty where it always or never is.
    List<Integer> quorumLine(Majority majority, Electorate electorate) {
        int quorum = majority.quorum(electorate);
        return line(no -> quorum - abstain - no).stream()
                .takeWhile(first -> first > 0)
                .toList();
    }

    /// Where enough of yes and no are yes: for each number of no the first yes.
    List<Integer> thresholdLine(Majority majority) {
        return line(no -> IntStream.rangeClosed(0, most)
                .filter(yes -> majority.threshold().affirmedBy(new Tally(yes, no, abstain)))
                .findFirst()
                .orElse(most + 1));
    }

    private List<Integer> line(IntUnaryOperator firstYes) {
        return IntStream.range(0, rows.size()).map(firstYes).boxed().toList().stream()
                .limit(IntStream.range(0, rows.size())
                        .filter(no -> firstYes.applyAsInt(no) > most - abstain - no + 1)
                        .findFirst()
                        .orElse(rows.size()))
                .toList();
    }
}
