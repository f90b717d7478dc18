package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;

/// A map of people by years: each cell is filled from below by the share it stands for, so that colour says nothing
/// that the height does not. However many cells there are, they are two paths.
public final class YearMap extends Div {

    /// How much of a whole; where the whole is 0 there is no cell.
    public record Cell(int part, int whole) {}

    /// A person and a cell for each year.
    public record Line(String label, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    private static final int TOP = 20;
    private static final int ROW = 20;
    private static final int BOX = 15;
    private static final int UNITS = 1_000;

    /// What the labels take at the left, in units.
    private static final int NAMES = 340;

    /// Between cells, in units.
    private static final int GAP = 5;

    /// @param alternative what the picture says in words
    public YearMap(String alternative, List<Integer> years, List<Line> lines) {
        addClassName("q-year-map");
        Drawing drawing = new Drawing(alternative, TOP + ROW * lines.size());
        double width = (double) (UNITS - NAMES) / years.size();
        int step = (int) Math.ceil(LabelWidth.NARROW.share("20240") * UNITS / width);
        for (int i = 0; i < years.size(); i += step) {
            double middle = (NAMES + (i + .5) * width) / UNITS;
            drawing.text(middle, 0, 12, Drawing.Anchor.MIDDLE, "q-label q-dim", String.valueOf(years.get(i)));
        }
        StringBuilder boxes = new StringBuilder();
        StringBuilder filled = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            Line line = lines.get(row);
            String label = LabelWidth.NARROW.cut(line.label(), (double) NAMES / UNITS);
            drawing.text((double) NAMES / UNITS, -4, TOP + row * ROW + 13, Drawing.Anchor.END, "q-label", label);
            for (int i = 0; i < line.cells().size(); i++) {
                Cell cell = line.cells().get(i);
                if (cell.whole() > 0) {
                    int from = (int) (NAMES + i * width) + GAP;
                    int to = Math.max(from + 1, (int) (NAMES + (i + 1) * width));
                    int bottom = row * ROW + BOX + 2;
                    box(boxes, from, to, bottom, BOX);
                    if (cell.part() > 0) {
                        box(
                                filled,
                                from,
                                to,
                                bottom,
                                Math.max(1, BOX * Math.min(cell.part(), cell.whole()) / cell.whole()));
                    }
                }
            }
        }
        List<Drawing.Stroke> strokes = new ArrayList<>();
        if (!boxes.isEmpty()) {
            strokes.add(new Drawing.Stroke("q-cells q-unfilled", boxes.toString(), ""));
        }
        if (!filled.isEmpty()) {
            strokes.add(new Drawing.Stroke("q-cells q-state", filled.toString(), ""));
        }
        if (!lines.isEmpty()) {
            drawing.field(TOP, ROW * lines.size(), UNITS, ROW * lines.size(), strokes);
        }
        add(drawing);
    }

    private static void box(StringBuilder path, int from, int to, int bottom, int height) {
        path.append("M%d %dH%dV%dH%dZ".formatted(from, bottom, to, bottom - height, from));
    }
}
