package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.TimeOuts;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// What a core member can do for a vote besides voting: complete the record of an expired one or correct it, set
/// the time-out date of an overdue one.
final class DutyPanel extends Composite<Card> {

    private final TimeOuts timeOuts;
    private final Reader reader;
    private final Runnable done;
    private final Div body = new Div();
    private final Paragraph problem = new Paragraph();
    private Optional<VoteState> shown = Optional.empty();

    DutyPanel(TimeOuts timeOuts, Reader reader, Runnable done) {
        this.timeOuts = timeOuts;
        this.reader = reader;
        this.done = done;
        body.addClassName("q-cast");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        return new Card("For core members", body, problem);
    }

    /// Shows what can be done in the vote's state; a form that is being filled in stays as long as the state does.
    void show(VoteDetail vote) {
        VoteSummary summary = vote.summary();
        setVisible(reader.isCore()
                && switch (summary.state()) {
                    case OVERDUE -> dateIsOpen(summary);
                    case OPEN -> false;
                    case EXPIRED, CLOSED, WITHDRAWN -> vote.completable();
                });
        if (!isVisible() || shown.filter(summary.state()::equals).isPresent()) {
            return;
        }
        shown = Optional.of(summary.state());
        body.removeAll();
        problem.setText("");
        if (vote.completable()) {
            record(summary);
        }
        if (dateIsOpen(summary)) {
            timeOut(summary);
        }
    }

    /// Whether it is overdue and its time-out date can still be set.
    private boolean dateIsOpen(VoteSummary vote) {
        return vote.state() == VoteState.OVERDUE
                && vote.timeOutAt().filter(date -> !date.isAfter(reader.now())).isEmpty();
    }

    private void record(VoteSummary vote) {
        boolean ended = vote.result().isPresent();
        Anchor form = Address.link(
                "votes/record?vote=" + vote.id().number(), ended ? "Correct the record" : "Record how it ended");
        form.addClassName("q-button");
        body.add(
                new Paragraph(
                        ended
                                ? "How it ended was written down by hand."
                                : "Complete the record with what is known of it, and say where that is known from."),
                form);
    }

    private void timeOut(VoteSummary vote) {
        MomentField date = new MomentField("Time-out on", reader.zone());
        date.setInstant(vote.timeOutAt().orElseGet(() -> TimeOuts.proposedTimeOut(vote)));
        Button confirm = new Button(
                vote.timeOutAt().isPresent() ? "Move the date" : "Confirm the date",
                click -> act(() -> timeOuts.setTimeOut(
                        vote.id(), date.instant().orElseThrow(() -> new IllegalArgumentException("Choose a date.")))));
        body.add(
                new Paragraph("Ballots still count. On the time-out date the vote is assessed again; without a date it"
                        + " lapses 28 days after its end."),
                date,
                confirm);
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
