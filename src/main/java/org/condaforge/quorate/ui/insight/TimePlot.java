package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.insight.Years;
import org.condaforge.quorate.ui.component.Drawing;

/// A field of days across and numbers upwards from 0. However much is drawn, each kind of sign is one path.
final class TimePlot extends Div {

    private static final int TOP = 8;
    private static final int HEIGHT = 180;
    private static final int UNITS = 1_000;
    private static final int EDGE = 12;
    private static final int MOST_LABELS = 6;

    private final Years years;
    private final int most;
    private final Drawing drawing;
    private final List<Drawing.Stroke> strokes = new ArrayList<>();

    /// @param most the greatest number that is drawn
    TimePlot(String alternative, Years years, int most) {
        this.years = years;
        this.most = Math.max(1, most);
        this.drawing = new Drawing(alternative, TOP + HEIGHT + 22);
        addClassName("q-plane");
        add(drawing);
    }

    private int x(LocalDate day) {
        LocalDate first = LocalDate.of(years.first(), 1, 1);
        long days = ChronoUnit.DAYS.between(first, LocalDate.of(years.last() + 1, 1, 1));
        return Math.toIntExact(EDGE + (UNITS - 2L * EDGE) * ChronoUnit.DAYS.between(first, day) / days);
    }

    private int y(int number) {
        return Math.toIntExact(HEIGHT - 4 - (HEIGHT - 12L) * number / most);
    }

    /// An upright line from 0.
    String stem(LocalDate day, int number) {
        return "M%d %dV%d".formatted(x(day), y(0), y(number));
    }

    /// A short level line.
    String tick(LocalDate day, int number) {
        return "M%d %dh12".formatted(x(day) - 6, y(number));
    }

    /// A dot: a line to where it begins, with round ends.
    String dot(LocalDate day, int number) {
        return "M%d %dL%d %d".formatted(x(day), y(number), x(day), y(number));
    }

    /// Draws signs of one kind; none where the path is empty.
    TimePlot draw(String className, String path) {
        if (!path.isEmpty()) {
            strokes.add(new Drawing.Stroke(className, path, ""));
        }
        return this;
    }

    /// Draws what was given so far, with its axes.
    TimePlot finish() {
        strokes.addFirst(new Drawing.Stroke("q-axis", "M0 %dH%d".formatted(y(0), UNITS), ""));
        drawing.field(TOP, HEIGHT, UNITS, HEIGHT, strokes)
                .text(0, -8, TOP + y(0) + 4, Drawing.Anchor.END, "q-label q-dim", "0")
                .text(0, -8, TOP + y(most) + 4, Drawing.Anchor.END, "q-label q-dim", String.valueOf(most));
        int step = Math.ceilDiv(years.count(), MOST_LABELS);
        for (int year = years.first(); year <= years.last(); year += step) {
            double middle = (double) (x(LocalDate.of(year, 1, 1)) + x(LocalDate.of(year, 12, 31))) / 2 / UNITS;
            drawing.text(middle, 0, TOP + HEIGHT + 16, Drawing.Anchor.MIDDLE, "q-label q-dim", String.valueOf(year));
        }
        return this;
    }
}
