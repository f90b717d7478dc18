package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// The head of a page: where it stands, its title, and its state in chips.
public final class PageHead extends Header {

    private final H1 title;
    private final Div chips = new Div();

    public PageHead(String title) {
        addClassName("q-head");
        this.title = new H1(title);
        chips.addClassName("q-chips");
        add(this.title);
    }

    /// The pages above this one, outermost first: links, or a span for a word that leads nowhere.
    public PageHead below(Component... crumbs) {
        var nav = new Nav();
        nav.addClassName("q-crumb");
        nav.setAriaLabel("Breadcrumb");
        for (var crumb : crumbs) {
            if (nav.getComponentCount() > 0) {
                var separator = new Span("›");
                separator.getElement().setAttribute("aria-hidden", "true");
                nav.add(separator);
            }
            nav.add(crumb);
        }
        addComponentAsFirst(nav);
        return this;
    }

    /// The page's state; what was there before is replaced.
    public PageHead chips(Component... state) {
        chips.removeAll();
        chips.add(state);
        addComponentAtIndex(indexOf(title) + 1, chips);
        return this;
    }

    /// A line of what the page is for, under the title.
    public PageHead lead(String text) {
        var lead = new Paragraph(text);
        lead.addClassName("q-lead");
        add(lead);
        return this;
    }

    /// Buttons that concern the whole page.
    public PageHead actions(Component... buttons) {
        var actions = new Div(buttons);
        actions.addClassName("q-actions");
        add(actions);
        return this;
    }
}
