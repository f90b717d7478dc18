package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.MiniTally;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.vote.VoteWords;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// The votes on a proposal, and for core members and its authors the way to call the next one.
final class VotesPanel extends Composite<Card> {

    private final ProposalNumber number;
    private final List<VoteSummary> votes;
    private final boolean callable;
    private final Reader reader;

    /// @param callable whether the reader may call a vote on it
    VotesPanel(ProposalNumber number, List<VoteSummary> votes, boolean callable, Reader reader) {
        this.callable = callable;
        this.number = number;
        this.votes = votes;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Votes").acting();
        if (votes.isEmpty()) {
            card.add(new Empty("No vote yet. A vote on it appears here, with its tally and how it ended."));
        }
        votes.forEach(vote -> card.add(entry(vote)));
        if (callable && votes.stream().noneMatch(VoteSummary::takesBallots)) {
            Anchor call = Address.link("votes/new?cfep=" + number.value(), "Call a vote");
            call.addClassName("q-button");
            Div actions = reader.isCore() ? new Div(call, past()) : new Div(call);
            actions.addClassName("q-actions");
            card.add(actions);
        }
        return card;
    }

    private Anchor past() {
        return Address.link("votes/record?proposal=" + number.value(), "Record a past vote");
    }

    private Div entry(VoteSummary vote) {
        Paragraph title = new Paragraph(
                Address.link(Address.of(vote.id()), vote.title()), new Span(" "), VoteWords.due(vote, reader));
        Div entry = new Div(title);
        entry.addClassName("q-entry");
        vote.terms().ifPresent(terms -> {
            Tally tally = vote.tally().orElse(Tally.NONE);
            entry.add(MiniTally.of(tally.yes(), tally.no(), tally.abstain(), terms.active(), terms.quorum()));
        });
        Paragraph words = words(vote, reader);
        words.addClassNames("q-small", "q-dim");
        entry.add(words);
        if (vote.state() == VoteState.EXPIRED && reader.isCore()) {
            entry.add(
                    new Paragraph(Address.link("votes/record?vote=" + vote.id().number(), "Record how it ended")));
        }
        return entry;
    }

    /// How it ended, or how far it is, in a sentence.
    static Paragraph words(VoteSummary vote, Reader reader) {
        String roster = vote.terms()
                .map(terms -> ", %d active on the roster".formatted(terms.active()))
                .orElse("");
        if (vote.state() == VoteState.EXPIRED) {
            return new Paragraph(reader.day(vote.closesAt()).after("ended"), new Span(", result unknown"));
        }
        if (vote.takesBallots()) {
            int cast = vote.tally().map(Tally::cast).orElse(0);
            When end = reader.both(vote.endsAt()).after(vote.endsAt().isBefore(reader.now()) ? "ended" : "closes");
            return new Paragraph(new Span("%d took part%s · ".formatted(cast, roster)), end);
        }
        return new Paragraph(
                new Span(VoteWords.outcome(vote) + roster + " · "),
                reader.day(vote.decidedAt().orElse(vote.closesAt())));
    }
}
