package org.condaforge.quorate.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// A range of years, both ends included.
public record Years(int first, int last) {

    /// @throws IllegalArgumentException if it ends before it begins
    public Years {
        if (last < first) {
            throw new IllegalArgumentException(
                    "a range of years ends after it begins: %d to %d".formatted(first, last));
        }
    }

    /// Whether the year is one of them.
    public boolean contains(int year) {
        return first <= year && year <= last;
    }

    /// Whether the day is in one of them.
    public boolean contains(LocalDate day) {
        return contains(day.getYear());
    }

    /// The years in their order.
    public List<Integer> all() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /// How many years they are.
    public int count() {
        return last - first + 1;
    }

    LocalDate firstDay() {
        return LocalDate.of(first, 1, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(last, 12, 31);
    }

    /// "2024", or "2019 to 2024".
    public String inWords() {
        return first == last ? String.valueOf(first) : "%d to %d".formatted(first, last);
    }
}
