package org.condaforge.quorate.ui.action;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.meeting.ActionState;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Action items in rows: what, whose, since when, the meetings that carried it; core members tick them there.
public final class ActionRows extends Div {

    private final List<Action> actions;
    private final Reader reader;
    private final ActionService service;
    private final Runnable changed;
    private final Paragraph problem = new Paragraph();
    private Optional<CarriedLine> line = Optional.empty();
    private boolean brief;

    /// @param changed is run after a tick
    public ActionRows(List<Action> actions, Reader reader, ActionService service, Runnable changed) {
        this.actions = actions;
        this.reader = reader;
        this.service = service;
        this.changed = changed;
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
        show();
    }

    /// Without owners and drawing, for a narrow place where all are one person's.
    public ActionRows brief() {
        brief = true;
        show();
        return this;
    }

    /// With a line of the meetings that carried each.
    ActionRows drawn(List<LocalDate> lists) {
        line = Optional.of(new CarriedLine(lists));
        show();
        return this;
    }

    private void show() {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        actions.forEach(action -> list.add(row(action)));
        removeAll();
        add(problem, list);
    }

    private ListItem row(Action action) {
        Span title = new Span(ActionText.linked(action.text()));
        title.addClassName("q-action-text");
        Div what = new Div(title, sub(action));
        Div state = new Div(chips(action).toArray(Component[]::new));
        state.addClassName("q-chips");
        if (state.getComponentCount() > 0) {
            what.add(state);
        }
        ListItem row = new ListItem(what);
        row.addClassNames("q-item", brief ? "q-plain-item" : "q-action");
        line.ifPresent(drawn -> row.add(drawn.of(action)));
        if (reader.isCore()) {
            row.add(tick(action));
        }
        return row;
    }

    private Span sub(Action action) {
        Span sub = new Span();
        sub.addClassName("q-item-sub");
        if (!brief) {
            sub.add(new Span(ActionText.owners(action) + " · "));
        }
        When since = reader.on(action.begunOn());
        sub.add(new Span("since "), since);
        sub.add(new Span(" (%s) · ".formatted(When.relative(action.begunOn(), reader.today()))));
        sub.add(Address.link(
                Address.of(action.id()),
                action.meetings().isEmpty()
                        ? "in no minutes yet"
                        : ActionText.meetings(action.meetings().size())));
        return sub;
    }

    /// What is worth knowing beside its age.
    private List<Component> chips(Action action) {
        List<Component> chips = new ArrayList<>();
        switch (action.state()) {
            case DONE -> chips.add(Chip.good("done"));
            case GONE ->
                chips.add(action.lastSeen()
                        .map(last -> new Chip(Tone.PLAIN, reader.on(last).after("gone, last seen")))
                        .orElseGet(() -> Chip.plain("gone")));
            case OPEN -> {
                if (action.dueOn().filter(day -> day.isBefore(reader.today())).isPresent()) {
                    chips.add(
                            new Chip(Tone.WARN, reader.on(action.dueOn().get()).after("was due")));
                } else {
                    action.dueOn()
                            .ifPresent(day -> chips.add(
                                    new Chip(Tone.PLAIN, reader.on(day).after("due"))));
                }
            }
        }
        action.stillOpenIn()
                .ifPresent(in -> chips.add(new Chip(Tone.WARN, reader.on(in).after("still open in the minutes of"))));
        action.doneIn()
                .ifPresent(in -> chips.add(new Chip(Tone.WARN, reader.on(in).after("ticked in the minutes of"))));
        return chips;
    }

    private Button tick(Action action) {
        boolean done = action.state() == ActionState.DONE;
        Button button = new Button(done ? "Untick" : "Tick", click -> {
            try {
                service.tick(action.id(), !done);
                changed.run();
            } catch (IllegalArgumentException | NotAllowed e) {
                problem.setText(e.getMessage());
            }
        });
        button.setAriaLabel("%s: %s".formatted(done ? "Untick" : "Tick", ActionText.cut(action.text(), 80)));
        return button;
    }
}
