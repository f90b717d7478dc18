package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.member.AccessSystem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;

/// The systems, each with where it is managed and how many hold it.
final class SystemsPanel extends Composite<Card> {

    private final List<AccessSystem> systems;

    SystemsPanel(List<AccessSystem> systems) {
        this.systems = systems;
    }

    @Override
    protected Card initContent() {
        if (systems.isEmpty()) {
            return new Card(
                    "Systems",
                    new Empty("No system is known yet. Add the accounts, tokens, credentials and teams that core"
                            + " members hold, or import them."));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        systems.forEach(system -> list.add(row(system)));
        return new Card("Systems", list).note(String.valueOf(systems.size()));
    }

    private static ListItem row(AccessSystem system) {
        Span title = new Span(Address.link(AccessView.of(system.id()), system.name()));
        title.addClassName("q-item-title");
        Span sub = new Span(new Span(system.kind().label()));
        if (!system.managedAt().isEmpty()) {
            sub.add(new Span(" · managed at "), Places.of(system.managedAt()));
        }
        sub.addClassName("q-item-sub");
        Span held = new Span(
                switch (system.holders()) {
                    case 0 -> "nobody holds it";
                    case 1 -> "1 holds it";
                    default -> "%d hold it".formatted(system.holders());
                });
        held.addClassNames("q-small", "q-dim");
        ListItem row = new ListItem(new Div(title, sub), held);
        row.addClassNames("q-item", "q-plain-item");
        return row;
    }
}
