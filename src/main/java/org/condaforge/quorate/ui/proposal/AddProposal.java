package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.ui.component.Card;

/// Where a core member adds a proposal that neither files nor minutes tell of. What was entered stays when it is
/// refused.
final class AddProposal extends Composite<Card> {

    private final ProposalService proposals;
    private final Anchor away;
    private final Consumer<ProposalNumber> added;
    private final IntegerField number = new IntegerField("Number");
    private final TextField title = new TextField("Title");
    private final TextField pullRequest = new TextField("Address of its pull request");
    private final Paragraph problem = new Paragraph();

    /// @param given the number to begin with
    /// @param away leads back to the list without the form
    AddProposal(ProposalService proposals, Optional<Integer> given, Anchor away, Consumer<ProposalNumber> added) {
        this.proposals = proposals;
        this.away = away;
        this.added = added;
        number.setMin(1);
        number.setMax(ProposalService.GREATEST_NUMBER);
        number.setStepButtonsVisible(false);
        given.ifPresent(number::setValue);
        title.setMaxLength(ProposalService.LONGEST);
        pullRequest.setMaxLength(ProposalService.LONGEST);
        pullRequest.setHelperText("Once its file is imported, the file says title and status.");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Div form = new Div(number, title, pullRequest, problem, new Button("Add it", click -> save()));
        form.addClassName("q-form");
        return new Card("Add a CFEP that has no file", form).note(away);
    }

    private void save() {
        Integer chosen = number.getValue();
        if (chosen == null || chosen < 1) {
            problem.setText("Give its number, 1 or more.");
            return;
        }
        ProposalNumber wanted = new ProposalNumber(chosen);
        try {
            proposals.add(wanted, title.getValue(), pullRequest.getValue());
            added.accept(wanted);
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
