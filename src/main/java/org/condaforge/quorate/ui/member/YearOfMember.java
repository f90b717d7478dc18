package org.condaforge.quorate.ui.member;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.ui.component.Measure;
import org.condaforge.quorate.vote.Participation;
import org.jspecify.annotations.Nullable;

/// What members did in the year before a day: meetings and votes taken part in, of those that took place while they had
/// their standing. Read once for all of them.
final class YearOfMember {

    private final List<LocalDate> held;
    private final List<LocalDate> ended;
    private final Map<MemberId, Integer> attended;
    private final Map<MemberId, Integer> tookPart;

    YearOfMember(LocalDate today, MeetingService meetings, Participation votes) {
        LocalDate from = today.minusYears(1);
        this.held = meetings.datesSince(from);
        this.ended = votes.endsSince(from).stream().map(YearOfMember::day).toList();
        this.attended = meetings.attendanceSince(from);
        this.tookPart = votes.participationSince(from);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    Measure meetings(MemberId member, @Nullable StandingPeriod standing) {
        return measure(attended.getOrDefault(member, 0), held, standing, "meetings");
    }

    Measure votes(MemberId member, @Nullable StandingPeriod standing) {
        return measure(tookPart.getOrDefault(member, 0), ended, standing, "votes");
    }

    /// A standing that was first seen on a day had begun before: then the whole year counts.
    private static Measure measure(int part, List<LocalDate> days, @Nullable StandingPeriod standing, String unit) {
        LocalDate from = standing == null || !standing.sinceExact() ? LocalDate.MIN : standing.since();
        int whole = (int) days.stream().filter(day -> !day.isBefore(from)).count();
        // Before they were on the roster they may have come as a guest.
        return new Measure(part, Math.max(part, whole), unit);
    }
}
