package org.condaforge.quorate.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Small worlds, complete: every tally, and every kind of rule and evidence.
final class Worlds {

    static final Duration WEEK = Duration.ofDays(7);
    static final Duration LONGER = Duration.ofDays(8);

    static final List<Threshold> THRESHOLDS = Stream.of("60%", "2/3", "more than 50%", "75% plus 1", "0%", "100%")
            .map(Threshold::parse)
            .toList();

    static final List<Evidence> EVIDENCES = List.of(
            Evidence.atEndOf(WEEK),
            Evidence.atEndOf(LONGER),
            Evidence.timeOutMet(WEEK),
            Evidence.timeOutMet(Duration.ofDays(20)));

    private Worlds() {}

    static List<Majority> majorities() {
        var all = new ArrayList<Majority>();
        for (var threshold : THRESHOLDS) {
            for (var routes : List.of(
                    Set.<Route>of(),
                    Set.of(Route.ACCELERATED),
                    Set.of(Route.TIME_OUT),
                    Set.of(Route.ACCELERATED, Route.TIME_OUT))) {
                all.add(new Majority(threshold, routes, 0));
                all.add(new Majority(threshold, routes, 5));
            }
        }
        return all;
    }

    static List<Rule> rules() {
        var consensus = new Consensus(3, 0, false);
        var lenient = new Consensus(2, 1, false);
        var allYes = new Consensus(3, 0, true);
        var half = new Majority(Threshold.parse("more than 50%"), Set.of(), 0);
        var all = new ArrayList<Rule>(majorities());
        all.addAll(List.of(consensus, lenient, allYes));
        all.add(new AnyOf(List.of(allYes, half)));
        all.add(new AnyOf(List.of(half, allYes)));
        all.add(new AnyOf(List.of(lenient, half)));
        all.add(new AnyOf(List.of(half, consensus)));
        all.add(new AnyOf(List.of(
                new AnyOf(List.of(allYes)),
                new Majority(Threshold.parse("2/3"), Set.of(Route.ACCELERATED, Route.TIME_OUT), 3))));
        return all;
    }

    /// Every tally in which up to `members` take part.
    static List<Tally> tallies(int members) {
        return IntStream.rangeClosed(0, members)
                .boxed()
                .flatMap(cast -> splits(cast).stream())
                .toList();
    }

    /// Every way `people` can split.
    static List<Tally> splits(int people) {
        var all = new ArrayList<Tally>();
        for (int yes = 0; yes <= people; yes++) {
            for (int no = 0; no <= people - yes; no++) {
                all.add(new Tally(yes, no, people - yes - no));
            }
        }
        return all;
    }

    static Tally sum(Tally one, Tally other) {
        return new Tally(one.yes() + other.yes(), one.no() + other.no(), one.abstain() + other.abstain());
    }

    interface Case {
        void check(Rule rule, Electorate electorate, Tally tally, Evidence evidence);
    }

    /// Runs a check on everything that can happen among up to `members` members.
    static void everywhere(List<? extends Rule> rules, int members, Case check) {
        for (int active = 0; active <= members; active++) {
            var electorate = new Electorate(active);
            for (var tally : tallies(active)) {
                for (var rule : rules) {
                    for (var evidence : EVIDENCES) {
                        check.check(rule, electorate, tally, evidence);
                    }
                }
            }
        }
    }
}
