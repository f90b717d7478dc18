package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.ui.component.Card;

/// Lets a secretary make an emeritus member active again: on their word given elsewhere, or because the governance page
/// does not leave it to them.
final class BringBackPanel {

    private final OwnStanding own;
    private final Runnable done;
    private final Select<Roster.Entry> who = new Select<>();
    private final TextField why = new TextField("Why they come back");
    private final Paragraph problem = new Paragraph();

    BringBackPanel(OwnStanding own, Runnable done) {
        this.own = own;
        this.done = done;
        who.setLabel("Emeritus member");
        who.setItemLabelGenerator(Roster.Entry::name);
        who.setWidthFull();
        why.setWidthFull();
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    /// Empty where there is nobody whom the reader could bring back.
    Optional<Card> card() {
        List<Roster.Entry> returnable = own.returnable();
        if (returnable.isEmpty()) {
            return Optional.empty();
        }
        who.setItems(returnable);
        Div form = new Div(who, why, problem, new Button("Make active", click -> bringBack()));
        form.addClassName("q-cast");
        return Optional.of(new Card("Emeritus members", new Details("Bring somebody back", form)));
    }

    private void bringBack() {
        try {
            own.bringBack(
                    who.getOptionalValue()
                            .orElseThrow(() -> new IllegalArgumentException("Choose a member."))
                            .id(),
                    why.getValue());
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
