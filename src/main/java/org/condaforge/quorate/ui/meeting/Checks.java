package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.ui.component.LinkedText;
import org.condaforge.quorate.ui.shell.Address;

/// Items with what became of them: done, open, or without a checkbox.
final class Checks extends UnorderedList {

    Checks() {
        addClassName("q-checks");
        getElement().setAttribute("role", "list");
    }

    /// An item, whether it is done (empty: it has no checkbox), and whose it is.
    void item(Optional<Boolean> done, List<String> people, String text) {
        Span mark = new Span(done.map(is -> is ? "✓" : "○").orElse("·"));
        mark.getElement().setAttribute("aria-hidden", "true");
        Div words = new Div();
        done.ifPresent(is -> {
            Span said = new Span(is ? "done: " : "open: ");
            said.addClassName("q-sr");
            words.add(said);
        });
        words.add(new LinkedText(text.isBlank() ? "(without words)" : text, Address.inText()));
        if (!people.isEmpty()) {
            Span whose = new Span(" " + String.join(", ", people));
            whose.addClassNames("q-dim", "q-small");
            words.add(whose);
        }
        ListItem item = new ListItem(mark, words);
        item.setClassName("q-done", done.orElse(false));
        add(item);
    }
}
