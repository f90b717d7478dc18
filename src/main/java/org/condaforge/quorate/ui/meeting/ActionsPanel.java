package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingDetail.ActionItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;

/// What was to be done after a meeting, and by whom; open items first.
final class ActionsPanel extends Composite<Card> {

    private final List<ActionItem> actions;

    ActionsPanel(List<ActionItem> actions) {
        this.actions = actions;
    }

    @Override
    protected Card initContent() {
        if (actions.isEmpty()) {
            return new Card("Action items", new Empty("The minutes give nobody anything to do."));
        }
        long open = actions.stream().filter(action -> !action.done()).count();
        Checks checks = new Checks();
        actions.stream()
                .sorted(Comparator.comparing(ActionItem::done))
                .forEach(action -> checks.item(Optional.of(action.done()), action.owners(), action.text()));
        return new Card("Action items", checks)
                .note(open == 0 ? "all done" : "%d of %d open".formatted(open, actions.size()));
    }
}
