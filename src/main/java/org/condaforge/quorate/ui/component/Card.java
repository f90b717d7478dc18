package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/// One question and its answer on a page: a titled section with, where it helps, a note at the right of the title.
public final class Card extends Section {

    private final Div head = new Div();

    /// A card whose content speaks for itself, such as the sentence at the top.
    public Card(Component... content) {
        addClassName("q-card");
        add(content);
    }

    public Card(String title, Component... content) {
        addClassName("q-card");
        head.addClassName("q-card-head");
        head.add(new H2(title));
        add(head);
        add(content);
    }

    /// A few words at the right of the title.
    public Card note(String words) {
        return note(new Span(words));
    }

    /// A link or a small button at the right of the title.
    public Card note(Component note) {
        note.addClassName("q-note");
        head.add(note);
        return this;
    }

    /// Marks the card that acts: on a phone it follows the first card at once.
    public Card acting() {
        addClassName("q-act");
        return this;
    }
}
