package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.condaforge.quorate.rule.Notices;

/// When a vote must be announced to be timed out, by conda-forge's "Time-out Quorum Rules": within 24 hours of the
/// opening, in the middle third, and between 72 and 24 hours before the end. Bounds belong to their window. A vote that
/// is open for nine days or less has windows that overlap; it cannot be timed out in any case.
///
/// @param end the one that counts: when the end of a vote moves, its windows do
public record NoticeWindows(Instant opened, Instant end) {

    private static final Duration START = Duration.ofHours(24);
    private static final Duration LAST_FROM = Duration.ofHours(72);
    private static final Duration LAST_UNTIL = Duration.ofHours(24);

    public NoticeWindows {
        if (end.isBefore(opened)) {
            throw new IllegalArgumentException("a vote ends after it opens: %s to %s".formatted(opened, end));
        }
    }

    /// From one instant to another, both included.
    public record Window(Instant from, Instant until) {

        /// Whether that instant lies in it.
        public boolean contains(Instant at) {
            return !at.isBefore(from) && !at.isAfter(until);
        }
    }

    /// The window of that mark, cut to the time in which the vote is open.
    public Window window(NoticeMark mark) {
        return switch (mark) {
            case START -> new Window(opened, earlier(opened.plus(START), end));
            case MIDDLE -> new Window(third(1, true), third(2, false));
            case LAST -> new Window(later(end.minus(LAST_FROM), opened), later(end.minus(LAST_UNTIL), opened));
        };
    }

    /// So many thirds of the period after the opening, to the nanosecond that is still inside the middle third.
    private Instant third(int thirds, boolean up) {
        Duration whole = Duration.between(opened, end).multipliedBy(thirds);
        Duration share = whole.dividedBy(3);
        return opened.plus(up && share.multipliedBy(3).compareTo(whole) < 0 ? share.plusNanos(1) : share);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// What an announcement at that instant counts for; nothing where it lies between the windows.
    public Set<NoticeMark> marks(Instant at) {
        Set<NoticeMark> marks = EnumSet.noneOf(NoticeMark.class);
        for (NoticeMark mark : NoticeMark.values()) {
            if (window(mark).contains(at)) {
                marks.add(mark);
            }
        }
        return marks;
    }

    /// What announcements at these instants, on one channel, come to.
    public Notices notices(Collection<Instant> sent) {
        return new Notices(
                hasOne(sent, NoticeMark.START), hasOne(sent, NoticeMark.MIDDLE), hasOne(sent, NoticeMark.LAST));
    }

    private boolean hasOne(Collection<Instant> sent, NoticeMark mark) {
        return sent.stream().anyMatch(window(mark)::contains);
    }
}
