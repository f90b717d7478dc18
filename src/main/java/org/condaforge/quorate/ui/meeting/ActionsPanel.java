package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingDetail.ActionItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;

/// What was to be done after a meeting, and by whom; open items first.
final class ActionsPanel extends Composite<Card> {

    /// How many items are shown at once; the others are one click away.
    private static final int SHOWN = 12;

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
        List<ActionItem> sorted =
                actions.stream().sorted(Comparator.comparing(ActionItem::done)).toList();
        Card card = new Card("Action items", list(sorted.subList(0, Math.min(SHOWN, sorted.size()))))
                .note(open == 0 ? "all done" : "%d of %d open".formatted(open, actions.size()));
        if (sorted.size() > SHOWN) {
            List<ActionItem> more = sorted.subList(SHOWN, sorted.size());
            card.add(new Details("%d more".formatted(more.size()), list(more)));
        }
        return card;
    }

    private static Checks list(List<ActionItem> part) {
        Checks checks = new Checks();
        part.forEach(action -> checks.item(Optional.of(action.done()), action.owners(), action.text()));
        return checks;
    }
}
