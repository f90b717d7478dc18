package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;

/// Reading at the left, acting at the right; one column on a phone, where the acting card follows the first one.
public final class Columns extends Div {

    public Columns(Collection<? extends Component> reading, Collection<? extends Component> acting) {
        addClassName("q-cols");
        var left = new Div();
        left.addClassName("q-reading");
        left.add(reading.toArray(Component[]::new));
        var right = new Div();
        right.addClassName("q-acting");
        right.add(acting.toArray(Component[]::new));
        add(left, right);
    }
}
