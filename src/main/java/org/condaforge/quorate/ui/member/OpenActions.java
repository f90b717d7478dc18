package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// The open action items of a member, as minutes and core members say.
final class OpenActions extends Composite<Card> {

    private static final int SHOWN = 6;

    private final String login;
    private final List<Action> actions;
    private final Reader reader;

    OpenActions(String login, List<Action> actions, Reader reader) {
        this.login = login;
        this.actions = actions;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (actions.isEmpty()) {
            return new Card("Action items", new Empty("None of theirs is open."));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        actions.stream().limit(SHOWN).forEach(action -> {
            Span title = new Span(Address.link(Address.of(action.id()), action.text()));
            title.addClassName("q-item-title");
            Span sub = new Span(reader.on(action.begunOn()).after("since"));
            sub.addClassName("q-item-sub");
            ListItem row = new ListItem(new Div(title, sub));
            row.addClassNames("q-item", "q-stacked");
            list.add(row);
        });
        Card card = new Card("Action items", list);
        if (actions.size() > SHOWN) {
            card.note(Address.link(
                    Address.with("actions", Map.of("owner", login)), "All %d of theirs".formatted(actions.size())));
        }
        return card;
    }
}
