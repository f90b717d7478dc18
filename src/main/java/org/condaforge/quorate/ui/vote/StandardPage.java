package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;

/// What stands on the page of a standard vote and not on that of a sensitive one: tally, roll call, what was said of it
/// in meetings, and my ballot by name.
final class StandardPage {

    private final VoteRoom room;
    private final StandingPanel standing;
    private final RoutesPanel routes;
    private final RollCall rollCall;
    private final DiscussionPanel discussion;
    private final CastPanel cast;
    private final OnBehalfPanel onBehalf;

    /// @param done is run after something was changed
    StandardPage(VoteId id, VoteRoom room, Reader reader, Runnable done) {
        this.room = room;
        standing = new StandingPanel(reader);
        routes = new RoutesPanel(reader);
        rollCall = new RollCall(reader);
        discussion = new DiscussionPanel(room.presentations(), reader, done);
        cast = new CastPanel(room.casting(), reader, reason -> {
            room.casting().recuse(id, reason);
            done.run();
        });
        cast.onCast((choice, comment) -> {
            room.casting().cast(id, choice, comment);
            done.run();
        });
        onBehalf = new OnBehalfPanel(room.casting(), done);
    }

    /// The way to my vote for those who come by keyboard.
    Anchor way() {
        return cast.way();
    }

    /// The columns of the page.
    ///
    /// @param timeOut how far its time-out is
    /// @param acting what else can be done, and what else is told of the vote
    Columns columns(Component timeOut, List<Component> acting) {
        List<Component> right = new ArrayList<>(List.of(cast));
        right.addAll(acting);
        right.add(1 + acting.size() / 2, onBehalf);
        return new Columns(List.of(standing, routes, timeOut, rollCall, discussion), right);
    }

    /// Shows the vote as it is now.
    void show(VoteDetail vote) {
        RollCallNotes said = room.rollCalls().of(vote.summary());
        standing.show(vote);
        routes.show(vote);
        rollCall.show(vote, said);
        discussion.show(vote);
        cast.show(vote, said);
        onBehalf.show(vote);
    }
}
