package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;

/// Where else a proposal lives: its discussion, its implementation and its file.
final class LinksPanel extends Composite<Card> {

    private final DescriptionList facts = new DescriptionList();

    LinksPanel(ProposalDetail proposal) {
        facts.addClassName("q-facts");
        add("Discussion", proposal.discussion());
        add("Implementation", proposal.implementation());
        add("File", proposal.fileName());
    }

    @Override
    protected Card initContent() {
        return facts.getChildren().findAny().isPresent()
                ? new Card("Links", facts)
                : new Card("Links", new Empty("None. The head of its file names discussion and implementation."));
    }

    private void add(String term, Optional<String> addresses) {
        addresses.ifPresent(all -> {
            Div links = new Div();
            for (String address : all.split("\\s+")) {
                links.add(new Div(address(address)));
            }
            facts.add(new DescriptionList.Term(term), new DescriptionList.Description(links));
        });
    }

    /// A link only where it leads to the web; everything else somebody wrote there stays text.
    private static Component address(String written) {
        if (!written.matches("(?i)https?://\\S+")) {
            return new Span(written);
        }
        Anchor anchor = new Anchor(written, written.replaceFirst("(?i)^https?://(www\\.)?", ""));
        anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        return anchor;
    }
}
