package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H3;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.meeting.MeetingDetail.AgendaItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;

/// The agenda of a meeting by its sections, with what was done and who presented.
final class AgendaPanel extends Composite<Card> {

    private final List<AgendaItem> items;

    AgendaPanel(List<AgendaItem> items) {
        this.items = items;
    }

    @Override
    protected Card initContent() {
        if (items.isEmpty()) {
            return new Card("Agenda", new Empty("The minutes list no agenda."));
        }
        Card card = new Card("Agenda").note(MeetingWords.counted(items.size(), "item"));
        Map<String, Checks> sections = new LinkedHashMap<>();
        for (AgendaItem item : items) {
            sections.computeIfAbsent(item.section(), name -> new Checks())
                    .item(item.done(), item.presenters(), item.text());
        }
        sections.forEach((name, list) -> {
            H3 title = new H3(MeetingWords.section(name));
            title.addClassName("q-section");
            card.add(title, list);
        });
        return card;
    }
}
