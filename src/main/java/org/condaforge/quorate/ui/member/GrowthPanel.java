package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.condaforge.quorate.member.RosterHistory;
import org.condaforge.quorate.member.RosterHistory.Day;
import org.condaforge.quorate.member.RosterHistory.Year;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.ui.component.When;

/// How core grew, drawn as two lines over time, and who came and went by year.
final class GrowthPanel extends Composite<Card> {

    private static final int TOP = 18;
    private static final int HEIGHT = 120;

    private final RosterHistory history;
    private final LocalDate today;

    GrowthPanel(RosterHistory history, LocalDate today) {
        this.history = history;
        this.today = today;
    }

    /// What the drawing says, in words.
    static String sentence(RosterHistory history, LocalDate today) {
        Day first = history.days().getFirst();
        Day last = history.days().getLast();
        Day most = history.days().stream()
                .reduce((one, other) -> other.active() > one.active() ? other : one)
                .orElseThrow();
        return "On %s %s active; today %d %s, and %d emeritus. The most were %d, from %s on."
                .formatted(
                        day(first.from()),
                        first.active() == 1 ? "one was" : first.active() + " were",
                        last.active(),
                        last.active() == 1 ? "is" : "are",
                        last.emeritus(),
                        most.active(),
                        day(most.from()));
    }

    private static String day(LocalDate date) {
        return When.on(date).getElement().getText();
    }

    @Override
    protected Card initContent() {
        Day first = history.days().getFirst();
        int days = (int) Math.max(1, ChronoUnit.DAYS.between(first.from(), today));
        int most = Math.max(
                1,
                history.days().stream()
                        .mapToInt(day -> Math.max(day.active(), day.emeritus()))
                        .max()
                        .orElse(1));
        Drawing drawing = new Drawing(sentence(history, today), TOP + HEIGHT + 20)
                .field(
                        TOP,
                        HEIGHT,
                        days,
                        most,
                        List.of(
                                new Drawing.Stroke("q-line", path(days, most, Day::active), "active"),
                                new Drawing.Stroke("q-line q-mark-soft", path(days, most, Day::emeritus), "emeritus")))
                .text(0, 0, 10, Drawing.Anchor.START, "q-label q-dim", "%d people".formatted(most))
                .text(0, 0, TOP + HEIGHT + 16, Drawing.Anchor.START, "q-label q-dim", day(first.from()))
                .text(1, 0, TOP + HEIGHT + 16, Drawing.Anchor.END, "q-label q-dim", "today");
        Span say = new Span(sentence(history, today));
        say.addClassName("q-small");
        Div legend = new Div(new Span("— active"), new Span("- - emeritus"));
        legend.addClassName("q-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        return new Card("Growth and turnover", say, drawing, legend, years());
    }

    /// Stairs: a size holds until the next change.
    private String path(int days, int most, ToIntFunction<Day> size) {
        StringBuilder path = new StringBuilder();
        LocalDate first = history.days().getFirst().from();
        for (Day day : history.days()) {
            long at = Math.min(days, ChronoUnit.DAYS.between(first, day.from()));
            int y = most - size.applyAsInt(day);
            path.append(path.isEmpty() ? "M%d %d".formatted(at, y) : "H%dV%d".formatted(at, y));
        }
        return path.append("H%d".formatted(days)).toString();
    }

    private NativeDetails years() {
        NativeTable table = new NativeTable();
        table.addClassName("q-table");
        NativeTableRow head = new NativeTableRow();
        Stream.of("Year", "came", "returned", "became emeritus", "left")
                .map(NativeTableHeaderCell::new)
                .peek(cell -> cell.getElement().setAttribute("scope", "col"))
                .forEach(head::add);
        table.getHead().add(head);
        for (Year year : history.years().reversed()) {
            NativeTableRow row = new NativeTableRow();
            Stream.of(year.year(), year.came(), year.returned(), year.became(), year.left())
                    .map(String::valueOf)
                    .map(NativeTableCell::new)
                    .forEach(row::add);
            table.getBody().add(row);
        }
        return new NativeDetails("Who came and went, by year", table);
    }
}
