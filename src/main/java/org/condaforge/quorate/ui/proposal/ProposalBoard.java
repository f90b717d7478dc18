package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Proposals by status, a column each; a status that no proposal has takes no room.
final class ProposalBoard extends Div {

    ProposalBoard(List<ProposalSummary> proposals, Reader reader) {
        addClassName("q-board");
        Map<Status, List<ProposalSummary>> columns =
                proposals.stream().collect(Collectors.groupingBy(ProposalSummary::status));
        for (Status status : Status.values()) {
            List<ProposalSummary> column = columns.getOrDefault(status, List.of());
            if (!column.isEmpty()) {
                add(new Card("%s · %d".formatted(status.label(), column.size()), rows(column, reader)));
            }
        }
    }

    private static UnorderedList rows(List<ProposalSummary> column, Reader reader) {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        for (ProposalSummary proposal : column) {
            Span title = new Span(Address.link(Address.of(proposal.number()), ProposalWords.title(proposal)));
            title.addClassName("q-item-title");
            ListItem row = new ListItem(title, ProposalRows.sub(proposal, reader));
            if (!proposal.drift().isEmpty()) {
                row.add(ProposalRows.marks(proposal));
            }
            row.addClassNames("q-item", "q-stacked");
            list.add(row);
        }
        return list;
    }
}
