package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.seal.VoterCode;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Choices;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.CastRefused;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.SecretVote;
import org.condaforge.quorate.vote.VoteDetail;

/// My secret ballot: cast sealed, without a comment. Its code is shown once, on this page and nowhere else,
/// until its reader puts it away.
@JsModule("context://assets/ui/js/copy-text.js")
final class SecretCastPanel extends Composite<Card> {

    private static final String FIELD = "voter-code";
    private static final String SAYS = "voter-code-copied";

    private final SecretBallots secrets;
    private final Casting casting;
    private final Reader reader;
    private final Runnable done;
    private final Div kept = new Div();
    private final Div reason = new Div();
    private final Div form = new Div();
    private final Paragraph said = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Button cast = new Button("Choose +1, 0 or −1");
    private final RecusalForm recusal;
    private Choices<Choice> choices = choices();
    private Optional<VoteDetail> shown = Optional.empty();

    /// @param done is run after the reader has voted
    SecretCastPanel(SecretBallots secrets, Casting casting, Reader reader, Runnable done) {
        this.secrets = secrets;
        this.casting = casting;
        this.reader = reader;
        this.done = done;
        cast.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        cast.setEnabled(false);
        cast.addClickListener(click -> choices.chosen().ifPresent(this::cast));
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
        kept.getElement().setAttribute("role", "status");
        form.addClassName("q-cast");
        Paragraph alike = new Paragraph("If everybody votes alike, the result tells how each of you voted. There is no"
                + " comment, because a text can show who wrote it.");
        alike.addClassNames("q-small", "q-dim");
        recusal = new RecusalForm(why -> {
            casting.recuse(shown.orElseThrow().summary().id(), why);
            kept.removeAll();
            done.run();
        });
        form.add(said, choices, alike, problem, cast, recusal);
    }

    @Override
    protected Card initContent() {
        return new Card("Your secret ballot", kept, reason, form).acting();
    }

    private Choices<Choice> choices() {
        return new Choices<>(
                        "Your secret ballot",
                        List.of(
                                Choices.Choice.yes(Choice.YES, ""),
                                Choices.Choice.abstain(Choice.ABSTAIN, "counts to the quorum only"),
                                Choices.Choice.no(Choice.NO, "")))
                .onChoice(choice -> {
                    cast.setEnabled(true);
                    cast.setText("Seal and cast " + choice.label());
                });
    }

    /// @param notes who recused themselves
    void show(VoteDetail vote, Optional<SecretVote> secret, RollCallNotes notes) {
        shown = Optional.of(vote);
        Optional<String> refusal = casting.refusal(vote.summary());
        setVisible(vote.summary().takesBallots() || kept.getComponentCount() > 0);
        reason.removeAll();
        reason.setVisible(refusal.isPresent());
        form.setVisible(refusal.isEmpty());
        refusal.ifPresent(why -> reason.add(new Span(why + " ")));
        if (refusal.isPresent() && reader.person().isEmpty()) {
            reason.add(Address.link("login", "Sign in"));
        }
        boolean voted = secret.filter(SecretVote::voted).isPresent();
        boolean recused = reader.member().flatMap(notes::recusalOf).isPresent();
        recusal.show(true, voted, recused);
        said.setText(
                recused
                        ? "You recused yourself. If you vote after all, that is over."
                        : voted
                                ? "You voted. Your code was shown once; vote again to get a new one, until the vote ends."
                                : "You can change your ballot until the vote ends.");
    }

    private void cast(Choice choice) {
        VoteDetail vote = shown.orElseThrow();
        try {
            VoterCode code = secrets.cast(vote.summary().id(), choice);
            problem.setText("");
            forget();
            show(code);
            done.run();
        } catch (CastRefused e) {
            problem.setText(e.getMessage());
        }
    }

    /// The page keeps what was chosen no longer than it is needed.
    private void forget() {
        Choices<Choice> fresh = choices();
        form.replace(choices, fresh);
        choices = fresh;
        cast.setEnabled(false);
        cast.setText("Choose +1, 0 or −1");
    }

    private void show(VoterCode code) {
        kept.removeAll();
        TextField field = new TextField("Your code");
        field.setId(FIELD);
        field.setValue(code.text());
        field.setReadOnly(true);
        field.addClassName("q-code");
        Button copy = new Button("Copy the code");
        copy.getElement().setAttribute("data-copies", FIELD).setAttribute("data-says", SAYS);
        Span says = new Span();
        says.setId(SAYS);
        Button away = new Button("I have kept it", click -> {
            kept.removeAll();
            done.run();
        });
        away.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div actions = new Div(copy, away, says);
        actions.addClassName("q-actions");
        Div box = new Div(
                new Paragraph("Your ballot is sealed and cast. This code is shown this once and stored nowhere: keep it"
                        + " where only you can read it. When the vote has ended, the ballots are published under their"
                        + " codes, and you find yours by it. Whoever knows it can see how you voted."),
                field,
                actions);
        box.addClassNames("q-cast", "q-secret-code");
        kept.add(box);
    }
}
