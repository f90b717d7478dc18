package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/// What the tests of overdue votes share: an approval of a week that four of ten took part in, where six had to.
abstract class OverdueContract extends VotingContract {

    static final Instant DATE = START.plus(Duration.ofDays(20));

    @Autowired
    VoteNotices notices;

    @Autowired
    Presentations presentations;

    @Autowired
    TimeOutReader progress;

    @Autowired
    MeetingCalendar calendar;

    void closeAt(Instant instant) {
        clock.set(instant);
        closer.closeDue();
    }

    VoteId overdue() {
        VoteId vote = called(approval());
        cast(vote, Choice.YES, Choice.YES, Choice.YES, Choice.NO);
        announce(vote, START.plus(Duration.ofHours(1)));
        closeAt(summary(vote).closesAt());
        return vote;
    }

    /// Birch records both announcements as they are sent.
    void announce(VoteId vote, Instant at) {
        clock.set(at);
        SignIn.as("birch");
        for (Channel channel : Channel.values()) {
            notices.record(vote, channel, at, "https://example.org/notice");
        }
        SignIn.out();
    }

    void present(VoteId vote) {
        Instant meeting = calendar.firstMeeting(START, DATE).orElseThrow();
        if (clock.instant().isBefore(meeting)) {
            clock.set(meeting.plus(Duration.ofDays(1)));
        }
        SignIn.as("birch");
        presentations.mark(vote, LocalDate.ofInstant(meeting, ZoneOffset.UTC));
        SignIn.out();
    }

    /// An overdue vote whose date is [#DATE], with all that a time-out asks for, just before that date.
    VoteId ready() {
        VoteId vote = overdue();
        SignIn.as("birch");
        timeOuts.setTimeOut(vote, DATE);
        present(vote);
        announce(vote, START.plus(Duration.ofDays(10)));
        announce(vote, DATE.minus(Duration.ofHours(48)));
        return vote;
    }

    /// One that waits for its time-out to be declared.
    VoteId waiting() {
        VoteId vote = ready();
        closeAt(DATE);
        return vote;
    }

    TimeOutProgress progress(VoteId vote) {
        return progress.of(vote).orElseThrow();
    }
}
