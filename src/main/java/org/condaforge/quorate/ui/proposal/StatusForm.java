package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.stream.Stream;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.ui.component.Card;
import org.springframework.dao.ConcurrencyFailureException;

/// Where a core member sets the status of a proposal by hand. What was entered stays when it is refused.
final class StatusForm extends Composite<Card> {

    private final ProposalService proposals;
    private final ProposalNumber number;
    private final Runnable done;
    private final Select<Status> status = new Select<>();
    private final TextArea reason = new TextArea("Reason");
    private final Paragraph problem = new Paragraph();

    StatusForm(ProposalService proposals, ProposalNumber number, Status now, Runnable done) {
        this.proposals = proposals;
        this.number = number;
        this.done = done;
        status.setLabel("New status");
        status.setItems(Stream.of(Status.values())
                .filter(each -> each != now && each != Status.UNKNOWN)
                .toList());
        status.setItemLabelGenerator(Status::label);
        reason.setHelperText("It stays in the history of the proposal.");
        reason.setMaxLength(2000);
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Div form = new Div(status, reason, problem, new Button("Set the status", click -> save()));
        form.addClassName("q-form");
        return new Card("Set the status", form);
    }

    private void save() {
        Status chosen = status.getValue();
        if (chosen == null) {
            problem.setText("Choose the new status.");
            return;
        }
        try {
            proposals.setStatus(number, chosen, reason.getValue());
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        } catch (ConcurrencyFailureException e) {
            problem.setText("Somebody else changed this proposal at the same moment. Try again.");
        }
    }
}
