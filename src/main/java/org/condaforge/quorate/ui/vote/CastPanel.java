package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Effect;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Choices;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.CastRefused;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteSummary;

/// My vote: each choice says what it would change before it is made, and a ballot can be changed until the close.
final class CastPanel extends Composite<Card> {

    private final Casting casting;
    private final Reader reader;
    private final Choices<Choice> choices = new Choices<>(
            "Your vote",
            List.of(
                    Choices.Choice.yes(Choice.YES, ""),
                    Choices.Choice.abstain(Choice.ABSTAIN, ""),
                    Choices.Choice.no(Choice.NO, "")));
    private final TextArea comment = new TextArea("Comment, shown in the roll call");
    private final Button cast = new Button("Choose +1, 0 or −1");
    private final Span note = new Span();
    private final Paragraph problem = new Paragraph();
    private final Div reason = new Div();
    private final Div form = new Div();
    private Optional<VoteDetail.Ballot> mine = Optional.empty();
    private boolean touched;

    CastPanel(Casting casting, Reader reader) {
        this.casting = casting;
        this.reader = reader;
        comment.setMaxLength(10_000);
        comment.setMinRows(2);
        comment.addValueChangeListener(change -> touched |= change.isFromClient());
        choices.onChoice(choice -> {
            touched = true;
            label();
        });
        cast.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        cast.setEnabled(false);
        problem.getElement().setAttribute("role", "alert");
        problem.addClassName("q-problem");
        Div foot = new Div(cast, note);
        foot.addClassName("q-cast-foot");
        form.addClassName("q-cast");
        form.add(choices, comment, problem, foot);
    }

    @Override
    protected Card initContent() {
        return new Card("Your vote", reason, form).acting();
    }

    /// Shows the vote as it is now; what the reader is about to choose or write stays.
    void show(VoteDetail vote) {
        VoteSummary summary = vote.summary();
        Optional<String> refusal = casting.refusal(summary);
        mine = reader.member().flatMap(vote::ballotOf);
        reason.removeAll();
        form.setVisible(refusal.isEmpty());
        reason.setVisible(refusal.isPresent());
        refusal.ifPresent(why -> refused(why, summary));
        setVisible(summary.takesBallots() || mine.isPresent() || touched);
        if (refusal.isPresent()) {
            return;
        }
        summary.terms().ifPresent(terms -> {
            for (Choice choice : Choice.values()) {
                choices.effect(
                        choice,
                        Effect.of(
                                terms.rule(),
                                terms.electorate(),
                                VoteWords.tally(summary),
                                vote.evidenceAtEnd(),
                                mine.map(VoteDetail.Ballot::choice),
                                choice));
            }
        });
        comment.setHelperText(vote.noNeedsComment() ? "A −1 needs a comment: what would have to change?" : "Optional");
        if (!touched) {
            mine.ifPresent(ballot -> {
                choices.choose(ballot.choice());
                comment.setValue(ballot.comment());
            });
        }
        label();
    }

    void onCast(java.util.function.BiConsumer<Choice, String> act) {
        cast.addClickListener(click -> choices.chosen().ifPresent(choice -> {
            try {
                act.accept(choice, comment.getValue());
                touched = false;
                problem.setText("");
                Notification.show("Your %s is cast.".formatted(choice.label()));
            } catch (CastRefused e) {
                problem.setText(e.getMessage());
            }
        }));
    }

    private void refused(String why, VoteSummary summary) {
        mine.ifPresent(ballot -> {
            Span said = new Span(VoteWords.sign(ballot.choice()), new Span(" is what you said. "));
            reason.add(said);
        });
        reason.add(new Span(why + " "));
        if (reader.person().isEmpty() && summary.takesBallots()) {
            reason.add(Address.link("login", "Sign in"));
        }
    }

    private void label() {
        Optional<Choice> chosen = choices.chosen();
        cast.setEnabled(chosen.isPresent());
        cast.setText(chosen.map(choice -> (mine.isPresent() ? "Change to " : "Cast ") + choice.label())
                .orElse("Choose +1, 0 or −1"));
        note.setText(mine.map(ballot -> "You said %s. You can change it until the close."
                        .formatted(ballot.choice().label()))
                .orElse("You can change it until the close."));
    }
}
