package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.checkin.Asked;
import org.condaforge.quorate.checkin.CheckInRefused;
import org.condaforge.quorate.checkin.CheckInRules;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.Round;
import org.condaforge.quorate.checkin.RoundDetail;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Reader;

/// What a secretary does: opens a round, carries out its end, takes a change back.
final class SecretaryPanel extends Composite<Card> {

    private final CheckIns checkIns;
    private final CheckInRules rules;
    private final Optional<RoundDetail> shown;
    private final Reader reader;
    private final Runnable done;
    private final Paragraph problem = new Paragraph();

    SecretaryPanel(CheckIns checkIns, CheckInRules rules, Optional<RoundDetail> shown, Reader reader, Runnable done) {
        this.checkIns = checkIns;
        this.rules = rules;
        this.shown = shown;
        this.reader = reader;
        this.done = done;
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Card card = new Card("For the secretary", problem);
        boolean waits = shown.map(RoundDetail::round)
                .filter(round -> round.state() == Round.State.OVER)
                .isPresent();
        if (waits) {
            Button apply = new Button(
                    "Carry out the end",
                    click -> attempt(
                            () -> checkIns.apply(shown.orElseThrow().round().id())));
            apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            card.add(apply);
        }
        undoable().ifPresent(card::add);
        card.add(opening());
        return card;
    }

    private Div opening() {
        Div form = new Div();
        form.addClassName("q-actions");
        if (rules.cadences().isEmpty()) {
            form.add(new Paragraph("No page in force asks everybody; single members can be asked below."));
        }
        for (Cadence cadence : rules.cadences()) {
            form.add(new Button(
                    "Open the %s round now".formatted(cadence.name()),
                    click -> attempt(() -> checkIns.open(cadence.name()))));
        }
        return form;
    }

    private Optional<Div> undoable() {
        List<Asked> changed = shown.filter(detail -> detail.round().recentAt(reader.now()))
                .map(detail -> detail.asked().stream()
                        .filter(asked -> asked.change()
                                .filter(change -> change.undone().isEmpty())
                                .isPresent())
                        .toList())
                .orElse(List.of());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Select<Asked> who = new Select<>();
        who.setLabel("Became emeritus by mistake");
        who.setItems(changed);
        who.setItemLabelGenerator(Asked::name);
        TextField why = new TextField("Why it is taken back");
        why.setWidthFull();
        Button undo = new Button(
                "Take it back",
                click -> attempt(() -> checkIns.undo(
                        shown.orElseThrow().round().id(),
                        who.getOptionalValue()
                                .orElseThrow(() -> new IllegalArgumentException("Choose a member."))
                                .member(),
                        why.getValue())));
        Div form = new Div(who, why, undo);
        form.addClassName("q-cast");
        return Optional.of(form);
    }

    private void attempt(Runnable act) {
        problem.setText("");
        try {
            act.run();
            done.run();
        } catch (CheckInRefused | IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
