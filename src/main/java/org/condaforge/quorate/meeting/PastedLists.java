package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/// Lists of action items that stand below an earlier agenda pasted into the minutes. They tell what was to be done then
/// and are no later sighting; only where the file has no other list is the one below the pasted agenda its own.
final class PastedLists {

    private PastedLists() {}

    /// The lines, counted from 1, of the items of such lists.
    static Set<Integer> linesIn(String minutes, LocalDate date) {
        Set<Integer> pasted = new HashSet<>();
        boolean ownList = false;
        boolean carried = false;
        for (Outline.Section section : Outline.of(minutes).sections()) {
            if (Agenda.isAgenda(section)) {
                carried = MinutesParser.dateIn(section.heading())
                        .filter(other -> !other.equals(date))
                        .isPresent();
            }
            if (section.isWithin(Agenda::isActionItems)) {
                for (ItemLine item : section.items()) {
                    if (carried) {
                        pasted.add(item.line());
                    } else {
                        ownList |= item.done().isPresent();
                    }
                }
            }
        }
        return ownList ? pasted : Set.of();
    }
}
