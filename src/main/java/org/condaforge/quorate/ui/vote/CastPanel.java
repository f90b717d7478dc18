package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Effect;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Choices;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.CastRefused;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteSummary;

/// My vote: each choice says what it would change before it is made, and a ballot can be changed until the
/// close.
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
    private final RecusalForm recusal;
    private final Anchor way = CastKeys.wayThere();
    private Optional<VoteDetail.Ballot> mine = Optional.empty();
    private Optional<RollCallNotes.Entered> entry = Optional.empty();
    private boolean recused;
    private boolean touched;

    /// @param recuse takes the reason and shows the vote anew
    CastPanel(Casting casting, Reader reader, Consumer<String> recuse) {
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
        Paragraph keys = new Paragraph("Keys: 1, 0 and - choose, Ctrl+Enter casts.");
        keys.addClassNames("q-small", "q-dim", "q-keys");
        recusal = new RecusalForm(reason -> {
            recuse.accept(reason);
            touched = false;
        });
        form.add(choices, comment, problem, foot, keys, recusal);
        CastKeys.on(form, cast, choice -> {
            choices.choose(choice);
            touched = true;
            label();
        });
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Your vote", reason, form).acting();
        card.setId(CastKeys.PLACE);
        return card;
    }

    /// Shows the vote as it is now; what the reader is about to choose or write stays.
    void show(VoteDetail vote, RollCallNotes notes) {
        VoteSummary summary = vote.summary();
        Optional<String> refusal = casting.refusal(summary);
        mine = reader.member().flatMap(vote::ballotOf);
        entry = reader.member().flatMap(notes::entryOf);
        recused = reader.member().flatMap(notes::recusalOf).isPresent();
        reason.removeAll();
        form.setVisible(refusal.isEmpty());
        way.setVisible(refusal.isEmpty());
        reason.setVisible(refusal.isPresent());
        refusal.ifPresent(why -> refused(why, summary));
        setVisible(summary.takesBallots() || mine.isPresent() || recused || touched);
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
        recusal.show(!summary.isPublic(), mine.isPresent(), recused);
        label();
    }

    /// The way to the panel, for the top of the page.
    Anchor way() {
        return way;
    }

    void onCast(BiConsumer<Choice, String> act) {
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
        if (recused) {
            reason.add(new Span("You recused yourself. "));
        }
        reason.add(new Span(why + " "));
        if (reader.person().isEmpty() && summary.takesBallots()) {
            reason.add(Address.link("login", "Sign in"));
        }
    }

    private void label() {
        Optional<Choice> chosen = choices.chosen();
        cast.setEnabled(chosen.isPresent());
        cast.setText(chosen.map(choice -> act(choice) + choice.label()).orElse("Choose +1, 0 or −1"));
        note.setText(mine.map(this::said)
                .orElse(
                        recused
                                ? "You recused yourself. Casting replaces that."
                                : "You can change it until the close."));
    }

    private String act(Choice choice) {
        return mine.map(ballot -> ballot.choice() == choice ? "Confirm " : "Change to ")
                .orElse("Cast ");
    }

    private String said(VoteDetail.Ballot ballot) {
        return entry.map(by -> "Your %s was %s. Confirm or change it."
                        .formatted(ballot.choice().label(), by.inWords()))
                .orElseGet(() -> "You said %s. You can change it until the close."
                        .formatted(ballot.choice().label()));
    }
}
