package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.VoteDetail;

/// What stands on the page of every vote: its time-out, its call, its text, its record and its history.
final class AroundVote {

    private static final int LINES = 50;

    private final VoteRoom room;
    private final TimeOutPanel timeOut;
    private final DeclarePanel declare;
    private final DutyPanel duty;
    private final NoticePanel notices;
    private final SubjectPanel subject = new SubjectPanel();
    private final CalledPanel called;
    private final KeepPanel keep;
    private final HistoryPanel history;

    /// @param done is run after something was changed
    AroundVote(VoteRoom room, Reader reader, Runnable done) {
        this.room = room;
        timeOut = new TimeOutPanel(reader);
        declare = new DeclarePanel(room.timeOuts(), reader, done);
        duty = new DutyPanel(room.timeOuts(), reader, done);
        notices = new NoticePanel(room.notices(), room.texts(), reader, done);
        called = room.called().panel(reader, done);
        keep = new KeepPanel(room.certificates(), room.records(), reader);
        history = new HistoryPanel(reader);
    }

    /// How far its time-out is.
    Component timeOut() {
        return timeOut;
    }

    /// What can be done besides voting, and what is told of the vote.
    List<Component> acting() {
        return List.of(declare, duty, notices, subject, called, keep, history);
    }

    /// Shows the vote as it is now.
    void show(VoteDetail vote) {
        Optional<TimeOutProgress> progress =
                room.timeOutReader().of(vote.summary().id());
        timeOut.show(vote, progress);
        declare.show(progress);
        duty.show(vote);
        notices.show(vote, progress, room.site().of(Address.of(vote.summary().id())));
        subject.show(vote);
        called.show(vote);
        keep.show(vote);
        history.show(room.journal()
                .historyOf(
                        new Act.Subject(
                                "vote", String.valueOf(vote.summary().id().number())),
                        LINES));
    }
}
