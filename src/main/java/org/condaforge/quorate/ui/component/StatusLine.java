package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A proposal's way from draft to decision: its status over time, the meetings it was discussed in as ticks, its votes
/// as bands. Drawn twice, for a wide and for a narrow card; `styles.css` shows one of them.
///
/// No two labels overlap: a label that finds its place taken moves a row away from the line, and is left to the
/// tooltip when all rows are full.
public final class StatusLine extends Div {

    /// A status from a day on; without a day when nobody wrote it down.
    public record Span(String label, @Nullable LocalDate from, Tone tone) {}

    /// A vote from its opening to its close.
    public record VoteSpan(LocalDate from, LocalDate to, String label) {

        public VoteSpan {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a vote ends after it began: %s to %s".formatted(from, to));
            }
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int ROW = 16;
    private static final int NAME_ROWS = 3;

    /// What a tick needs around it to be hit for sure, in pixels.
    private static final int ROOM = 24;

    /// @param history the statuses in their order, the current one last
    public StatusLine(List<Span> history, List<LocalDate> meetings, List<VoteSpan> votes, LocalDate today) {
        this(history, meetings, votes, today, day -> "");
    }

    /// @param address of the page of a meeting, to which its tick leads; empty for none. Where ticks stand too
    ///     close to be told apart, only the pointer reaches them: a list beside the line has to lead there too
    public StatusLine(
            List<Span> history,
            List<LocalDate> meetings,
            List<VoteSpan> votes,
            LocalDate today,
            Function<LocalDate, String> address) {
        addClassName("q-status-line");
        var course = new Course(history, meetings, votes, today);
        var words = inWords(history, meetings, votes);
        add(
                draw(course, LabelWidth.WIDE, words, address, "q-wide"),
                draw(course, LabelWidth.NARROW, words, address, "q-narrow"),
                legend(meetings, votes));
    }

    private static Div draw(
            Course course, LabelWidth width, String words, Function<LocalDate, String> address, String className) {
        var names = new Labels(width, NAME_ROWS);
        var days = new Labels(width, 1);
        var bands = new Labels(width, 2);
        for (var stop : course.stops()) {
            names.place(stop.at(), stop.span().label());
            days.place(stop.at(), day(stop));
        }
        course.bands()
                .forEach(band -> bands.place(
                        band.from() > 0.5 ? band.to() : band.from(), band.vote().label()));

        var line = 4 + names.rows() * ROW + 12;
        var belowDays = line + 26 + ROW;
        var height = line + 14 + (days.rows() + bands.rows()) * ROW + 2;
        var drawing = new Drawing(words, height).bar(0, 1, line - 3, 6, "q-unfilled");
        var stops = course.stops();
        for (int i = 0; i < stops.size(); i++) {
            var to = i + 1 < stops.size() ? stops.get(i + 1).at() : 1;
            drawing.bar(
                    stops.get(i).at(),
                    to,
                    line - 3,
                    6,
                    stops.get(i).span().tone().className());
        }
        for (var band : course.bands()) {
            drawing.bar(band.from(), band.to(), line - 7, 14, "q-vote-band", said(band.vote()));
        }
        for (var meeting : course.meetings()) {
            drawing.mark(meeting.at(), line - 9, line + 9, "q-tick", "meeting of " + DAY.format(meeting.day()));
        }
        for (var stop : stops) {
            drawing.dot(
                    stop.at(),
                    line,
                    7,
                    stop.span().tone().className(),
                    stop.span().label() + ", " + day(stop));
        }
        names.each((label, row) -> drawing.text(
                label.at(), label.shift(), line - 14 - row * ROW, label.anchor(), "q-label", label.text()));
        days.each((label, row) ->
                drawing.text(label.at(), label.shift(), line + 24, label.anchor(), "q-label q-dim", label.text()));
        bands.each((label, row) -> drawing.text(
                label.at(), label.shift(), belowDays + row * ROW - 2, label.anchor(), "q-label q-dim", label.text()));
        var drawn = new Div(drawing);
        drawn.addClassNames("q-course", className);
        for (var meeting : course.meetings()) {
            var to = address.apply(meeting.day());
            if (!to.isEmpty()) {
                drawn.add(link(meeting, to, line, isApart(meeting, course.meetings(), width.share(ROOM))));
            }
        }
        return drawn;
    }

    private static boolean isApart(Course.Meeting meeting, List<Course.Meeting> all, double room) {
        return all.stream().noneMatch(other -> other != meeting && Math.abs(other.at() - meeting.at()) < room);
    }

    /// Lies over the tick: a link within the picture would be none for those who hear it as one picture.
    private static Anchor link(Course.Meeting meeting, String to, int line, boolean apart) {
        var link = new Anchor(to, "");
        link.setRouterIgnore(false);
        link.addClassName("q-tick-link");
        link.setAriaLabel("Meeting of " + DAY.format(meeting.day()));
        link.setTitle("Meeting of " + DAY.format(meeting.day()));
        link.getStyle()
                .set("left", String.format(Locale.ROOT, "%.2f%%", meeting.at() * 100))
                .set("top", (line - 12) + "px");
        if (!apart) {
            link.setTabIndex(-1);
            link.getElement().setAttribute("aria-hidden", "true");
        }
        return link;
    }

    private static String day(Course.Stop stop) {
        var from = stop.span().from();
        return from == null ? "date unknown" : DAY.format(from);
    }

    private static Div legend(List<LocalDate> meetings, List<VoteSpan> votes) {
        var legend = new Div();
        legend.addClassName("q-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        if (!meetings.isEmpty()) {
            legend.add(key("q-key-tick", counted(meetings.size(), "meeting")));
        }
        if (!votes.isEmpty()) {
            legend.add(key("q-key-band", counted(votes.size(), "vote")));
        }
        legend.setVisible(legend.getComponentCount() > 0);
        return legend;
    }

    private static com.vaadin.flow.component.html.Span key(String className, String text) {
        var sign = new com.vaadin.flow.component.html.Span();
        sign.addClassNames("q-key", className);
        return new com.vaadin.flow.component.html.Span(sign, new com.vaadin.flow.component.html.Span(text));
    }

    private static String inWords(List<Span> history, List<LocalDate> meetings, List<VoteSpan> votes) {
        var statuses = history.stream().map(span -> {
            var from = span.from();
            return span.label() + (from == null ? ", date unknown" : " from " + DAY.format(from));
        });
        var discussed = meetings.isEmpty()
                ? Stream.<String>of()
                : Stream.of("discussed in " + counted(meetings.size(), "meeting"));
        var voted = votes.stream().map(StatusLine::said);
        var words = Stream.of(statuses, discussed, voted).flatMap(part -> part).collect(Collectors.joining("; "));
        return words.isEmpty() ? "No status is known" : words;
    }

    private static String said(VoteSpan vote) {
        return "%s, %s to %s".formatted(vote.label(), DAY.format(vote.from()), DAY.format(vote.to()));
    }

    private static String counted(int count, String unit) {
        return count == 1 ? "1 " + unit : "%d %ss".formatted(count, unit);
    }
}
