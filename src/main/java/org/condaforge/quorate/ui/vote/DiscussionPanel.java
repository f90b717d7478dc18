package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteDetail;

/// The meetings that spoke of what is voted on.
final class DiscussionPanel extends Composite<Card> {

    private final Reader reader;
    private final Div body = new Div();

    DiscussionPanel(Reader reader) {
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        return new Card("Where it was discussed", body);
    }

    void show(VoteDetail vote) {
        body.removeAll();
        if (vote.discussions().isEmpty() && vote.nextMeeting().isEmpty()) {
            body.add(new Empty("No minutes speak of it yet. Meetings that do appear here, with their words."));
            return;
        }
        Timeline timeline = new Timeline();
        vote.nextMeeting()
                .ifPresent(next -> timeline.at(reader.day(next), "The next core meeting, before the vote ends"));
        for (Discussion discussion : vote.discussions()) {
            timeline.at(
                    When.on(discussion.date()),
                    Address.link(Address.of(discussion.date()), "Core meeting"),
                    new Span(" · “%s”".formatted(discussion.excerpt())));
        }
        body.add(timeline);
    }
}
