package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How core grew and who came and went, from the standings of all members. A pure function of them.
///
/// @param days the sizes from each day on that changed them, oldest first
/// @param years what happened in each year from the first to the last, oldest first
public record RosterHistory(List<Day> days, List<Year> years) {

    public RosterHistory {
        days = List.copyOf(days);
        years = List.copyOf(years);
    }

    /// How many were active and how many emeritus from that day on.
    public record Day(LocalDate from, int active, int emeritus) {}

    /// What happened in a year.
    ///
    /// @param came became active for the first time; those who were there when the record begins did not come
    /// @param returned became active again
    /// @param became went from active to emeritus
    /// @param left were active and then on no roster
    public record Year(int year, int came, int returned, int became, int left) {

        private Year with(int more, int back, int emeritus, int gone) {
            return new Year(year, came + more, returned + back, became + emeritus, left + gone);
        }
    }

    /// Of these members, each with all standings, oldest first; what begins after `today` is left out.
    public static RosterHistory of(Collection<List<StandingPeriod>> members, LocalDate today) {
        Map<LocalDate, int[]> changes = new TreeMap<>();
        Map<Integer, Year> years = new TreeMap<>();
        for (List<StandingPeriod> periods : members) {
            for (int at = 0; at < periods.size(); at++) {
                StandingPeriod period = periods.get(at);
                LocalDate until = period.until();
                if (period.since().isAfter(today) || period.since().equals(until)) {
                    continue;
                }
                changes.computeIfAbsent(period.since(), day -> new int[2])[
                        period.standing().ordinal()]++;
                if (until != null && !until.isAfter(today)) {
                    changes.computeIfAbsent(until, day -> new int[2])[
                            period.standing().ordinal()]--;
                }
                count(periods, at, today, years);
            }
        }
        List<Day> days = new ArrayList<>();
        int active = 0;
        int emeritus = 0;
        for (Map.Entry<LocalDate, int[]> change : changes.entrySet()) {
            active += change.getValue()[Standing.ACTIVE.ordinal()];
            emeritus += change.getValue()[Standing.EMERITUS.ordinal()];
            Day day = new Day(change.getKey(), active, emeritus);
            if (days.isEmpty()
                    || days.getLast().active() != active
                    || days.getLast().emeritus() != emeritus) {
                days.add(day);
            }
        }
        if (!days.isEmpty()) {
            for (int year = days.getFirst().from().getYear(); year <= today.getYear(); year++) {
                years.putIfAbsent(year, new Year(year, 0, 0, 0, 0));
            }
        }
        return new RosterHistory(days, List.copyOf(years.values()));
    }

    private static void count(List<StandingPeriod> periods, int at, LocalDate today, Map<Integer, Year> years) {
        StandingPeriod period = periods.get(at);
        if (period.standing() != Standing.ACTIVE) {
            return;
        }
        boolean again = periods.subList(0, at).stream().anyMatch(before -> before.standing() == Standing.ACTIVE);
        if (again) {
            add(years, period.since(), 0, 1, 0, 0);
        } else if (period.sinceExact()) {
            add(years, period.since(), 1, 0, 0, 0);
        }
        LocalDate until = period.until();
        if (until != null && !until.isAfter(today)) {
            boolean emeritus = at + 1 < periods.size()
                    && periods.get(at + 1).since().equals(until)
                    && periods.get(at + 1).standing() == Standing.EMERITUS;
            add(years, until, 0, 0, emeritus ? 1 : 0, emeritus ? 0 : 1);
        }
    }

    private static void add(Map<Integer, Year> years, LocalDate day, int came, int returned, int became, int left) {
        int year = day.getYear();
        years.put(year, years.getOrDefault(year, new Year(year, 0, 0, 0, 0)).with(came, returned, became, left));
    }
}
