package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.SecretVote;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// Where a sensitive vote stands: how many have voted, or how it ended where there is no more to tell.
final class SecretStandingPanel extends Composite<Card> {

    private final Reader reader;
    private final Paragraph sentence = new Paragraph();
    private final Div more = new Div();

    SecretStandingPanel(Reader reader) {
        this.reader = reader;
        sentence.addClassName("q-say");
        sentence.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected Card initContent() {
        return new Card(sentence, more);
    }

    /// @param notes who recused themselves
    void show(VoteDetail vote, Optional<SecretVote> secret, RollCallNotes notes) {
        sentence.removeAll();
        more.removeAll();
        VoteSummary summary = vote.summary();
        if (summary.isHidden() || secret.isEmpty()) {
            hidden(summary);
        } else if (summary.takesBallots()) {
            running(summary, secret.get());
            recused(notes);
        } else if (summary.state() == VoteState.WITHDRAWN) {
            say("Withdrawn", "q-warn");
            vote.recordNote().ifPresent(note -> sentence.add(": " + note));
            line("Its ballots were never opened. They were removed, and the key that opens them was destroyed.");
        } else if (summary.result().filter(Result.UNOPENED::equals).isPresent()) {
            unopened(vote);
        } else {
            withheld(summary, secret.get());
        }
    }

    private void hidden(VoteSummary summary) {
        boolean open = summary.takesBallots();
        say(open ? "A sensitive vote takes place." : "A sensitive vote took place.", "");
        line("What it is about, who takes part and how it ends stays with the members of core.");
        if (reader.person().isEmpty()) {
            more.add(new Paragraph(new Span("Are you a member? "), Address.link("login", "Sign in")));
        }
    }

    private void running(VoteSummary summary, SecretVote secret) {
        if (summary.state() == VoteState.OVERDUE) {
            say("Overdue. ", "q-warn");
        }
        int quorum = summary.terms().orElseThrow().quorum();
        int active = summary.terms().orElseThrow().active();
        boolean enough = secret.voters() >= quorum;
        say(
                secret.voters() == 1 ? "1 has voted" : "%d have voted".formatted(secret.voters()),
                enough ? "q-good" : "q-warn");
        sentence.add(
                enough
                        ? "; the quorum of %d is reached. %d are active on the roster.".formatted(quorum, active)
                        : "; %d must take part, of %d active on the roster.".formatted(quorum, active));
        line("The ballots are sealed. Nobody knows what they say, or who has voted, before the vote ends.");
        if (secret.publishFrom() > 1) {
            line("Where fewer than %d vote, only the outcome is published.".formatted(secret.publishFrom()));
        }
    }

    private void recused(RollCallNotes notes) {
        List<String> names =
                notes.recused().stream().map(RollCallNotes.Recusal::name).toList();
        if (!names.isEmpty()) {
            line("Recused: %s.".formatted(String.join(", ", names)));
        }
    }

    private void unopened(VoteDetail vote) {
        say("Ended, and its ballots cannot be opened. ", "q-warn");
        sentence.add(vote.recordNote().orElse(""));
        line(
                "Nobody knows how it went, and nothing was decided. The sealed ballots were removed. Vote again: the form comes"
                        + " filled in.");
        if (reader.isCore()) {
            Anchor again =
                    Address.link("votes/new?replaces=" + vote.summary().id().number(), "Call it again");
            again.addClassName("q-button");
            more.add(again);
        }
    }

    private void withheld(VoteSummary summary, SecretVote secret) {
        String outcome = VoteWords.outcome(summary);
        say(
                Character.toUpperCase(outcome.charAt(0)) + outcome.substring(1),
                switch (summary.result().orElse(Result.UNKNOWN)) {
                    case PASSED -> "q-good";
                    case REJECTED -> "q-bad";
                    case INQUORATE, UNKNOWN, UNOPENED -> "q-warn";
                });
        sentence.add(", ");
        sentence.add(reader.day(summary.decidedAt().orElse(summary.closesAt())));
        sentence.add(".");
        line(
                "Fewer than %d voted, so only the outcome is published. The ballots, their number and who cast them were not kept."
                        .formatted(secret.publishFrom()));
    }

    private void say(String text, String tone) {
        Span strong = new Span(text);
        if (!tone.isEmpty()) {
            strong.addClassName(tone);
        }
        strong.getElement().getStyle().set("font-weight", "700");
        sentence.add(strong);
    }

    private void line(String text) {
        more.add(new Paragraph(text));
    }
}
