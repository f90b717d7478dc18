package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Amendments;
import org.condaforge.quorate.vote.CalledVote;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// What the caller of a vote, or a secretary, may do about it: correct, extend, withdraw, call again.
final class AmendPanel extends Composite<Card> {

    private final CalledPanels services;
    private final Reader reader;
    private final Runnable done;
    private final Div body = new Div();
    private final Paragraph problem = new Paragraph();
    private Optional<Shown> shown = Optional.empty();

    /// What a form was made for; it stays as it is filled in as long as that does.
    private record Shown(CalledVote.Rights rights, VoteState state, boolean again, String title) {}

    AmendPanel(CalledPanels services, Reader reader, Runnable done) {
        this.services = services;
        this.reader = reader;
        this.done = done;
        body.addClassName("q-cast");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        return new Card("Change the call", body, problem);
    }

    void show(VoteSummary vote, CalledVote called) {
        CalledVote.Rights rights = called.rights();
        boolean undecided = vote.state() == VoteState.WITHDRAWN
                || vote.result().filter(Result.INQUORATE::equals).isPresent();
        boolean again = rights.callAgain()
                && !vote.takesBallots()
                && undecided
                && called.replacedBy().isEmpty();
        setVisible(rights.correct() || rights.extend() || rights.withdraw() || again);
        Optional<Shown> now = Optional.of(new Shown(rights, vote.state(), again, vote.title()));
        if (!isVisible() || shown.equals(now)) {
            return;
        }
        shown = now;
        body.removeAll();
        problem.setText("");
        if (rights.correct()) {
            correct(vote, called);
        }
        if (rights.extend()) {
            extend(vote);
        }
        if (rights.withdraw()) {
            withdraw(vote);
        }
        if (again) {
            Anchor link = Address.link(CallAddress.again(vote.id()), "Call it again");
            link.addClassName("q-button");
            body.add(new Paragraph("Nothing was decided. It can be called again, with what it was called with."), link);
        }
    }

    private void correct(VoteSummary vote, CalledVote called) {
        TextField title = field("Question, in one line", vote.title());
        title.setMaxLength(300);
        TextField link = field("Where the text stands", called.source().link());
        TextField discussion = field("Where it is discussed", called.discussion());
        TextField reason = field("Why it is corrected", "");
        reason.setHelperText("May stay empty; old and new stay on record");
        Button save = new Button(
                "Correct it",
                click -> act(() -> services.amendments()
                        .correct(
                                vote.id(),
                                new Amendments.Heading(title.getValue(), link.getValue(), discussion.getValue()),
                                reason.getValue())));
        body.add(new Details("Correct the question or the links", form(title, link, discussion, reason, save)));
    }

    private static TextField field(String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setMaxLength(1000);
        return field;
    }

    private void extend(VoteSummary vote) {
        DeadlineField until = new DeadlineField(reader);
        until.ask(services.amendments().form(vote), vote.closesAt().plus(Duration.ofDays(1)));
        TextArea reason = new TextArea("Why it is open for longer");
        Button save = new Button(
                "Extend the vote",
                click -> act(() -> services.amendments()
                        .extend(
                                vote.id(),
                                until.instant()
                                        .orElseThrow(() -> new IllegalArgumentException("Choose the new deadline.")),
                                reason.getValue())));
        body.add(new Details(
                "Extend it",
                form(
                        new Paragraph("Announce it then: the text for that appears above. The accelerated route goes by"
                                + " the period as it was planned."),
                        until,
                        reason,
                        save)));
    }

    private void withdraw(VoteSummary vote) {
        TextArea reason = new TextArea("Reason");
        Button withdraw = new Button(
                "Withdraw the vote", click -> act(() -> services.calls().withdraw(vote.id(), reason.getValue())));
        withdraw.addThemeNames("error");
        Anchor again = Address.link(CallAddress.again(vote.id()), "Withdraw and call again");
        again.addClassName("q-button");
        Div actions = new Div(again);
        actions.addClassName("q-actions");
        body.add(
                new Details("Withdraw it", form(reason, withdraw)),
                new Details("Change anything else", form(new Paragraph(Amendments.CALL_AGAIN), actions)));
    }

    private static Div form(Component... fields) {
        Div form = new Div(fields);
        form.addClassName("q-form");
        return form;
    }

    private void act(Runnable act) {
        try {
            act.run();
            problem.setText("");
            shown = Optional.empty();
            done.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
