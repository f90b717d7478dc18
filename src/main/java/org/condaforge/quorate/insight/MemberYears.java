package org.condaforge.quorate.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.jspecify.annotations.Nullable;

/// In how many events of each year (votes, meetings) each member took part, and in how many they could.
///
/// @param rows those who took part or could, by name
public record MemberYears(Years years, List<Row> rows) {

    /// How many events of a year a member took part in.
    ///
    /// @param whole the events of the year on whose day they were active; never fewer than they took part in, since
    ///     emeritus members and guests may take part too. 0: the year does not concern them
    public record Cell(int part, int whole) {

        /// The share they took part in, 0 where there was nothing to take part in.
        public double share() {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    /// A member and a cell for each year.
    public record Row(Person person, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /// All years together.
        public Cell total() {
            return new Cell(
                    cells.stream().mapToInt(Cell::part).sum(),
                    cells.stream().mapToInt(Cell::whole).sum());
        }
    }

    public MemberYears {
        rows = List.copyOf(rows);
    }

    /// Everybody together in each year.
    public List<Cell> totals() {
        List<Cell> totals = new ArrayList<>();
        for (int i = 0; i < years.count(); i++) {
            int part = 0;
            int whole = 0;
            for (Row row : rows) {
                part += row.cells().get(i).part();
                whole += row.cells().get(i).whole();
            }
            totals.add(new Cell(part, whole));
        }
        return totals;
    }

    /// Puts the figures together.
    ///
    /// @param people everybody, in the order of the rows
    /// @param days the day of each event
    /// @param counts in how many events of each year a member took part
    static MemberYears of(
            Years years,
            List<Person> people,
            Map<MemberId, List<StandingPeriod>> standings,
            List<LocalDate> days,
            Map<MemberId, Map<Integer, Integer>> counts) {
        Map<Integer, long[]> byYear = new HashMap<>();
        days.stream()
                .filter(years::contains)
                .collect(Collectors.groupingBy(LocalDate::getYear))
                .forEach((year, its) -> byYear.put(
                        year,
                        its.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray()));
        List<Row> rows = new ArrayList<>();
        for (Person person : people) {
            List<StandingPeriod> periods = standings.getOrDefault(person.id(), List.of());
            Map<Integer, Integer> took = counts.getOrDefault(person.id(), Map.of());
            List<Cell> cells = new ArrayList<>();
            for (int year : years.all()) {
                int part = took.getOrDefault(year, 0);
                cells.add(new Cell(part, Math.max(part, active(periods, byYear.getOrDefault(year, new long[0])))));
            }
            if (cells.stream().anyMatch(cell -> cell.whole() > 0)) {
                rows.add(new Row(person, cells));
            }
        }
        return new MemberYears(years, rows);
    }

    /// On how many of the days, given in their order, somebody with these standings was active.
    private static int active(List<StandingPeriod> periods, long[] days) {
        int count = 0;
        for (StandingPeriod period : periods) {
            if (period.standing() == Standing.ACTIVE) {
                @Nullable LocalDate until = period.until();
                int from = before(days, period.since().toEpochDay());
                count += (until == null ? days.length : before(days, until.toEpochDay())) - from;
            }
        }
        return count;
    }

    /// How many of the days, given in their order, are before that day.
    private static int before(long[] days, long day) {
        int found = Arrays.binarySearch(days, day);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && days[found - 1] == day) {
            found--;
        }
        return found;
    }
}
