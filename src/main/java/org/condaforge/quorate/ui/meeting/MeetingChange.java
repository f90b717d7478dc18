package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MeetingSchedule.Coming;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.ui.shell.Reader;

/// Where a core member moves a coming meeting, cancels it, or puts it back on the schedule.
final class MeetingChange extends Composite<Details> {

    private final MeetingSchedule schedule;
    private final Coming meeting;
    private final Runnable done;
    private final MomentField moment;
    private final TextField reason = new TextField("Reason");
    private final Paragraph problem = new Paragraph();

    MeetingChange(MeetingSchedule schedule, Coming meeting, Reader reader, Runnable done) {
        this.schedule = schedule;
        this.meeting = meeting;
        this.done = done;
        moment = new MomentField("New time", reader.zone());
        meeting.startsAt().ifPresent(moment::setInstant);
        reason.setMaxLength(300);
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Details initContent() {
        Div buttons = new Div(
                new Button("Move it", click -> move()), new Button("Cancel it", click -> change(Optional.empty())));
        if (meeting.changed()) {
            buttons.add(new Button("Back to the schedule", click -> act(() -> schedule.restore(meeting.plannedOn()))));
        }
        buttons.addClassName("q-row");
        Div form = new Div(moment, reason, problem, buttons);
        form.addClassName("q-form");
        String day = When.on(meeting.plannedOn()).getElement().getText();
        Span which = new Span(" the meeting of " + day);
        which.addClassName("q-sr");
        return new Details(new Span(new Span("Move or cancel"), which), form);
    }

    private void move() {
        Optional<Instant> to = moment.instant();
        if (to.isEmpty()) {
            problem.setText("Give the new day and time.");
            return;
        }
        change(to);
    }

    private void change(Optional<Instant> to) {
        act(() -> schedule.change(meeting.plannedOn(), to, reason.getValue()));
    }

    private void act(Runnable act) {
        try {
            act.run();
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
