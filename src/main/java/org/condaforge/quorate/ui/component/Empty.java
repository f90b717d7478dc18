package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// A place where nothing is yet: what will appear, and what to do ("No open votes. Call one").
public final class Empty extends Div {

    public Empty(String what, Component... whatToDo) {
        addClassName("q-empty");
        var text = new Paragraph(what);
        add(text);
        if (whatToDo.length > 0) {
            var next = new Div(whatToDo);
            next.addClassName("q-actions");
            add(next);
        }
    }
}
