package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What roster files of many days say together: what each person was when. Of a day without a file of one of the two
/// lists, that list is as it was before. Whoever is on neither list any more has left.
///
/// @param people everybody who was on a list, by the key of the login, with what the newest file writes of them
/// @param points when what somebody was changed, oldest first
/// @param days every day of which a file speaks
/// @param twice who stands in both lists of one day: the first of the two counts
record RosterSeries(
        Map<String, Seen> people, Map<String, List<Point>> points, NavigableSet<LocalDate> days, List<Both> twice) {

    RosterSeries {
        people = Collections.unmodifiableMap(people);
        points = Collections.unmodifiableMap(points);
        days = Collections.unmodifiableNavigableSet(days);
        twice = List.copyOf(twice);
    }

    /// A person as the newest file with them writes.
    record Seen(RosterFile.Row row, DatedRoster file) {}

    /// From that day on somebody was this, or (empty) on no list.
    ///
    /// @param exact false where it may have begun before
    record Point(LocalDate day, Optional<Standing> standing, boolean exact, String source) {}

    /// A row of the emeritus list for somebody whom the core list of the same day has too.
    record Both(DatedRoster file, RosterFile.Row row) {}

    /// @param files in their order
    /// @param key what makes two logins one person
    static RosterSeries of(List<DatedRoster> files, UnaryOperator<String> key) {
        return new Reader(key).read(files);
    }

    /// The periods that follow for somebody who has only these points.
    static List<StandingPeriod> periods(List<Point> points) {
        Periods periods = new Periods();
        points.forEach(periods::add);
        return periods.list();
    }

    private static final class Reader {

        private final UnaryOperator<String> key;
        private final Map<String, Seen> people = new LinkedHashMap<>();
        private final Map<String, List<Point>> points = new LinkedHashMap<>();
        private final List<Both> twice = new ArrayList<>();

        /// For each list, who is on it and since which of its files.
        private final Map<Standing, Map<String, LocalDate>> lists = new EnumMap<>(Standing.class);

        private final Map<Standing, DatedRoster> newest = new EnumMap<>(Standing.class);

        Reader(UnaryOperator<String> key) {
            this.key = key;
        }

        RosterSeries read(List<DatedRoster> files) {
            Map<LocalDate, List<DatedRoster>> byDay = new TreeMap<>();
            files.stream()
                    .sorted()
                    .forEach(file -> byDay.computeIfAbsent(file.day(), day -> new ArrayList<>())
                            .add(file));
            byDay.values().forEach(this::day);
            return new RosterSeries(people, points, new TreeSet<>(byDay.keySet()), twice);
        }

        private void day(List<DatedRoster> files) {
            Set<String> touched = new HashSet<>();
            Set<Standing> first = new HashSet<>();
            for (DatedRoster file : files) {
                if (!lists.containsKey(file.list())) {
                    first.add(file.list());
                }
                Map<String, LocalDate> before = lists.getOrDefault(file.list(), Map.of());
                Map<String, LocalDate> now = new LinkedHashMap<>();
                for (RosterFile.Row row : RosterFile.parse(file.text()).rows()) {
                    String person = key.apply(row.login());
                    if (now.putIfAbsent(person, before.getOrDefault(person, file.day())) == null) {
                        people.put(person, new Seen(row, file));
                        if (file.list() == Standing.EMERITUS && onCoreListOf(file.day(), person)) {
                            twice.add(new Both(file, row));
                        }
                    }
                }
                touched.addAll(before.keySet());
                touched.addAll(now.keySet());
                lists.put(file.list(), now);
                newest.put(file.list(), file);
            }
            touched.forEach(person -> settle(person, files.getLast(), first));
        }

        private boolean onCoreListOf(LocalDate day, String person) {
            DatedRoster core = newest.get(Standing.ACTIVE);
            return core != null
                    && core.day().equals(day)
                    && lists.getOrDefault(Standing.ACTIVE, Map.of()).containsKey(person);
        }

        private void settle(String person, DatedRoster last, Set<Standing> first) {
            List<Point> course = points.computeIfAbsent(person, p -> new ArrayList<>());
            Optional<Standing> standing = standing(person);
            Optional<Standing> before =
                    course.isEmpty() ? Optional.empty() : course.getLast().standing();
            if (standing.equals(before)) {
                return;
            }
            DatedRoster file = standing.map(newest::get).orElse(last);
            boolean known = !course.isEmpty();
            boolean exact = last.dated() != RosterName.Dated.MONTH
                    && (known
                            || file.dated() == RosterName.Dated.DAY
                                    && standing.filter(first::contains).isEmpty());
            course.add(new Point(last.day(), standing, exact, file.source()));
        }

        /// Of two lists with the same person that one counts which they joined later; core, if on one day.
        private Optional<Standing> standing(String person) {
            @Nullable LocalDate core = joined(Standing.ACTIVE, person);
            @Nullable LocalDate emeritus = joined(Standing.EMERITUS, person);
            if (core == null) {
                return emeritus == null ? Optional.empty() : Optional.of(Standing.EMERITUS);
            }
            return Optional.of(emeritus != null && emeritus.isAfter(core) ? Standing.EMERITUS : Standing.ACTIVE);
        }

        private @Nullable LocalDate joined(Standing list, String person) {
            return lists.getOrDefault(list, new HashMap<>()).get(person);
        }
    }
}
