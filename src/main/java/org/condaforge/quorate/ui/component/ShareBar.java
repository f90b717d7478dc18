package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;

/// The share of yes among those who said yes or no, with what is needed as a mark.
public final class ShareBar extends Div {

    private static final int BAR_Y = 18;
    private static final int BAR_HEIGHT = 14;

    private ShareBar(Drawing drawing) {
        addClassName("q-share");
        add(drawing);
    }

    public static ShareBar of(int yes, int no, Need need) {
        if (yes < 0 || no < 0) {
            throw new IllegalArgumentException("not a share: %d yes, %d no".formatted(yes, no));
        }
        var decisive = yes + no;
        var needs = "needs " + need.inWords();
        var drawing = new Drawing(inWords(yes, decisive, need), 52);
        drawing.bar(0, 1, BAR_Y, BAR_HEIGHT, decisive == 0 ? "q-unfilled" : "q-no q-muted");
        if (yes > 0) {
            var to = (double) yes / decisive;
            drawing.bar(0, to, BAR_Y, BAR_HEIGHT, "q-yes");
            if (no > 0) {
                drawing.mark(to, BAR_Y, BAR_Y + BAR_HEIGHT, "q-gap");
            }
        }
        var at = need.at(decisive);
        drawing.mark(at, BAR_Y - 6, BAR_Y + BAR_HEIGHT + 6, "q-halo")
                .mark(at, BAR_Y - 6, BAR_Y + BAR_HEIGHT + 6, "q-mark")
                .text(at, 0, 50, Drawing.Anchor.within(at, LabelWidth.NARROW.share(needs)), "q-label", needs)
                .text(0, 0, 10, Drawing.Anchor.START, "q-label q-dim", "yes among yes and no")
                .text(1, 0, 10, Drawing.Anchor.END, "q-label", reached(yes, decisive, need));
        return new ShareBar(drawing);
    }

    private static String reached(int yes, int decisive, Need need) {
        return decisive == 0 ? "none yet" : "%d of %d · %s".formatted(yes, decisive, need.shown(yes, decisive));
    }

    private static String inWords(int yes, int decisive, Need need) {
        return decisive == 0
                ? "Nobody said yes or no; needs %s".formatted(need.inWords())
                : "%d of %d who said yes or no said yes, %s; needs %s"
                        .formatted(yes, decisive, need.shown(yes, decisive), need.inWords());
    }
}
