package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import org.condaforge.quorate.meeting.MeetingDetail.Attendee;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;

/// Who came to a meeting: members first, then guests.
final class AttendeesPanel extends Composite<Card> {

    private final List<Attendee> attendees;

    AttendeesPanel(List<Attendee> attendees) {
        this.attendees = attendees;
    }

    @Override
    protected Card initContent() {
        if (attendees.isEmpty()) {
            return new Card("Who came", new Empty("The minutes list nobody."));
        }
        int members = (int) attendees.stream()
                .filter(attendee -> attendee.member().isPresent())
                .count();
        UnorderedList list = new UnorderedList();
        list.addClassName("q-names");
        list.getElement().setAttribute("role", "list");
        attendees.stream()
                .sorted(Comparator.comparing(
                        (Attendee attendee) -> attendee.member().isEmpty()))
                .forEach(attendee -> list.add(new ListItem(name(attendee))));
        return new Card("Who came", list).note(MeetingWords.attendance(members, attendees.size() - members));
    }

    private static Component name(Attendee attendee) {
        return attendee.member()
                .<Component>map(member -> Address.link(Address.member(member.login()), member.name()))
                .orElseGet(() -> {
                    Span guest = new Span(" (guest)");
                    guest.addClassName("q-dim");
                    return new Span(new Span(attendee.name()), guest);
                });
    }
}
