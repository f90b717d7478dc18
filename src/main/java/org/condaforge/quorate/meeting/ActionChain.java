package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One action item as the minutes carried it on.
///
/// @param added the number of the item that was added here and began it, if one was
/// @param lines the lines of minutes that are this item, oldest first, at most one a meeting; none for an item that
/// was added here and that no minutes have yet
/// @param listed whether the newest list of action items has it
record ActionChain(Optional<Long> added, List<Line> lines, boolean listed) {

    /// A line of the minutes' action items.
    record Line(LocalDate meeting, int position, boolean done, String owners, String text) {}

    /// An action item that was added here.
    record Added(long id, LocalDate on, String text) {}

    ActionChain {
        lines = List.copyOf(lines);
    }

    /// What the minutes alone say of it.
    ActionState state() {
        if (lines.isEmpty()) {
            return ActionState.OPEN;
        }
        if (lines.getLast().done()) {
            return ActionState.DONE;
        }
        return listed ? ActionState.OPEN : ActionState.GONE;
    }

    /// The meeting whose minutes ticked it, if it stayed ticked.
    Optional<LocalDate> tickedOn() {
        Optional<LocalDate> ticked = Optional.empty();
        for (Line line : lines) {
            ticked = line.done() ? ticked.or(() -> Optional.of(line.meeting())) : Optional.empty();
        }
        return ticked;
    }
}
