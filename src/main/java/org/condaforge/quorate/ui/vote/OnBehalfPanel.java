package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.vote.CastRefused;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.Given;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;

/// Where a secretary enters a ballot that a member gave by mail or voice, folded. What is being filled in
/// stays while the vote moves on.
final class OnBehalfPanel extends Composite<Card> {

    private final Casting casting;
    private final Runnable done;
    private final ComboBox<Roster.Entry> member = new ComboBox<>("Member");
    private final Select<Choice> choice = new Select<>();
    private final Select<Given> given = new Select<>();
    private final TextArea comment = new TextArea("Comment, in their words");
    private final Paragraph problem = new Paragraph();
    private List<Roster.Entry> offered = List.of();
    private Optional<VoteId> vote = Optional.empty();

    OnBehalfPanel(Casting casting, Runnable done) {
        this.casting = casting;
        this.done = done;
        member.setItemLabelGenerator(Roster.Entry::name);
        choice.setLabel("Ballot");
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(Choice::label);
        given.setLabel("Given");
        given.setItems(Given.values());
        given.setItemLabelGenerator(Given::label);
        given.setValue(Given.MAIL);
        comment.setMaxLength(10_000);
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Paragraph what = new Paragraph(
                "The roll call says that you entered it, and the member is asked to confirm it. Who has voted or"
                        + " recused themselves is not in the list: only they can change that.");
        what.addClassNames("q-small", "q-dim");
        Div two = new Div(choice, given);
        two.addClassName("q-two");
        Div form = new Div(what, member, two, comment, problem, new Button("Enter the ballot", click -> enter()));
        form.addClassName("q-cast");
        return new Card("For secretaries", new Details("Enter a ballot given by mail or voice", form));
    }

    void show(VoteDetail detail) {
        vote = Optional.of(detail.summary().id());
        List<Roster.Entry> enterable = casting.enterableFor(detail.summary());
        setVisible(!enterable.isEmpty());
        if (!enterable.equals(offered)) {
            Optional<Roster.Entry> chosen = member.getOptionalValue();
            offered = enterable;
            member.setItems(enterable);
            chosen.filter(enterable::contains).ifPresent(member::setValue);
        }
    }

    private void enter() {
        Roster.Entry whose = member.getValue();
        Choice what = choice.getValue();
        if (whose == null || what == null) {
            problem.setText("Choose the member and their ballot.");
            return;
        }
        try {
            casting.castOnBehalf(vote.orElseThrow(), whose.id(), what, comment.getValue(), given.getValue());
        } catch (CastRefused | NotAllowed e) {
            problem.setText(e.getMessage());
            return;
        }
        problem.setText("");
        member.clear();
        choice.clear();
        comment.clear();
        Notification.show("%s of %s is entered.".formatted(what.label(), whose.name()));
        done.run();
    }
}
