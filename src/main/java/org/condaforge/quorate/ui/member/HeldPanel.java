package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.member.AccessGrant;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// What a member holds access to, for secretaries.
final class HeldPanel extends Composite<Card> {

    private final List<AccessGrant> held;
    private final Reader reader;

    HeldPanel(List<AccessGrant> held, Reader reader) {
        this.held = held;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (held.isEmpty()) {
            return new Card(
                    "Access",
                    new Empty("They are not known to hold anything.", Address.link(AccessView.PATH, "Record it")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        for (AccessGrant grant : held) {
            Span title = new Span(Address.link(AccessView.of(grant.system()), grant.systemName()));
            title.addClassName("q-item-title");
            Span sub = new Span();
            sub.addClassName("q-item-sub");
            grant.since().ifPresent(day -> sub.add(reader.on(day).after("since")));
            ListItem row = new ListItem(new Div(title, sub));
            row.addClassNames("q-item", "q-stacked");
            list.add(row);
        }
        return new Card("Access", list).note("seen by secretaries only");
    }
}
