package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.RollCallNotes;

/// What a member had said in a vote before what counts now: folded, newest first, each with its time.
final class EarlierBallots extends Composite<Details> {

    EarlierBallots(List<RollCallNotes.Earlier> earlier, Reader reader) {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-earlier");
        earlier.forEach(said -> list.add(item(said, reader)));
        getContent()
                .setSummary(new Span(earlier.size() == 1 ? "changed" : "changed %d times".formatted(earlier.size())));
        getContent().add(list);
    }

    private static ListItem item(RollCallNotes.Earlier said, Reader reader) {
        ListItem item = new ListItem(
                said.choice().map(VoteWords::sign).orElseGet(() -> new Span("recused")),
                new Span(" "),
                reader.at(said.at()));
        said.entered().ifPresent(by -> item.add(new Span(", " + by.inWords())));
        if (!said.comment().isEmpty()) {
            item.add(new Span(": " + said.comment()));
        }
        return item;
    }
}
