package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.PastVote;
import org.condaforge.quorate.vote.RecordRefused;
import org.condaforge.quorate.vote.RecordsByHand;
import org.condaforge.quorate.vote.VoteId;

/// The form for a vote of the past with its button. What is odd is said before it is stored; what was entered stays
/// when it is refused.
final class RecordPanel extends Composite<Card> {

    private final RecordsByHand byHand;
    private final PastVoteForm form;
    private final Optional<VoteId> completing;
    private final UnorderedList problems = new UnorderedList();
    private final Div remarks = new Div();
    private final Button save = new Button("Record it", click -> save());
    private Optional<PastVote> remarked = Optional.empty();

    /// @param completing the vote that it completes, if it is known already
    RecordPanel(RecordsByHand byHand, PastVoteForm form, Optional<VoteId> completing) {
        this.byHand = byHand;
        this.form = form;
        this.completing = completing;
        problems.addClassName("q-problem");
        problems.getElement().setAttribute("role", "alert");
        remarks.getElement().setAttribute("role", "status");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }

    @Override
    protected Card initContent() {
        Div whole = new Div(form, problems, remarks, save);
        whole.addClassName("q-form");
        return new Card(whole);
    }

    private void save() {
        problems.removeAll();
        remarks.removeAll();
        save.setText("Record it");
        try {
            PastVote past = form.read();
            List<PastVote.Remark> odd = byHand.remarks(past, completing);
            if (!odd.isEmpty() && !remarked.equals(Optional.of(past))) {
                remarked = Optional.of(past);
                warn(odd);
                return;
            }
            VoteId id = completing.isPresent() ? byHand.complete(completing.get(), past) : byHand.record(past);
            UI.getCurrent().navigate(Address.of(id));
        } catch (RecordRefused e) {
            e.reasons().forEach(reason -> problems.add(new ListItem(reason)));
        } catch (IllegalArgumentException | NotAllowed e) {
            problems.add(new ListItem(String.valueOf(e.getMessage())));
        }
    }

    private void warn(List<PastVote.Remark> odd) {
        for (PastVote.Remark remark : odd) {
            Paragraph line = new Paragraph(new Span(remark.sentence()));
            remark.vote().ifPresent(vote -> line.add(new Span(" "), Address.link(Address.of(vote), "Look at it")));
            line.addClassName("q-contradiction");
            remarks.add(line);
        }
        remarks.add(new Paragraph("If that is as it was, record it all the same."));
        save.setText("Record it all the same");
    }
}
