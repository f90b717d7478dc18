package org.condaforge.quorate.ui.action;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.ActionReader.Figures;
import org.condaforge.quorate.meeting.ActionReader.Filter;
import org.condaforge.quorate.meeting.ActionReader.Order;
import org.condaforge.quorate.meeting.ActionReader.Row;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.meeting.ActionState;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;

/// Action items over time, by owner or by age.
@Route("actions")
@AnonymousAllowed
public class ActionsView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "actions";

    private final ActionReader actions;
    private final ActionService service;
    private final MemberService members;
    private final Reader reader;
    private ActionsAddress asked = ActionsAddress.of(new Location(PATH));

    public ActionsView(ActionReader actions, ActionService service, MemberService members, Reader reader) {
        this.actions = actions;
        this.service = service;
        this.members = members;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ActionsAddress.of(event.getLocation());
        show();
    }

    private void show() {
        Figures figures = actions.figures();
        List<Component> reading = figures.all() == 0
                ? List.of(new Card(new Empty("No action items yet. They appear here as minutes with a list of them are"
                        + " imported, or when a core member adds one.")))
                : list(figures);
        getContent().removeAll();
        getContent().add(new PageHead("Action items").lead(sentence(figures)));
        if (reader.isCore()) {
            getContent()
                    .add(new Columns(
                            reading, List.of(new AddAction(service, members, id -> Address.open(Address.of(id))))));
        } else {
            Div all = new Div(reading.toArray(Component[]::new));
            all.addClassName("q-stack");
            getContent().add(all);
        }
    }

    /// "57 open, the oldest since 14 Mar 2018; 12 have been copied through more than ten meetings."
    private static String sentence(Figures figures) {
        if (figures.open() == 0) {
            return "Nothing is open.";
        }
        String open = "%d open, the oldest since %s"
                .formatted(
                        figures.open(),
                        When.on(figures.oldest().orElseThrow()).getElement().getText());
        return switch (figures.carried()) {
            case 0 -> open + ".";
            case 1 -> open + "; one has been copied through more than ten meetings.";
            default -> "%s; %d have been copied through more than ten meetings.".formatted(open, figures.carried());
        };
    }

    private List<Component> list(Figures figures) {
        Page<Row> page = actions.list(
                new Filter(asked.state(), asked.owner()), asked.order(), new Page.Request(asked.page(), Pager.SIZE));
        Div bar = new Div(states(figures), orders());
        bar.addClassName("q-bar");
        List<Component> parts = new ArrayList<>(List.of(bar));
        asked.owner().ifPresent(owner -> {
            Div only = new Div();
            only.addClassName("q-row");
            only.add("Only those of %s. ".formatted(owner));
            only.add(Address.link(asked.withOwner(Optional.empty()).path(), "Everybody’s"));
            parts.add(only);
        });
        if (page.items().isEmpty()) {
            parts.add(new Card(
                    new Empty("No action item fits these filters.", Address.link(PATH, "Show all open action items"))));
            return parts;
        }
        List<LocalDate> lists = actions.lists();
        // By key: minutes write one person as "ED" and as "Eric".
        Map<Optional<String>, List<Row>> groups = new LinkedHashMap<>();
        page.items()
                .forEach(row -> groups.computeIfAbsent(row.under().map(Action.Owner::key), u -> new ArrayList<>())
                        .add(row));
        groups.values()
                .forEach(rows -> parts.add(group(
                        rows.getFirst().under(), rows.stream().map(Row::action).toList(), lists)));
        parts.add(new Pager(page, PATH, asked.parameters()));
        return parts;
    }

    private Card group(Optional<Action.Owner> owner, List<Action> rows, List<LocalDate> lists) {
        ActionRows list = new ActionRows(rows, reader, service, this::show).drawn(lists);
        return switch (asked.order()) {
            case AGE -> new Card("The oldest first", list);
            case OWNER ->
                owner.map(person -> new Card(person.label(), list)
                                .note(Address.link(
                                        asked.withOwner(Optional.of(person.key()))
                                                .path(),
                                        "only these")))
                        .orElseGet(() -> new Card("Nobody’s", list));
        };
    }

    private Pills states(Figures figures) {
        Pills pills = new Pills("State");
        Stream.of(ActionState.values())
                .forEach(state -> pills.option(
                        state == ActionState.OPEN ? "Open" : state == ActionState.DONE ? "Done" : "Gone",
                        figures.byState().getOrDefault(state, 0),
                        asked.withState(Optional.of(state)).path(),
                        asked.state().filter(state::equals).isPresent()));
        return pills.option(
                "All",
                figures.all(),
                asked.withState(Optional.empty()).path(),
                asked.state().isEmpty());
    }

    private Pills orders() {
        return new Pills("Order")
                .option("By owner", asked.withOrder(Order.OWNER).path(), asked.order() == Order.OWNER)
                .option("By age", asked.withOrder(Order.AGE).path(), asked.order() == Order.AGE);
    }

    @Override
    public String getPageTitle() {
        return "Action items · Quorate";
    }
}
