package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.rule.Headline;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.ShareBar;
import org.condaforge.quorate.ui.component.TallyBar;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Recount;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// Where a vote stands: one sentence, then the tally with the marks of quorum and threshold.
final class StandingPanel extends Composite<Card> {

    private final Reader reader;
    private final Paragraph sentence = new Paragraph();
    private final Div drawings = new Div();
    private final Paragraph recount = new Paragraph();
    private final Div contradictions = new Div();

    StandingPanel(Reader reader) {
        this.reader = reader;
        sentence.addClassName("q-say");
        sentence.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected Card initContent() {
        return new Card(sentence, contradictions, drawings, recount);
    }

    void show(VoteDetail vote) {
        VoteSummary summary = vote.summary();
        recount(vote);
        contradictions.removeAll();
        vote.contradictions().forEach(said -> {
            Paragraph line = new Paragraph(said);
            line.addClassName("q-contradiction");
            contradictions.add(line);
        });
        sentence.removeAll();
        drawings.removeAll();
        say(vote);
        summary.terms().ifPresent(terms -> {
            Tally tally = VoteWords.tally(summary);
            drawings.add(TallyBar.of(tally.yes(), tally.no(), tally.abstain(), terms.active(), terms.quorum()));
            VoteWords.threshold(terms.rule())
                    .ifPresent(
                            threshold -> drawings.add(ShareBar.of(tally.yes(), tally.no(), VoteWords.need(threshold))));
        });
    }

    private void recount(VoteDetail vote) {
        recount.removeAll();
        recount.setVisible(vote.recount().isPresent());
        recount.setClassName("q-small");
        vote.recount().ifPresent(again -> {
            switch (again) {
                case Recount.Confirmed _, Recount.Impossible _ -> recount.addClassName("q-dim");
                case Recount.Different _ -> recount.addClassName("q-problem");
            }
            recount.setText(again.sentence());
        });
    }

    private void say(VoteDetail vote) {
        VoteSummary summary = vote.summary();
        if (summary.state() == VoteState.EXPIRED) {
            LocalDate ended = LocalDate.ofInstant(summary.closesAt(), ZoneOffset.UTC);
            sentence.add(strong("Ended %s, result unknown.".formatted(ended), "q-warn"));
            sentence.add(" The minutes speak of this vote, and nobody wrote down how it ended.");
            return;
        }
        if (summary.state() == VoteState.WITHDRAWN) {
            sentence.add(strong("Withdrawn", "q-warn"));
            vote.recordNote().ifPresent(note -> sentence.add(": " + note));
            return;
        }
        if (summary.state() == VoteState.OVERDUE
                && summary.timeOutAt()
                        .filter(date -> !date.isAfter(reader.now()))
                        .isPresent()) {
            sentence.add(strong("Waits for its time-out. ", "q-warn"));
            sentence.add("It takes no more ballots; once its time-out is declared and verified, those cast decide.");
            return;
        }
        if (summary.takesBallots()) {
            Headline headline = summary.headline(vote.mayStillVote()).orElseThrow();
            if (summary.state() == VoteState.OVERDUE) {
                sentence.add(strong("Overdue. ", "q-warn"));
            }
            sentence.add(strong(
                    headline.lead(),
                    switch (headline.tone()) {
                        case GOOD -> "q-good";
                        case BAD -> "q-bad";
                        case OPEN -> "q-warn";
                    }));
            sentence.add(headline.rest());
            return;
        }
        String outcome = VoteWords.outcome(summary);
        sentence.add(strong(
                Character.toUpperCase(outcome.charAt(0)) + outcome.substring(1),
                switch (summary.result().orElseThrow()) {
                    case PASSED -> "q-good";
                    case REJECTED -> "q-bad";
                    case INQUORATE, UNKNOWN, UNOPENED -> "q-warn";
                }));
        sentence.add(", ");
        sentence.add(reader.day(summary.decidedAt().orElse(summary.closesAt())));
        sentence.add(".");
        summary.terms()
                .ifPresent(terms -> sentence.add(" %d were active on the roster when it %s; the quorum was %d."
                        .formatted(
                                terms.active(),
                                terms.roster() == RosterDate.CLOSING ? "closed" : "was called",
                                terms.quorum())));
        vote.recordNote().ifPresent(note -> sentence.add(" Known from: " + note));
    }

    private static Component strong(String text, String tone) {
        Span strong = new Span(text);
        strong.addClassName(tone);
        strong.getElement().getStyle().set("font-weight", "700");
        return strong;
    }
}
