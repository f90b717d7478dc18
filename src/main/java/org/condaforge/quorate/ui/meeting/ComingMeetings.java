package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MeetingSchedule.Coming;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// The next meetings; core members move them, cancel them or put them back on the schedule.
final class ComingMeetings extends Composite<Card> {

    private static final int SHOWN = 6;

    private final MeetingSchedule schedule;
    private final Reader reader;
    private final Div body = new Div();

    ComingMeetings(MeetingSchedule schedule, Reader reader) {
        this.schedule = schedule;
        this.reader = reader;
        show();
    }

    @Override
    protected Card initContent() {
        return new Card("Coming meetings", body);
    }

    private void show() {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        schedule.coming(SHOWN).forEach(meeting -> list.add(row(meeting)));
        body.removeAll();
        body.add(list);
    }

    private ListItem row(Coming meeting) {
        ListItem row = new ListItem(head(meeting));
        row.addClassNames("q-item", "q-stacked");
        meeting.startsAt().ifPresent(start -> row.add(sub(When.relative(start, reader.now()))));
        meeting.reason().ifPresent(reason -> row.add(sub(reason)));
        meeting.startsAt()
                .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC))
                .ifPresent(day -> row.add(agenda(day)));
        if (reader.isCore()) {
            row.add(new MeetingChange(schedule, meeting, reader, this::show));
        }
        return row;
    }

    /// When it is, and what became of the day it was planned on.
    private Div head(Coming meeting) {
        When planned = reader.on(meeting.plannedOn());
        When when = meeting.startsAt().map(reader::at).orElse(planned);
        when.addClassName("q-item-title");
        Div head = new Div(when);
        head.addClassName("q-row");
        if (meeting.changed()) {
            head.add(
                    meeting.startsAt().isPresent()
                            ? new Chip(Tone.WARN, planned.after("moved from"))
                            : Chip.warn("cancelled"));
        }
        return head;
    }

    private static Div agenda(LocalDate day) {
        Anchor link = Address.link(NextMeetingView.address(day), "Agenda");
        link.getElement().setAttribute("aria-label", "Agenda of %s".formatted(day));
        Div line = new Div(link);
        line.addClassName("q-small");
        return line;
    }

    private static Span sub(String words) {
        Span sub = new Span(words);
        sub.addClassName("q-item-sub");
        return sub;
    }
}
