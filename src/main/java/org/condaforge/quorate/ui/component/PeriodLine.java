package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A period as a line from its beginning to its end: what was and will be on it, how much of it is over, and above it a
/// track for each thing that must happen in windows of time. Drawn twice, for a wide and for a narrow card;
/// `styles.css`
/// shows one of them.
public final class PeriodLine extends Div {

    /// A stretch of time in which something must happen.
    public record Window(Instant from, Instant until, String hint) {}

    /// Something that happened.
    ///
    /// @param counts whether it was in a window
    public record Event(Instant at, boolean counts, String hint) {}

    /// What must happen in windows.
    public record Track(String name, List<Window> windows, List<Event> events) {

        public Track {
            windows = List.copyOf(windows);
            events = List.copyOf(events);
        }
    }

    /// A moment on the line with a label below it.
    public record Mark(Instant at, String label) {}

    private static final int ROW = 16;
    private static final int TRACK = 36;
    private static final double THINNEST = 0.012;

    private final Instant from;
    private final Instant to;

    /// @param now may lie outside; then none of it is over, or all is
    /// @param ticks moments without a label, such as meetings, with their hints
    /// @param words what the picture says
    public PeriodLine(
            Instant from,
            Instant to,
            Instant now,
            List<Track> tracks,
            List<Mark> ticks,
            List<Mark> marks,
            String words) {
        this.from = from;
        this.to = to;
        addClassName("q-status-line");
        add(
                draw(now, tracks, ticks, marks, words, LabelWidth.WIDE, "q-wide"),
                draw(now, tracks, ticks, marks, words, LabelWidth.NARROW, "q-narrow"));
    }

    private Div draw(
            Instant now,
            List<Track> tracks,
            List<Mark> ticks,
            List<Mark> marks,
            String words,
            LabelWidth width,
            String className) {
        var labels = new Labels(width, 3);
        marks.forEach(mark -> labels.place(share(mark.at()), mark.label()));
        int line = tracks.size() * TRACK + 12;
        var drawing = new Drawing(words, line + 14 + labels.rows() * ROW);
        for (int i = 0; i < tracks.size(); i++) {
            track(drawing, tracks.get(i), i * TRACK);
        }
        drawing.bar(0, 1, line - 3, 6, "q-unfilled");
        double over = share(now);
        if (over > 0) {
            drawing.bar(0, over, line - 3, 6, "q-plain");
        }
        ticks.forEach(tick -> drawing.mark(share(tick.at()), line - 8, line + 8, "q-tick", tick.label()));
        if (over > 0 && over < 1) {
            drawing.dot(over, line, 6, "q-state", "now");
        }
        marks.forEach(mark -> drawing.mark(share(mark.at()), line - 6, line + 6, "q-tick", mark.label()));
        labels.each((label, row) -> drawing.text(
                label.at(),
                label.at() <= 0 || label.at() >= 1 ? 0 : label.shift(),
                line + 22 + row * ROW,
                label.anchor(),
                "q-label q-dim",
                label.text()));
        var drawn = new Div(drawing);
        drawn.addClassNames("q-course", className);
        return drawn;
    }

    private void track(Drawing drawing, Track track, int top) {
        drawing.text(0, 0, top + 11, Drawing.Anchor.START, "q-label", track.name());
        for (Window window : track.windows()) {
            double start = share(window.from());
            double end = Math.max(share(window.until()), start + THINNEST);
            drawing.bar(start, end, top + 16, 12, "q-vote-band", window.hint());
        }
        for (Event event : track.events()) {
            drawing.dot(share(event.at()), top + 22, 6, event.counts() ? "q-good" : "q-plain", event.hint());
        }
    }

    private double share(Instant at) {
        long whole = Math.max(1, Duration.between(from, to).toMillis());
        return Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    }
}
