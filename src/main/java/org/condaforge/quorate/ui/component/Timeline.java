package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/// What happened, one line a date.
public final class Timeline extends OrderedList {

    public Timeline() {
        addClassName("q-timeline");
        // A list without bullets is no list to Safari's screen reader unless it says so.
        getElement().setAttribute("role", "list");
    }

    public Timeline at(When when, String text) {
        return at(when, new Span(text));
    }

    public Timeline at(When when, Component... content) {
        return entry(when, content);
    }

    /// A line whose date is not a date: "date unknown", "next".
    public Timeline at(String when, Component... content) {
        return entry(new Span(when), content);
    }

    private Timeline entry(Component when, Component... content) {
        when.addClassName("q-time");
        add(new ListItem(when, new Div(content)));
        return this;
    }
}
