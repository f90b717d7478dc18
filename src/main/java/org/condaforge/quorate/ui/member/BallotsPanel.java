package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.vote.VoteWords;
import org.condaforge.quorate.vote.Participation.CastBallot;

/// The ballots a member cast in standard votes, newest first.
final class BallotsPanel extends Composite<Card> {

    /// How many ballots are shown.
    static final int MOST = 50;

    private final List<CastBallot> ballots;
    private final Reader reader;

    BallotsPanel(List<CastBallot> ballots, Reader reader) {
        this.ballots = ballots;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (ballots.isEmpty()) {
            return new Card("Ballots", new Empty("No ballot in a standard vote is on record yet."));
        }
        Timeline timeline = new Timeline();
        for (CastBallot ballot : ballots) {
            timeline.at(
                    reader.day(ballot.castAt()),
                    VoteWords.sign(ballot.choice()),
                    new Span(" "),
                    Address.link(Address.of(ballot.vote()), ballot.title()));
        }
        return new Card("Ballots", timeline)
                .note(ballots.size() < MOST ? "in standard votes" : "the last %d in standard votes".formatted(MOST));
    }
}
