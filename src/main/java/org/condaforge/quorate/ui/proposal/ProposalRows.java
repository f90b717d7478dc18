package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Proposals in rows: what each is about, who wrote it, when it was last spoken of, and its status.
final class ProposalRows extends UnorderedList {

    ProposalRows(List<ProposalSummary> proposals, Reader reader) {
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        for (ProposalSummary proposal : proposals) {
            Span title = new Span(Address.link(Address.of(proposal.number()), ProposalWords.title(proposal)));
            title.addClassName("q-item-title");
            Div chips = marks(proposal);
            chips.addComponentAsFirst(ProposalWords.chip(proposal.status()));
            ListItem row = new ListItem(new Div(title, sub(proposal, reader)), chips);
            row.addClassNames("q-item", "q-proposal");
            add(row);
        }
    }

    /// What does not fit together, a mark each.
    static Div marks(ProposalSummary proposal) {
        Div marks = new Div();
        marks.addClassName("q-row");
        ProposalWords.drift(proposal).forEach(marks::add);
        return marks;
    }

    /// "Sorrel, Birch · last discussed 21 Oct · created 2 Mar, 8 months ago".
    static Span sub(ProposalSummary proposal, Reader reader) {
        Span sub = new Span();
        sub.addClassName("q-item-sub");
        if (!proposal.authors().isEmpty()) {
            sub.add(new Span(String.join(", ", proposal.authors())), new Span(" · "));
        }
        sub.add(proposal.lastDiscussed()
                .map(date -> reader.on(date).after("last discussed"))
                .map(Span::new)
                .orElseGet(() -> new Span("never discussed in minutes")));
        proposal.created()
                .ifPresent(created -> sub.add(
                        new Span(" · "),
                        When.on(created).after("created"),
                        new Span(", " + When.relative(created, reader.today()))));
        return sub;
    }
}
