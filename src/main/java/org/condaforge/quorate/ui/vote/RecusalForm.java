package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.condaforge.quorate.vote.CastRefused;

/// The way to take no part in a vote, folded.
final class RecusalForm extends Composite<Details> {

    private final Paragraph what = new Paragraph();
    private final TextArea reason = new TextArea("Reason, optional");
    private final Button recuse = new Button("Recuse myself");
    private final Paragraph problem = new Paragraph();

    /// @param act takes the reason and shows the vote anew
    RecusalForm(Consumer<String> act) {
        what.addClassNames("q-small", "q-dim");
        reason.setMaxLength(10_000);
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
        recuse.addClickListener(click -> {
            try {
                act.accept(reason.getValue());
                problem.setText("");
                reason.clear();
                getContent().setOpened(false);
                Notification.show("You take no part in this vote.");
            } catch (CastRefused e) {
                problem.setText(e.getMessage());
            }
        });
    }

    @Override
    protected Details initContent() {
        Div form = new Div(what, reason, problem, recuse);
        form.addClassName("q-cast");
        return new Details("Recuse yourself", form);
    }

    /// @param sensitive whether only members of core learn of it
    void show(boolean sensitive, boolean voted, boolean recused) {
        setVisible(!recused);
        what.setText("You do not count as taking part, and %s.%s"
                .formatted(
                        sensitive ? "members of core see that" : "the roll call says so",
                        voted ? " Your ballot is taken out." : ""));
    }
}
