package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MeetingSchedule.Coming;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.When;
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
        Timeline timeline = new Timeline();
        for (Coming meeting : schedule.coming(SHOWN)) {
            List<Component> parts = new ArrayList<>();
            meeting.startsAt().ifPresent(start -> {
                parts.add(reader.at(start));
                parts.add(new Span(" · " + When.relative(start, reader.now()) + " "));
            });
            meeting.reason().ifPresent(reason -> {
                parts.add(Chip.warn(meeting.startsAt().isPresent() ? "moved" : "cancelled"));
                Div why = new Div(new Span(reason));
                why.addClassNames("q-small", "q-dim");
                parts.add(why);
            });
            if (reader.isCore()) {
                parts.add(new MeetingChange(schedule, meeting, reader, this::show));
            }
            timeline.at(When.on(meeting.plannedOn(), reader.today()), parts.toArray(Component[]::new));
        }
        body.removeAll();
        body.add(timeline);
    }
}
