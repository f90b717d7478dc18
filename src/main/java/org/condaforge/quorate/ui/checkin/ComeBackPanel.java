package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Reader;

/// For an emeritus member: one click to be active again.
public final class ComeBackPanel {

    private final OwnStanding own;
    private final Reader reader;
    private final Runnable done;

    /// @param done is run after the reader has come back
    public ComeBackPanel(OwnStanding own, Reader reader, Runnable done) {
        this.own = own;
        this.reader = reader;
        this.done = done;
    }

    /// The card, for those who may come back by saying so.
    public Optional<Card> card() {
        return own.mayComeBack() ? Optional.of(card(own.returnsOn())) : Optional.empty();
    }

    /// The card on the day on which the reader wanted to be asked again, and from then on.
    public Optional<Card> due() {
        Optional<LocalDate> day = own.returnsOn().filter(on -> !on.isAfter(reader.today()));
        return day.isPresent() ? card() : Optional.empty();
    }

    private Card card(Optional<LocalDate> day) {
        String words = day.map(on -> "You are emeritus, and wanted to be asked again on %s."
                        .formatted(When.on(on).getElement().getText()))
                .orElse("You are emeritus. You may be active again at any time.");
        Button back = new Button("I am active again");
        back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph problem = new Paragraph();
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
        back.addClickListener(click -> {
            try {
                own.comeBack();
                done.run();
            } catch (NotAllowed e) {
                problem.setText(e.getMessage());
            }
        });
        Div actions = new Div(back);
        actions.addClassName("q-actions");
        return new Card("Are you coming back?", new Paragraph(words), problem, actions).acting();
    }
}
