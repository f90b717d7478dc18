package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/// Links to the forms of a list, of which one is shown: "All 26", "Draft 3".
public final class Pills extends Nav {

    /// @param question what the links decide, for those who do not see them: "Status"
    public Pills(String question) {
        addClassName("q-pills");
        setAriaLabel(question);
    }

    /// A form of the list without a count.
    public Pills option(String label, String address, boolean shown) {
        add(anchor(label, address, shown));
        return this;
    }

    /// A form of the list and how many rows it has.
    public Pills option(String label, int count, String address, boolean shown) {
        Anchor anchor = anchor(label, address, shown);
        Span number = new Span(String.valueOf(count));
        number.addClassName("q-pill-count");
        anchor.add(new Span(" "), number);
        add(anchor);
        return this;
    }

    private static Anchor anchor(String label, String address, boolean shown) {
        Anchor anchor = new Anchor(address, label);
        anchor.setRouterIgnore(false);
        if (shown) {
            anchor.getElement().setAttribute("aria-current", "true");
        }
        return anchor;
    }
}
