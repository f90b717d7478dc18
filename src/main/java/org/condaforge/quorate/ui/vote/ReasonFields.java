package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.store.Words;

/// Asks for the justification, and in a field each for what else an item asks for. What was written for one item is
/// there again where another asks for the same.
final class ReasonFields extends Composite<Div> {

    private final TextArea justification = new TextArea("Justification");
    private final Map<String, TextArea> statements = new LinkedHashMap<>();
    private final Div asked = new Div();
    private final Runnable changed;
    private List<String> current = List.of();

    ReasonFields(Runnable changed) {
        this.changed = changed;
        justification.setMinRows(2);
        justification.setMaxLength(Words.MOST);
        justification.addValueChangeListener(change -> changed.run());
        asked.addClassName("q-form");
    }

    @Override
    protected Div initContent() {
        Div fields = new Div(justification, asked);
        fields.addClassName("q-form");
        return fields;
    }

    void ask(VotingItem item) {
        justification.setRequiredIndicatorVisible(item.restrictions().justification());
        justification.setHelperText(
                item.restrictions().justification() ? "" : "May stay empty for this kind of decision");
        current = item.restrictions().asksFor();
        asked.removeAll();
        current.forEach(what -> asked.add(field(what)));
        asked.setVisible(!current.isEmpty());
    }

    private TextArea field(String what) {
        return statements.computeIfAbsent(what, missing -> {
            TextArea field = new TextArea(Character.toUpperCase(missing.charAt(0)) + missing.substring(1));
            field.setRequiredIndicatorVisible(true);
            field.setMaxLength(Words.MOST);
            field.addValueChangeListener(change -> changed.run());
            return field;
        });
    }

    void show(String reasons, Map<String, String> stated) {
        justification.setValue(reasons);
        stated.forEach((what, words) -> field(what).setValue(words));
    }

    String justification() {
        return justification.getValue();
    }

    /// What was stated, by what the item asks for.
    Map<String, String> statements() {
        Map<String, String> stated = new LinkedHashMap<>();
        current.forEach(what -> stated.put(what, field(what).getValue()));
        return stated;
    }
}
