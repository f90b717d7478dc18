package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.RollCallReader;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.SecretVote;
import org.condaforge.quorate.vote.VoteDetail;

/// What stands on the page of a sensitive vote instead of tally, roll call and ballot: for members the sealed
/// ballots, and for everybody else that it takes place.
final class SecretPage {

    private final SecretBallots secrets;
    private final RollCallReader rollCalls;
    private final SecretStandingPanel standing;
    private final StandingPanel result;
    private final RoutesPanel routes;
    private final OpenedBallotsPanel opened;
    private final SecretCastPanel cast;

    /// @param done is run after something was changed
    SecretPage(VoteRoom room, Reader reader, Runnable done) {
        secrets = room.secrets();
        rollCalls = room.rollCalls();
        cast = new SecretCastPanel(secrets, room.casting(), reader, done);
        standing = new SecretStandingPanel(reader);
        result = new StandingPanel(reader);
        routes = new RoutesPanel(reader);
        opened = new OpenedBallotsPanel(reader);
    }

    /// The columns of the page.
    ///
    /// @param timeOut how far its time-out is
    /// @param acting what else a member can do, and what they are told of the vote
    Columns columns(VoteDetail vote, Component timeOut, List<Component> acting) {
        if (vote.summary().isHidden()) {
            return new Columns(List.of(standing), List.of(new SecrecyPanel()));
        }
        List<Component> right = new ArrayList<>(List.of(cast));
        right.addAll(acting);
        right.add(new SecrecyPanel());
        return new Columns(List.of(standing, result, routes, timeOut, opened), right);
    }

    /// Shows the vote as it is now.
    void show(VoteDetail vote) {
        Optional<SecretVote> secret = secrets.of(vote.summary().id());
        RollCallNotes notes = rollCalls.of(vote.summary());
        boolean counted = vote.summary().tally().isPresent();
        standing.setVisible(!counted);
        standing.show(vote, secret, notes);
        result.setVisible(counted);
        if (counted) {
            result.show(vote);
        }
        routes.show(vote);
        opened.show(secret);
        cast.show(vote, secret, notes);
    }
}
