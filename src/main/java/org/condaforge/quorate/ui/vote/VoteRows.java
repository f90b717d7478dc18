package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.rule.Headline;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.ui.component.MiniTally;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// Votes in rows: what each is about and where it stands, its tally drawn, and when it ends or how it ended.
public final class VoteRows extends UnorderedList {

    /// Rows for these votes.
    ///
    /// @param mayVote how many people may vote today: what a tally could still become depends on it
    public VoteRows(List<VoteSummary> votes, Reader reader, int mayVote) {
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        votes.forEach(vote -> add(row(vote, reader, mayVote)));
    }

    private static ListItem row(VoteSummary vote, Reader reader, int mayVote) {
        Span title = new Span(Address.link(Address.of(vote.id()), vote.title()));
        title.addClassName("q-item-title");
        Span sub = new Span();
        sub.addClassName("q-item-sub");
        sub.add(standing(vote, mayVote));
        if (!vote.takesBallots()) {
            sub.add(new Span(" · "), reader.day(vote.decidedAt().orElse(vote.closesAt())));
        }
        Component drawn = vote.terms()
                .filter(terms -> vote.isPublic() || vote.tally().isPresent())
                .<Component>map(terms -> {
                    Tally tally = VoteWords.tally(vote);
                    return MiniTally.of(tally.yes(), tally.no(), tally.abstain(), terms.active(), terms.quorum());
                })
                .orElseGet(Div::new);
        ListItem row = new ListItem(new Div(title, sub), drawn, VoteWords.due(vote, reader));
        row.addClassName("q-item");
        return row;
    }

    private static Span standing(VoteSummary vote, int mayVote) {
        String item = vote.terms().map(terms -> terms.itemTitle() + " · ").orElse("");
        if (vote.isHidden()) {
            return new Span("what it is about is not public");
        }
        if (!vote.isPublic() && vote.takesBallots()) {
            return new Span(item + "secret ballots, sealed until it ends");
        }
        if (vote.takesBallots()) {
            int left = Math.max(0, mayVote - VoteWords.tally(vote).cast());
            String lead = vote.headline(left).map(Headline::lead).orElse("");
            return new Span(item + lower(lead));
        }
        if (vote.state() == VoteState.EXPIRED) {
            return new Span("ended without a recorded result");
        }
        return new Span(item + VoteWords.outcome(vote));
    }

    private static String lower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
