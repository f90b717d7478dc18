package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// How much of a whole, in words and as a small bar: "11 of 13 votes".
public final class Measure extends Div {

    /// @param unit what is counted, in the plural
    public Measure(int part, int whole, String unit) {
        addClassName("q-measure");
        add(new Span(whole == 0 ? "no %s yet".formatted(unit) : "%d of %d %s".formatted(part, whole, unit)));
        if (whole > 0) {
            Drawing drawing = new Drawing("", 6).bar(0, 1, 0, 6, "q-unfilled");
            if (part > 0) {
                drawing.bar(0, (double) part / whole, 0, 6, "q-state");
            }
            // The words beside it say the same.
            drawing.getElement()
                    .removeAttribute("role")
                    .removeAttribute("aria-label")
                    .setAttribute("aria-hidden", "true");
            add(drawing);
        }
    }
}
