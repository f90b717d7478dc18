package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.checkin.Round;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// The other rounds, and when the next ones open.
final class RoundsPanel extends Composite<Card> {

    private final List<Round> others;
    private final Map<Cadence, Instant> next;
    private final Reader reader;

    RoundsPanel(List<Round> all, Map<Cadence, Instant> next, Optional<Round> shown, Reader reader) {
        this.others = all.stream()
                .filter(round -> shown.filter(round::equals).isEmpty())
                .toList();
        this.next = next;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Other rounds");
        next.forEach((cadence, opens) -> {
            Paragraph line = new Paragraph(new Span("Next " + cadence.name() + " one: "), reader.day(opens));
            line.addClassNames("q-small", "q-dim");
            card.add(line);
        });
        if (others.isEmpty()) {
            card.add(new Empty("None yet. Past rounds appear here."));
            return card;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        for (Round round : others) {
            Span sub = new Span(new Span(round.state().label() + " · "), reader.day(round.endsAt()));
            sub.addClassName("q-item-sub");
            ListItem item = new ListItem(Address.link("check-in/" + round.id().number(), round.title()), sub);
            item.addClassNames("q-item", "q-plain-item");
            list.add(item);
        }
        card.add(list);
        return card;
    }
}
