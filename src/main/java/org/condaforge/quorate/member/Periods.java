package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.condaforge.quorate.member.RosterSeries.Point;

/// The standings of a person, put together from points in the order of time.
final class Periods {

    /// What came of files and of what the application recorded.
    ///
    /// @param conflict what the files say, where the record here says something else and counts
    record Joined(List<StandingPeriod> periods, Optional<Point> conflict) {}

    private final List<StandingPeriod> periods = new ArrayList<>();

    /// What was recorded here counts from its day on, until a file of a later day says the same: from then on files
    /// count again.
    ///
    /// @param days every day of which a file speaks
    static Joined of(List<Point> files, NavigableSet<LocalDate> days, List<Point> recorded) {
        NavigableMap<LocalDate, Point> said = byDay(files);
        NavigableMap<LocalDate, Point> known = byDay(recorded);
        NavigableSet<LocalDate> all = new TreeSet<>(days);
        all.addAll(known.keySet());
        Periods periods = new Periods();
        boolean held = false;
        Optional<Point> conflict = Optional.empty();
        for (LocalDate day : all) {
            if (days.contains(day)) {
                Point file = Optional.ofNullable(said.floorEntry(day))
                        .map(entry -> entry.getValue())
                        .orElseGet(() -> new Point(day, Optional.empty(), true, ""));
                if (!held) {
                    periods.add(file);
                } else if (file.standing().equals(periods.current())) {
                    held = false;
                    conflict = Optional.empty();
                } else {
                    conflict = Optional.of(file);
                }
            }
            Point here = known.get(day);
            if (here != null) {
                periods.add(here);
                held = true;
                conflict = Optional.empty();
            }
        }
        return new Joined(periods.list(), conflict);
    }

    private static NavigableMap<LocalDate, Point> byDay(List<Point> points) {
        NavigableMap<LocalDate, Point> byDay = new TreeMap<>();
        points.forEach(point -> byDay.put(point.day(), point));
        return byDay;
    }

    Optional<Standing> current() {
        return periods.isEmpty() || periods.getLast().until() != null
                ? Optional.empty()
                : Optional.of(periods.getLast().standing());
    }

    void add(Point point) {
        if (point.standing().equals(current())) {
            return;
        }
        if (current().isPresent()) {
            StandingPeriod last = periods.removeLast();
            if (last.since().isBefore(point.day())) {
                periods.add(last.endedOn(point.day()));
            }
        }
        point.standing().ifPresent(standing -> begin(standing, point));
    }

    private void begin(Standing standing, Point point) {
        if (!periods.isEmpty()
                && periods.getLast().standing() == standing
                && point.day().equals(periods.getLast().until())) {
            StandingPeriod last = periods.removeLast(); // What came between lasted no day.
            periods.add(new StandingPeriod(standing, last.since(), last.sinceExact(), null, last.source()));
        } else {
            periods.add(new StandingPeriod(standing, point.day(), point.exact(), null, point.source()));
        }
    }

    List<StandingPeriod> list() {
        return List.copyOf(periods);
    }
}
