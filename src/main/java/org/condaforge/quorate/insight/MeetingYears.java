package org.condaforge.quorate.insight;

import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.meeting.Attendance.Held;

/// How many attended the meetings of each year.
///
/// @param years those with meetings, in their order
/// @param members who of core attended how many of them
public record MeetingYears(List<Year> years, MemberYears members) {

    /// A year of meetings whose minutes list somebody.
    ///
    /// @param attended all members of core at all its meetings together
    /// @param guests all others together
    public record Year(int year, int meetings, int attended, int guests) {

        /// How many members of core came to a meeting, times ten and rounded.
        public int averageTenths() {
            return Math.round(10f * attended / meetings);
        }
    }

    public MeetingYears {
        years = List.copyOf(years);
    }

    static List<Year> of(Years years, List<Held> held) {
        return held.stream()
                .filter(meeting -> years.contains(meeting.day()))
                .collect(Collectors.groupingBy(
                        meeting -> meeting.day().getYear(), java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(year -> new Year(
                        year.getKey(),
                        year.getValue().size(),
                        year.getValue().stream().mapToInt(Held::members).sum(),
                        year.getValue().stream().mapToInt(Held::guests).sum()))
                .toList();
    }
}
