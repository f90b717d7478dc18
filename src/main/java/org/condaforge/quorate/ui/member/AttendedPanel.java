package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;

/// The meetings a member came to, newest first.
final class AttendedPanel extends Composite<Card> {

    /// How many meetings are shown at once; the others are one click away.
    private static final int SHOWN = 8;

    private final List<LocalDate> meetings;

    AttendedPanel(List<LocalDate> meetings) {
        this.meetings = meetings;
    }

    @Override
    protected Card initContent() {
        if (meetings.isEmpty()) {
            return new Card("Meetings", new Empty("No minutes list them yet."));
        }
        Card card = new Card("Meetings", list(meetings.subList(0, Math.min(SHOWN, meetings.size()))))
                .note(meetings.size() == 1 ? "came to one" : "came to %d".formatted(meetings.size()));
        if (meetings.size() > SHOWN) {
            List<LocalDate> more = meetings.subList(SHOWN, meetings.size());
            card.add(new Details("%d more, back to %s".formatted(more.size(), day(more.getLast())), list(more)));
        }
        return card;
    }

    private static String day(LocalDate date) {
        return When.on(date).getElement().getText();
    }

    private static UnorderedList list(List<LocalDate> dates) {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-names");
        list.getElement().setAttribute("role", "list");
        dates.forEach(date -> list.add(new ListItem(Address.link(Address.of(date), day(date)))));
        return list;
    }
}
