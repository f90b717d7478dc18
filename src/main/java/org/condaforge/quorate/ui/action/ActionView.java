package org.condaforge.quorate.ui.action;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// An action item: the meetings that carried it, how each wrote it, and what was recorded here.
@Route("actions/:id([0-9]{1,18})")
@AnonymousAllowed
public class ActionView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int HISTORY = 100;

    private final ActionReader actions;
    private final ActionService service;
    private final MemberService members;
    private final JournalService journal;
    private final Reader reader;
    private String title = "Action item";

    public ActionView(
            ActionReader actions, ActionService service, MemberService members, JournalService journal, Reader reader) {
        this.actions = actions;
        this.service = service;
        this.members = members;
        this.journal = journal;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("id").orElse("0");
        actions.find(new ActionId(Long.parseLong(asked)))
                .ifPresentOrElse(
                        this::show,
                        () -> event.rerouteToError(
                                NotFoundException.class, "There is no action item %s.".formatted(asked)));
    }

    private void show(Action action) {
        title = ActionText.cut(action.text(), 80);
        List<Component> acting = new ArrayList<>();
        if (reader.isCore()) {
            acting.add(new ActionForm(service, members, action, () -> again(action.id())));
        }
        acting.add(history(action));
        getContent().removeAll();
        getContent().add(head(action), new Columns(List.of(inMinutes(action)), acting));
    }

    private void again(ActionId id) {
        actions.find(id).ifPresent(this::show);
    }

    private PageHead head(Action action) {
        List<Component> chips = new ArrayList<>();
        chips.add(
                switch (action.state()) {
                    case OPEN -> Chip.state("open");
                    case DONE -> Chip.good("done");
                    case GONE -> Chip.plain("gone from the list");
                });
        chips.add(Chip.plain(ActionText.owners(action)));
        action.dueOn()
                .ifPresent(day -> chips.add(new Chip(Tone.PLAIN, reader.on(day).after("due"))));
        action.stillOpenIn()
                .ifPresent(in -> chips.add(new Chip(Tone.WARN, reader.on(in).after("still open in the minutes of"))));
        action.doneIn()
                .ifPresent(in -> chips.add(new Chip(Tone.WARN, reader.on(in).after("ticked in the minutes of"))));
        action.ownersInMinutes().ifPresent(whose -> chips.add(Chip.warn("in the minutes: " + whose)));
        return new PageHead(ActionText.cut(action.text(), 200))
                .below(
                        Address.link("actions", "Action items"),
                        new Span("Item " + action.id().number()))
                .chips(chips.toArray(Component[]::new));
    }

    private Card inMinutes(Action action) {
        Card card = new Card("In the minutes", ActionText.linked(action.text()));
        if (!action.meetings().isEmpty()) {
            card.add(new CarriedLine(actions.lists()).of(action));
        }
        card.add(new Span(CarriedLine.words(action)));
        Timeline timeline = new Timeline();
        ActionReader.Wording before = null;
        for (ActionReader.Wording wording : actions.wordings(action.id())) {
            if (before == null || !same(before, wording)) {
                timeline.at(
                        reader.on(wording.meeting()),
                        Address.link(Address.of(wording.meeting()), wording.done() ? "ticked" : "open"),
                        new Span(wording.owners().isEmpty() ? ": " : ", %s: ".formatted(wording.owners())),
                        ActionText.linked(wording.text()));
            }
            before = wording;
        }
        if (before != null) {
            card.add(timeline);
        }
        return card.note("each line where the wording changed");
    }

    private static boolean same(ActionReader.Wording one, ActionReader.Wording other) {
        return one.done() == other.done()
                && one.owners().equals(other.owners())
                && one.text().equals(other.text());
    }

    private Card history(Action action) {
        List<JournalService.Entry> acts = journal.historyOf(
                new Act.Subject("action", String.valueOf(action.id().number())), HISTORY);
        if (acts.isEmpty()) {
            return new Card("Recorded here", new Span("Nothing yet: it is as the minutes say."));
        }
        Timeline timeline = new Timeline();
        acts.forEach(act -> timeline.at(
                reader.day(act.at()),
                new Span("%s %s"
                        .formatted(act.who().map(JournalService.Who::name).orElse("Quorate"), act.what()))));
        return new Card("Recorded here", timeline);
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
