package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;

/// A tally small enough for a list: the bar and the quorum mark, the figures in its text alternative and tooltip.
public final class MiniTally extends Div {

    private MiniTally(Tally tally) {
        addClassName("q-mini");
        setTitle(tally.inWords());
        var drawing = new Drawing(tally.inWords(), 18).bar(0, 1, 4, 10, "q-unfilled");
        tally.segments().stream().filter(segment -> segment.count() > 0).forEach(segment -> {
            drawing.bar(segment.from(), segment.to(), 4, 10, segment.className());
            if (segment.to() < 1) {
                drawing.mark(segment.to(), 4, 14, "q-gap");
            }
        });
        if (tally.hasQuorum()) {
            var at = tally.at(tally.quorum());
            drawing.mark(at, 0, 18, "q-halo").mark(at, 0, 18, "q-mark");
        }
        add(drawing);
    }

    public static MiniTally of(int yes, int no, int abstain, int active, int quorum) {
        return new MiniTally(new Tally(yes, no, abstain, active, quorum));
    }
}
