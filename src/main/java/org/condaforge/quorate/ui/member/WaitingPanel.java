package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.vote.VoteWords;
import org.condaforge.quorate.vote.VoteSummary;

/// The open votes in which a member has cast no ballot, as their roll calls say too.
final class WaitingPanel extends Composite<Card> {

    private final List<VoteSummary> votes;
    private final Reader reader;

    WaitingPanel(List<VoteSummary> votes, Reader reader) {
        this.votes = votes;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (votes.isEmpty()) {
            return new Card("Open votes", new Empty("None waits for them.")).acting();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        for (VoteSummary vote : votes) {
            Span title = new Span(Address.link(Address.of(vote.id()), vote.title()));
            title.addClassName("q-item-title");
            ListItem row = new ListItem(new Div(title), VoteWords.due(vote, reader));
            row.addClassNames("q-item", "q-stacked");
            list.add(row);
        }
        return new Card("Open votes that wait for them", list).acting();
    }
}
