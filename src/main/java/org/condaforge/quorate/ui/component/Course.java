package org.condaforge.quorate.ui.component;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where on a line from the first known day to today the statuses, meetings and votes of a proposal stand (0 to 1).
/// A status without a day stands between its neighbours.
final class Course {

    record Stop(StatusLine.Span span, double at) {}

    record Meeting(LocalDate day, double at) {}

    record Band(StatusLine.VoteSpan vote, double from, double to) {}

    /// What statuses of an unknown beginning take at the left of the first known day, each and at most.
    private static final double UNKNOWN = 0.22;

    private static final double MOST_UNKNOWN = 0.6;

    /// A vote of a day in a history of years can still be seen.
    private static final double THINNEST = 0.012;

    private final LocalDate first;
    private final long days;
    private final double start;
    private final List<Stop> stops;
    private final List<Meeting> meetings;
    private final List<Band> bands;

    Course(List<StatusLine.Span> history, List<LocalDate> meetings, List<StatusLine.VoteSpan> votes, LocalDate today) {
        var known = Stream.of(
                        history.stream().map(StatusLine.Span::from),
                        meetings.stream(),
                        votes.stream().map(StatusLine.VoteSpan::from),
                        votes.stream().map(StatusLine.VoteSpan::to),
                        Stream.of(today))
                .<@Nullable LocalDate>flatMap(part -> part)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        this.first = known.getFirst();
        this.days = Math.max(1, ChronoUnit.DAYS.between(first, known.getLast()));
        var leading = history.stream().takeWhile(span -> span.from() == null).count();
        this.start = leading == history.size() ? 0 : Math.min(MOST_UNKNOWN, leading * UNKNOWN);
        this.stops = stops(history);
        this.meetings =
                meetings.stream().sorted().map(day -> new Meeting(day, at(day))).toList();
        this.bands = votes.stream()
                .map(vote -> {
                    var from = Math.min(at(vote.from()), 1 - THINNEST);
                    return new Band(vote, from, Math.max(at(vote.to()), from + THINNEST));
                })
                .toList();
    }

    List<Stop> stops() {
        return stops;
    }

    List<Meeting> meetings() {
        return meetings;
    }

    List<Band> bands() {
        return bands;
    }

    private double at(LocalDate day) {
        return start + (1 - start) * ChronoUnit.DAYS.between(first, day) / days;
    }

    private List<Stop> stops(List<StatusLine.Span> history) {
        var placed = new ArrayList<Stop>();
        double last = 0;
        for (int i = 0; i < history.size(); i++) {
            var span = history.get(i);
            var from = span.from();
            if (from != null) {
                last = Math.max(last, at(from));
            } else if (i > 0) {
                last += (next(history, i) - last) / (unknownFrom(history, i) + 1);
            }
            placed.add(new Stop(span, last));
        }
        return List.copyOf(placed);
    }

    /// Where the next status with a day stands, or today.
    private double next(List<StatusLine.Span> history, int from) {
        return history.stream()
                .skip(from)
                .map(StatusLine.Span::from)
                .<@Nullable LocalDate>map(day -> day)
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::at)
                .orElse(1.0);
    }

    private static long unknownFrom(List<StatusLine.Span> history, int from) {
        return history.stream()
                .skip(from)
                .takeWhile(span -> span.from() == null)
                .count();
    }
}
