package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import org.condaforge.quorate.insight.MeetingYears;
import org.condaforge.quorate.insight.MeetingYears.Year;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.ui.component.Empty;

/// How many came to the meetings of each year, and who.
final class AttendancePanel extends Composite<Div> {

    private static final int ROW = 24;

    /// Where bars begin and how far they reach, as shares of the width.
    private static final double BEGIN = .16;

    private static final double REACH = .5;

    private final MeetingYears figures;
    private final InsightsAddress address;

    AttendancePanel(MeetingYears figures, InsightsAddress address) {
        this.figures = figures;
        this.address = address;
    }

    @Override
    protected Div initContent() {
        Div stack = new Div();
        stack.addClassName("q-stack");
        if (figures.years().isEmpty()) {
            stack.add(new Card(
                    "Attendance",
                    new Empty("No minutes of these years list who attended. Import minutes: then it is shown here how"
                            + " many came, and who.")));
            return stack;
        }
        Card years = new Card("Who came", Figures.say(sentence()), drawing());
        years.add(
                Figures.fine("By the lists of attendees in the minutes; meetings without one are left out."),
                Figures.download("attendance-by-year.csv", () -> InsightCsv.of(figures)));
        Card members =
                new Card("Meetings attended").note(figures.members().years().inWords());
        members.add(Figures.map(figures.members(), address, "Meetings").toArray(Component[]::new));
        members.add(Figures.download("attendance.csv", () -> InsightCsv.of(figures.members(), "meetings")));
        stack.add(years, members);
        return stack;
    }

    private String sentence() {
        Year last = figures.years().getLast();
        return "In %d, %s members of core came to a meeting on average.".formatted(last.year(), average(last));
    }

    /// "7.5".
    static String average(Year year) {
        return "%d.%d".formatted(year.averageTenths() / 10, year.averageTenths() % 10);
    }

    private Drawing drawing() {
        int most = figures.years().stream()
                .max(Comparator.comparingInt(Year::averageTenths))
                .map(Year::averageTenths)
                .orElse(0);
        String alternative = figures.years().stream()
                .map(year -> "%d: %s at each of %d meetings".formatted(year.year(), average(year), year.meetings()))
                .collect(java.util.stream.Collectors.joining("; ", "Members of core who came to a meeting. ", "."));
        Drawing drawing = new Drawing(alternative, ROW * figures.years().size());
        for (int i = 0; i < figures.years().size(); i++) {
            Year year = figures.years().get(i);
            double to = BEGIN + (most == 0 ? 0 : REACH * year.averageTenths() / most);
            drawing.text(0, 0, i * ROW + 16, Drawing.Anchor.START, "q-label q-dim", String.valueOf(year.year()));
            if (to > BEGIN) {
                drawing.bar(BEGIN, to, i * ROW + 5, 14, "q-state");
            }
            drawing.text(
                    to,
                    8,
                    i * ROW + 16,
                    Drawing.Anchor.START,
                    "q-label",
                    "%s · %d meeting%s".formatted(average(year), year.meetings(), year.meetings() == 1 ? "" : "s"));
        }
        return drawing;
    }
}
