package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.condaforge.quorate.member.AccessChecklist.Overdue;
import org.condaforge.quorate.ui.component.Chip;

/// What of the access list is overdue, for the desk of a secretary.
final class OverdueAccess {

    private OverdueAccess() {}

    static Optional<ListItem> row(Overdue overdue) {
        if (overdue.items() == 0) {
            return Optional.empty();
        }
        String items = overdue.items() == 1 ? "1 item is" : overdue.items() + " items are";
        String members = overdue.members() == 1 ? "one member" : overdue.members() + " members";
        return Optional.of(HandsNeeded.row(
                "members/access",
                "Access of %s whose standing changed".formatted(members),
                new Span(items + " on the list for too long, to be revoked or given"),
                Chip.warn("overdue"),
                "Work through it"));
    }
}
