package org.condaforge.quorate.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/// Labels along a line in a few rows, none over another. A label takes the nearest row that has room for it and is
/// left out when none has.
final class Labels {

    /// A label and the stretch it covers.
    record Label(String text, double at, double from, double to, Drawing.Anchor anchor) {

        boolean overlaps(Label other) {
            return from < other.to && other.from < to;
        }

        /// Starts at the left edge of the dot, not at its middle.
        int shift() {
            return switch (anchor) {
                case START -> -6;
                case MIDDLE -> 0;
                case END -> 6;
            };
        }
    }

    private static final int GAP = 10;

    private final LabelWidth width;
    private final List<List<Label>> rows = new ArrayList<>();
    private final int most;

    Labels(LabelWidth width, int most) {
        this.width = width;
        this.most = most;
    }

    boolean place(double at, String text) {
        var label = label(at, text);
        for (var row : rows) {
            if (row.stream().noneMatch(label::overlaps)) {
                return row.add(label);
            }
        }
        return rows.size() < most && rows.add(new ArrayList<>(List.of(label)));
    }

    int rows() {
        return rows.size();
    }

    void each(ObjIntConsumer<Label> action) {
        for (int row = 0; row < rows.size(); row++) {
            for (var label : rows.get(row)) {
                action.accept(label, row);
            }
        }
    }

    /// To the right of its place, or to the left where there is more room, cut to the room there is.
    private Label label(double at, String text) {
        var gap = width.share(GAP);
        var right = width.share(text) <= 1 - at || at <= 0.5;
        var shown = width.cut(text, right ? 1 - at : at);
        var wide = width.share(shown);
        return right
                ? new Label(shown, at, at, at + wide + gap, Drawing.Anchor.START)
                : new Label(shown, at, at - wide - gap, at, Drawing.Anchor.END);
    }
}
