package org.condaforge.quorate.ui.action;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.ui.component.When;

/// The meetings that carried an action item, drawn along all meetings that had a list: a bar for each unbroken run, a
/// dot where it was ticked.
final class CarriedLine {

    private static final int HEIGHT = 14;

    private final List<LocalDate> lists;
    private final double step;

    /// @param lists the meetings that had a list of action items, oldest first
    CarriedLine(List<LocalDate> lists) {
        this.lists = lists;
        this.step = 1.0 / Math.max(1, lists.size());
    }

    Drawing of(Action action) {
        Drawing line = new Drawing(words(action), HEIGHT).named("q-carried");
        line.bar(0, 1, 6, 2, "q-unfilled");
        TreeSet<LocalDate> had = new TreeSet<>(action.meetings());
        int from = -1;
        for (int i = 0; i <= lists.size(); i++) {
            boolean here = i < lists.size() && had.contains(lists.get(i));
            if (here && from < 0) {
                from = i;
            } else if (!here && from >= 0) {
                line.bar(from * step, i * step, 4, 6, action.done() ? "q-good" : "q-state");
                from = -1;
            }
        }
        action.tickedOn()
                .map(lists::indexOf)
                .filter(at -> at >= 0)
                .ifPresent(at -> line.dot(
                        (at + 0.5) * step,
                        7,
                        5,
                        "q-good",
                        "ticked on " + day(action.tickedOn().orElseThrow())));
        return line;
    }

    /// "Carried through 48 meetings, from 4 Sep 2019 to 2 Nov 2022; ticked on 2 Nov 2022."
    static String words(Action action) {
        if (action.meetings().isEmpty()) {
            return "In no minutes yet.";
        }
        String first = day(action.meetings().getFirst());
        String carried = action.meetings().size() == 1
                ? "In the minutes of one meeting, %s".formatted(first)
                : "Carried through %s, from %s to %s"
                        .formatted(
                                ActionText.meetings(action.meetings().size()),
                                first,
                                day(action.meetings().getLast()));
        return carried
                + action.tickedOn()
                        .map(on -> "; ticked on %s.".formatted(day(on)))
                        .orElse(".");
    }

    private static String day(LocalDate date) {
        return When.on(date).getElement().getText();
    }
}
