package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// How many said yes, no or abstained, on the scale of all active members, with the quorum as a mark.
///
/// A stretch that is too short for its label shows the count alone or nothing; the line below names all three.
public final class TallyBar extends Div {

    private static final int BAR_Y = 20;
    private static final int BAR_HEIGHT = 26;
    private static final int BASELINE = BAR_Y + 18;

    private TallyBar(Tally tally) {
        addClassName("q-tally");
        add(drawing(tally), legend(tally));
    }

    public static TallyBar of(int yes, int no, int abstain, int active, int quorum) {
        return new TallyBar(new Tally(yes, no, abstain, active, quorum));
    }

    private static Drawing drawing(Tally tally) {
        var drawing = new Drawing(tally.inWords(), 54);
        drawing.bar(0, 1, BAR_Y, BAR_HEIGHT, "q-unfilled");
        tally.segments().stream()
                .filter(segment -> segment.count() > 0)
                .forEach(segment -> draw(drawing, tally, segment));
        if (tally.cast() > tally.active()) {
            drawing.mark(tally.at(tally.active()), BAR_Y - 2, BAR_Y + BAR_HEIGHT + 2, "q-mark-soft", "active members");
        }
        if (tally.hasQuorum()) {
            var label = "quorum %d of %d".formatted(tally.quorum(), tally.active());
            var at = tally.at(tally.quorum());
            drawing.mark(at, 14, 52, "q-halo")
                    .mark(at, 14, 52, "q-mark")
                    .text(at, 0, 10, Drawing.Anchor.within(at, LabelWidth.NARROW.share(label)), "q-label", label);
        }
        return drawing;
    }

    private static void draw(Drawing drawing, Tally tally, Tally.Segment segment) {
        var hint = "%s %s: %d".formatted(segment.sign(), segment.word(), segment.count());
        drawing.bar(segment.from(), segment.to(), BAR_Y, BAR_HEIGHT, segment.className(), hint);
        if (segment.to() < 1) {
            drawing.mark(segment.to(), BAR_Y, BAR_Y + BAR_HEIGHT, "q-gap");
        }
        label(drawing, tally, segment);
    }

    /// Names the stretch where its label has room beside the quorum mark: sign and count, or the count alone.
    private static void label(Drawing drawing, Tally tally, Tally.Segment segment) {
        var quorum = tally.hasQuorum() ? tally.at(tally.quorum()) : 0;
        var count = Integer.toString(segment.count());
        var full = segment.sign() + " · " + count;
        var needed = LabelWidth.NARROW.share(full) + LabelWidth.NARROW.share(16);
        var crossed = quorum > segment.from() && quorum < segment.from() + needed;
        var from = crossed ? quorum : segment.from();
        var middle = (segment.from() + segment.to()) / 2;
        if (from + needed <= segment.to()) {
            drawing.text(from, 9, BASELINE, Drawing.Anchor.START, "q-on-bar", full);
        } else if (LabelWidth.NARROW.share(count) <= segment.share()
                && Math.abs(quorum - middle) > LabelWidth.NARROW.share(count)) {
            drawing.text(middle, 0, BASELINE, Drawing.Anchor.MIDDLE, "q-on-bar", count);
        }
    }

    private static Div legend(Tally tally) {
        var legend = new Div();
        legend.addClassName("q-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        tally.segments().forEach(segment -> {
            var sign = new Span(segment.sign());
            sign.addClassNames("q-sign", segment.className());
            legend.add(new Span(sign, new Span(" %s: %d".formatted(segment.word(), segment.count()))));
        });
        if (tally.cast() > tally.active()) {
            legend.add(new Span("%d took part, %d are active".formatted(tally.cast(), tally.active())));
        }
        return legend;
    }
}
