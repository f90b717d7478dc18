package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.TimeOutProgress;
import org.condaforge.quorate.vote.TimeOutStage;
import org.condaforge.quorate.vote.TimeOuts;
import org.condaforge.quorate.vote.VoteId;

/// Where one core member declares a time-out and another one verifies it. Whoever acts has the checklist beside it.
final class DeclarePanel extends Composite<Card> {

    private final TimeOuts timeOuts;
    private final Reader reader;
    private final Runnable done;
    private final Div body = new Div();
    private final Paragraph problem = new Paragraph();

    DeclarePanel(TimeOuts timeOuts, Reader reader, Runnable done) {
        this.timeOuts = timeOuts;
        this.reader = reader;
        this.done = done;
        body.addClassName("q-cast");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        return new Card("Time-out to confirm", body, problem).acting();
    }

    void show(Optional<TimeOutProgress> found) {
        Optional<TimeOutProgress> waiting = found.filter(timeOut ->
                reader.isCore() && (timeOut.stage() == TimeOutStage.WAITS || timeOut.stage() == TimeOutStage.DECLARED));
        setVisible(waiting.isPresent());
        body.removeAll();
        waiting.ifPresent(timeOut -> {
            VoteId vote = timeOut.vote().id();
            List<String> unmet = timeOut.unmet();
            if (!unmet.isEmpty()) {
                body.add(new Paragraph("It is not met any more: %s.".formatted(String.join(", ", unmet))));
            }
            if (timeOut.stage() == TimeOutStage.WAITS) {
                if (unmet.isEmpty()) {
                    body.add(
                            new Paragraph("You say that everything a time-out asks for was done. Another core member"
                                    + " verifies that."),
                            act("Declare the time-out", () -> timeOuts.declare(vote)));
                }
                return;
            }
            boolean mine = timeOut.declared()
                    .filter(hand ->
                            reader.member().filter(hand.member()::equals).isPresent())
                    .isPresent();
            if (mine) {
                Button back = act("Take the declaration back", () -> timeOuts.withdrawDeclaration(vote));
                back.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
                body.add(new Paragraph("You declared it. Another core member verifies it."), back);
            } else if (unmet.isEmpty()) {
                body.add(
                        new Paragraph("Look at the checklist and open the announcements. When you verify it, the vote"
                                + " ends and the ballots that were cast decide."),
                        act("Verify the time-out", () -> timeOuts.verify(vote)));
            }
        });
    }

    private Button act(String words, Runnable act) {
        Button button = new Button(words, click -> {
            problem.setText("");
            try {
                act.run();
                done.run();
            } catch (IllegalArgumentException | NotAllowed e) {
                problem.setText(e.getMessage());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
