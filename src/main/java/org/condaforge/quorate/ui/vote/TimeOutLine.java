package org.condaforge.quorate.ui.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.ui.component.PeriodLine;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Channel;
import org.condaforge.quorate.vote.NoticeMark;
import org.condaforge.quorate.vote.NoticeWindows;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.VoteState;

/// The time of a vote drawn as a line: when it must be announced on each channel, when it was, its meetings and ends.
final class TimeOutLine {

    private final TimeOutProgress timeOut;
    private final Optional<Instant> meeting;
    private final Reader reader;

    /// @param meeting the next one before the end
    TimeOutLine(TimeOutProgress timeOut, Optional<Instant> meeting, Reader reader) {
        this.timeOut = timeOut;
        this.meeting = meeting;
        this.reader = reader;
    }

    PeriodLine drawn() {
        List<PeriodLine.Mark> marks = new ArrayList<>();
        marks.add(new PeriodLine.Mark(timeOut.opened(), "opened " + day(timeOut.opened())));
        marks.add(new PeriodLine.Mark(timeOut.end(), end() + " " + day(timeOut.end())));
        Instant setEnd = timeOut.vote().closesAt();
        if (!setEnd.equals(timeOut.end())) {
            marks.add(new PeriodLine.Mark(setEnd, "set end " + day(setEnd)));
        }
        List<PeriodLine.Mark> ticks = new ArrayList<>();
        timeOut.presented()
                .forEach(presented -> ticks.add(new PeriodLine.Mark(
                        presented.at().orElseGet(() -> noonOf(presented.date())),
                        "presented at the meeting of " + presented.date())));
        meeting.ifPresent(next -> ticks.add(new PeriodLine.Mark(next, "core meeting, " + day(next))));
        return new PeriodLine(
                timeOut.opened(),
                timeOut.end(),
                reader.now(),
                Arrays.stream(Channel.values()).map(this::track).toList(),
                ticks,
                marks,
                words());
    }

    private String end() {
        if (timeOut.endIsSet()) {
            return timeOut.vote().state() == VoteState.OPEN
                            || timeOut.vote().timeOutAt().isEmpty()
                    ? "end"
                    : "time-out";
        }
        return "proposed time-out";
    }

    private static Instant noonOf(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private PeriodLine.Track track(Channel channel) {
        NoticeWindows windows = timeOut.windows();
        return new PeriodLine.Track(
                "Announced " + channel.label(),
                Arrays.stream(NoticeMark.values())
                        .map(mark -> {
                            NoticeWindows.Window window = windows.window(mark);
                            return new PeriodLine.Window(
                                    window.from(),
                                    window.until(),
                                    "%s: %s to %s".formatted(mark.label(), at(window.from()), at(window.until())));
                        })
                        .toList(),
                timeOut.notices().stream()
                        .filter(notice -> notice.channel() == channel)
                        .map(notice -> new PeriodLine.Event(
                                notice.sentAt(),
                                !windows.marks(notice.sentAt()).isEmpty(),
                                "announced %s, %s".formatted(channel.label(), at(notice.sentAt()))))
                        .toList());
    }

    private String words() {
        String sent = Arrays.stream(Channel.values())
                .map(channel -> "%s %d of 3"
                        .formatted(
                                channel.label(),
                                timeOut.wanted(reader.now()).stream()
                                        .filter(one ->
                                                one.channel() == channel && one.state() == TimeOutProgress.State.DONE)
                                        .count()))
                .collect(Collectors.joining(", "));
        return "From the opening on %s to the %s on %s; announced %s; %s"
                .formatted(
                        day(timeOut.opened()),
                        end(),
                        day(timeOut.end()),
                        sent,
                        timeOut.presented().isEmpty() ? "not presented yet" : "presented at a core meeting");
    }

    private String day(Instant at) {
        return reader.day(at).getElement().getText();
    }

    private String at(Instant at) {
        return reader.at(at).getElement().getText();
    }
}
