package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingDetail.Mention;
import org.condaforge.quorate.meeting.MeetingDetail.ThreadLink;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;

/// Which proposals and votes a meeting spoke of, with its words; what it linked to and whom it named.
final class MentionsPanel extends Composite<Card> {

    private final MeetingDetail meeting;

    MentionsPanel(MeetingDetail meeting) {
        this.meeting = meeting;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("What it spoke of");
        Map<Integer, Mention> first = new LinkedHashMap<>();
        meeting.mentions().stream()
                .filter(mention -> mention.proposal() > 0)
                .forEach(mention -> first.putIfAbsent(mention.proposal(), mention));
        if (first.isEmpty()) {
            card.add(new Empty("No CFEP is named in the minutes."));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("q-list");
            list.getElement().setAttribute("role", "list");
            first.values().forEach(mention -> list.add(row(mention)));
            card.add(list);
        }
        H3 title = new H3("Open votes noted");
        title.addClassName("q-section");
        Checks votes = new Checks();
        meeting.openVotes().forEach(text -> votes.item(Optional.empty(), List.of(), text));
        card.add(title, meeting.openVotes().isEmpty() ? new Paragraph("None.") : votes);
        if (!meeting.threads().isEmpty()) {
            card.add(threads());
        }
        Div people = people();
        if (people.getComponentCount() > 0) {
            H3 named = new H3("People named");
            named.addClassName("q-section");
            card.add(named, people);
        }
        return card;
    }

    /// The pull requests and issues, each once with the first item that links to it.
    private Details threads() {
        Map<String, ThreadLink> first = new LinkedHashMap<>();
        meeting.threads().forEach(link -> first.putIfAbsent(link.address().toLowerCase(Locale.ROOT), link));
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        first.values().forEach(link -> list.add(row(link)));
        return new Details("Pull requests and issues: %d".formatted(first.size()), list);
    }

    private static ListItem row(ThreadLink link) {
        Anchor anchor = new Anchor(link.address(), "%s#%d".formatted(link.repository(), link.number()));
        anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        Span title = new Span(anchor);
        title.addClassName("q-item-title");
        Span words = new Span(link.item());
        words.addClassName("q-item-sub");
        ListItem row = new ListItem(new Div(title, words));
        row.addClassNames("q-item", "q-stacked");
        return row;
    }

    /// The members whom items name, each once.
    private Div people() {
        Div links = new Div();
        links.addClassNames("q-row", "q-small");
        meeting.people().stream()
                .flatMap(named -> named.member().stream())
                .distinct()
                .forEach(member -> links.add(Address.link(Address.member(member.login()), member.name())));
        return links;
    }

    private static ListItem row(Mention mention) {
        ProposalNumber number = new ProposalNumber(mention.proposal());
        Span title = new Span(Address.link(Address.of(number), number.label()));
        title.addClassName("q-item-title");
        Span words = new Span("“%s”".formatted(mention.excerpt()));
        words.addClassName("q-item-sub");
        ListItem row = new ListItem(new Div(title, words));
        row.addClassNames("q-item", "q-stacked");
        return row;
    }
}
