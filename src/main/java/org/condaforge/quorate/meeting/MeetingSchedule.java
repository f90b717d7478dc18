package org.condaforge.quorate.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.condaforge.quorate.vote.MeetingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The coming meetings: a regular schedule, and the meetings that were moved or cancelled by hand.
@Service
@Transactional
public class MeetingSchedule implements MeetingCalendar {

    /// A coming meeting.
    ///
    /// @param plannedOn the day the schedule gives it; names the meeting when it is moved
    /// @param startsAt when it is; empty when it was cancelled
    /// @param reason why it was moved or cancelled; empty where it follows the schedule
    public record Coming(LocalDate plannedOn, Optional<Instant> startsAt, Optional<String> reason) {

        /// Whether it was moved or cancelled.
        public boolean changed() {
            return reason.isPresent();
        }
    }

    private record Moved(Optional<Instant> to, String reason) {}

    private final MeetingProperties properties;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MeetingSchedule(
            MeetingProperties properties,
            CurrentMember currentMember,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.properties = properties;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /// The next `count` meetings of the schedule with what became of them, in the order of their dates.
    @Transactional(readOnly = true)
    public List<Coming> coming(int count) {
        Instant now = clock.instant();
        return between(
                        now.minus(Duration.ofDays(365)),
                        now.plus(Duration.ofDays((long) properties.everyDays() * (count + 1))))
                .stream()
                .filter(meeting -> meeting.startsAt()
                        .map(start -> start.isAfter(now))
                        .orElseGet(() -> planned(meeting.plannedOn()).isAfter(now)))
                .limit(count)
                .toList();
    }

    /// The next meeting that takes place.
    @Transactional(readOnly = true)
    public Optional<Instant> next() {
        return coming(12).stream().flatMap(c -> c.startsAt().stream()).findFirst();
    }

    /// When the next meetings of the schedule take place, at most `count` of them; one that began at most so
    /// long ago is still the first.
    @Transactional(readOnly = true)
    public List<Instant> takingPlace(int count, Duration lasting) {
        Instant now = clock.instant();
        return Stream.concat(
                        firstMeeting(now.minus(lasting), now.plusMillis(1)).stream(),
                        coming(count).stream().flatMap(meeting -> meeting.startsAt().stream()))
                .distinct()
                .limit(count)
                .toList();
    }

    /// When on that day (UTC) a meeting takes place, if one does.
    @Transactional(readOnly = true)
    public Optional<Instant> on(LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return firstMeeting(from, from.plus(Duration.ofDays(1)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> firstMeeting(Instant from, Instant until) {
        return between(from.minus(Duration.ofDays(365)), until.plus(Duration.ofDays(365))).stream()
                .flatMap(meeting -> meeting.startsAt().stream())
                .filter(start -> !start.isBefore(from) && start.isBefore(until))
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LocalDate> days(LocalDate first, LocalDate last) {
        Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        SortedSet<LocalDate> days =
                new TreeSet<>(jdbc.sql("SELECT held_on FROM meeting WHERE held_on BETWEEN :first AND :last")
                        .param("first", first)
                        .param("last", last)
                        .query((row, i) -> row.getObject(1, LocalDate.class))
                        .list());
        between(from.minus(Duration.ofDays(365)), until.plus(Duration.ofDays(365))).stream()
                .flatMap(meeting -> meeting.startsAt().stream())
                .filter(start -> !start.isBefore(from) && start.isBefore(until))
                .forEach(start -> days.add(LocalDate.ofInstant(start, ZoneOffset.UTC)));
        return List.copyOf(days);
    }

    /// The days the schedule gives between two days, both included.
    public List<LocalDate> plannedDays(LocalDate from, LocalDate to) {
        long apart = ChronoUnit.DAYS.between(properties.anchor(), from);
        LocalDate first = from.plusDays(Math.floorMod(-apart, (long) properties.everyDays()));
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(properties.everyDays())) {
            days.add(day);
        }
        return days;
    }

    private List<Coming> between(Instant from, Instant to) {
        Map<LocalDate, Moved> moved = moved();
        return plannedDays(LocalDate.ofInstant(from, ZoneOffset.UTC), LocalDate.ofInstant(to, ZoneOffset.UTC)).stream()
                .map(day -> Optional.ofNullable(moved.get(day))
                        .map(change -> new Coming(day, change.to(), Optional.of(change.reason())))
                        .orElseGet(() -> new Coming(day, Optional.of(planned(day)), Optional.empty())))
                .sorted(Comparator.comparing(
                        (Coming meeting) -> meeting.startsAt().orElseGet(() -> planned(meeting.plannedOn()))))
                .toList();
    }

    private Instant planned(LocalDate day) {
        return day.atTime(properties.at()).toInstant(ZoneOffset.UTC);
    }

    private Map<LocalDate, Moved> moved() {
        return jdbc
                .sql("SELECT planned_on, moved_to, reason FROM meeting_change")
                .query((row, i) -> Map.entry(
                        row.getObject("planned_on", LocalDate.class),
                        new Moved(Utc.maybeInstant(row, "moved_to"), row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// A core member moves the meeting planned on that day, or cancels it (no new time), with a reason.
    ///
    /// @throws IllegalArgumentException for an unplanned day, a new time in the past, or a missing reason
    public void change(LocalDate plannedOn, Optional<Instant> movedTo, String reason) {
        MemberId by = currentMember.requireCore("change the dates of meetings");
        Instant now = clock.instant();
        if (!plannedDays(plannedOn, plannedOn).contains(plannedOn)) {
            throw new IllegalArgumentException("No meeting is planned on %s.".formatted(plannedOn));
        }
        if (movedTo.filter(to -> !to.isAfter(now)).isPresent()) {
            throw new IllegalArgumentException("The new time of the meeting has passed already.");
        }
        String given = Words.given(reason, "Say why the meeting is moved or cancelled.");
        jdbc.sql("""
                        INSERT INTO meeting_change (planned_on, moved_to, reason, changed_by)
                        VALUES (:day, :to, :reason, :by)
                        ON DUPLICATE KEY UPDATE moved_to = VALUES(moved_to), reason = VALUES(reason),
                          changed_by = VALUES(changed_by)""")
                .param("day", plannedOn)
                .param("to", movedTo.map(Utc::column).orElse(null))
                .param("reason", given)
                .param("by", by.number())
                .update();
        events.publishEvent(new Act(
                Optional.of(by),
                now,
                new Act.Subject("meeting", plannedOn.toString()),
                movedTo.map(to -> "moved the meeting to %s: %s".formatted(to, given))
                        .orElseGet(() -> "cancelled the meeting: " + given)));
    }

    /// Back to the schedule.
    public void restore(LocalDate plannedOn) {
        MemberId by = currentMember.requireCore("change the dates of meetings");
        if (jdbc.sql("DELETE FROM meeting_change WHERE planned_on = :day")
                        .param("day", plannedOn)
                        .update()
                > 0) {
            events.publishEvent(new Act(
                    Optional.of(by),
                    clock.instant(),
                    new Act.Subject("meeting", plannedOn.toString()),
                    "put the meeting back on schedule"));
        }
    }
}
