package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/// A plane of cells with two axes that count from 0, such as all tallies by yes and no: regions in colours and
/// textures,
/// lines between cells, and one marked cell. However many cells there are, a region is two paths and a line is one.
public final class Plane extends Div {

    /// Cells of one row, from one column up to and with another.
    public record Run(int row, int from, int to) {}

    /// Cells that are alike.
    ///
    /// @param className its colour, known to `styles.css`
    /// @param name for the legend and for whoever points at it
    public record Region(String className, Texture texture, String name, List<Run> runs) {

        public Region {
            runs = List.copyOf(runs);
        }
    }

    /// A line along the left edges of cells.
    ///
    /// @param firsts for each row from 0 the first column at the right of the line; ends where the list ends
    public record Line(String className, String name, List<Integer> firsts) {

        public Line {
            firsts = List.copyOf(firsts);
        }
    }

    private static final int TOP = 22;
    private static final int HEIGHT = 320;
    private static final int MOST_MARKS = 26;
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500);

    private final int size;
    private final Drawing drawing;
    private final List<Drawing.Stroke> strokes = new ArrayList<>();
    private final Div legend = new Div();

    /// @param size how many columns and rows there are
    public Plane(String alternative, int size, List<Region> regions, List<Line> lines) {
        addClassName("q-plane");
        this.size = size;
        this.drawing = new Drawing(alternative, TOP + HEIGHT + 40);
        legend.addClassName("q-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        regions.forEach(this::draw);
        lines.forEach(this::draw);
        drawing.field(TOP, HEIGHT, size, size, strokes);
        add(drawing, legend);
    }

    /// Names the axes and numbers them.
    public Plane axes(String across, String upwards) {
        int step = STEPS.stream().filter(each -> size <= each * 9).findFirst().orElse(1000);
        for (int at = 0; at < size; at += step) {
            var number = Integer.toString(at);
            drawing.text(middle(at), 0, TOP + HEIGHT + 16, Drawing.Anchor.MIDDLE, "q-label q-dim", number)
                    .text(0, -8, y(at) + 4, Drawing.Anchor.END, "q-label q-dim", number);
        }
        drawing.text(0, -28, 10, Drawing.Anchor.START, "q-label", upwards + " ↑")
                .text(1, 0, TOP + HEIGHT + 34, Drawing.Anchor.END, "q-label", across + " →");
        return this;
    }

    /// Marks one cell with a dot and a label beside it.
    public Plane point(int column, int row, String label) {
        var at = middle(column);
        var right = at > .5;
        var above = row < size * 9 / 10;
        int y = y(row) + (above ? -12 : 22);
        drawing.dot(at, y(row), 7, "q-here", label)
                .text(at, right ? 8 : -8, y, right ? Drawing.Anchor.END : Drawing.Anchor.START, "q-here-label", label);
        return this;
    }

    private void draw(Region region) {
        if (region.runs().isEmpty()) {
            return;
        }
        var cells = new StringBuilder();
        var marks = new StringBuilder();
        int every = Math.max(1, Math.ceilDiv(size, MOST_MARKS));
        for (var run : region.runs()) {
            cells.append("M%d %dH%dV%dH%dZ"
                    .formatted(run.from(), size - run.row(), run.to() + 1, size - run.row() - 1, run.from()));
            if (run.row() % every == 0) {
                for (int x = Math.ceilDiv(run.from(), every) * every; x + every - 1 <= run.to(); x += every) {
                    marks.append(region.texture().on(x, size - run.row(), every));
                }
            }
        }
        strokes.add(new Drawing.Stroke("q-cells " + region.className(), cells.toString(), region.name()));
        if (!marks.isEmpty()) {
            strokes.add(new Drawing.Stroke(region.texture().className(), marks.toString(), ""));
        }
        var swatch = new Drawing("", 14).field(0, 14, 2, 1, swatch(region));
        entry(swatch, region.name());
    }

    private static List<Drawing.Stroke> swatch(Region region) {
        var strokes = new ArrayList<Drawing.Stroke>();
        strokes.add(new Drawing.Stroke("q-cells " + region.className(), "M0 1H2V0H0Z", ""));
        if (region.texture() != Texture.NONE) {
            strokes.add(new Drawing.Stroke(
                    region.texture().className(),
                    region.texture().on(0, 1, 1) + region.texture().on(1, 1, 1),
                    ""));
        }
        return strokes;
    }

    private void draw(Line line) {
        if (line.firsts().isEmpty()) {
            return;
        }
        var path = new StringBuilder("M%d %d".formatted(line.firsts().getFirst(), size));
        for (int row = 0; row < line.firsts().size(); row++) {
            path.append("H%dV%d".formatted(line.firsts().get(row), size - row - 1));
        }
        strokes.add(new Drawing.Stroke("q-line q-halo", path.toString(), ""));
        strokes.add(new Drawing.Stroke("q-line " + line.className(), path.toString(), line.name()));
        entry(
                new Drawing("", 14)
                        .field(0, 14, 2, 2, List.of(new Drawing.Stroke("q-line " + line.className(), "M0 1H2", ""))),
                line.name());
    }

    private void entry(Drawing swatch, String name) {
        swatch.named("q-swatch").getElement().removeAttribute("role").removeAttribute("aria-label");
        legend.add(new Span(swatch, new Span(name)));
    }

    private double middle(int column) {
        return (column + .5) / size;
    }

    private int y(int row) {
        return TOP + (int) Math.round(HEIGHT * (1 - (row + .5) / size));
    }
}
