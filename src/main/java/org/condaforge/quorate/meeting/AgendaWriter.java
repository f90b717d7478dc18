package org.condaforge.quorate.meeting;

import java.util.List;
import java.util.regex.Pattern;
import org.condaforge.quorate.proposal.WrittenLine;

/// Writes an agenda in the form in which core keeps its minutes, so that the file, filled in at the meeting, is read
/// back to the same items. A pure function: draft in, Markdown out, every line ending with a line feed.
public final class AgendaWriter {

    private static final int EMPTY_ROWS = 3;
    private static final Pattern PRESENTER = Pattern.compile("(?!TODO:)\\p{Lu}\\p{L}{1,3}(?=:(?:\\s|$))");

    private final StringBuilder out = new StringBuilder();
    private final AgendaDraft draft;

    private AgendaWriter(AgendaDraft draft) {
        this.draft = draft;
    }

    /// The agenda as Markdown.
    public static String write(AgendaDraft draft) {
        return new AgendaWriter(draft).write();
    }

    private String write() {
        heading("# " + draft.title());
        heading("## Attendees");
        line("| Name | Initials | GitHub ID | Affiliation |");
        line("| ---- | -------- | --------- | ----------- |");
        line("|      |          |           |             |");
        part("## Agenda " + draft.date());
        heading("### Standing items");
        for (var point : draft.standing()) {
            point(point);
            if (Agenda.isVotes(point.text()) && draft.votes().isEmpty()) {
                note("none");
            }
        }
        section("### From previous meeting(s)", draft.previous());
        section("### Your __new__() agenda items", draft.fresh());
        for (int row = 0; row < EMPTY_ROWS; row++) {
            line("* [ ]");
        }
        section("### Pushed to next meeting", draft.pushed());
        part("### Active votes");
        for (var vote : draft.votes()) {
            line("* " + begun(vote.text()));
            vote.notes().forEach(this::note);
        }
        part("### CFEPs");
        draft.cfeps().forEach(this::cfep);
        part("### TODOs");
        draft.todos().forEach(this::todos);
        return out.toString();
    }

    private void section(String heading, List<AgendaDraft.Point> points) {
        part(heading);
        points.forEach(this::point);
    }

    private void point(AgendaDraft.Point point) {
        item(point.done(), point.presenters(), point.text());
    }

    private void item(boolean done, List<String> people, String text) {
        line("* [" + (done ? "x" : " ") + "] " + marked(people) + begun(text));
    }

    private void cfep(AgendaDraft.OpenCfep cfep) {
        String label = cfep.link()
                .map(address -> "[%s](%s)".formatted(cfep.label(), address))
                .orElse(cfep.label());
        line("* " + label + " " + WrittenLine.of(cfep.title()));
        cfep.notes().forEach(this::note);
    }

    private void todos(AgendaDraft.Todos group) {
        line(group.since().toString());
        line("");
        for (var todo : group.items()) {
            item(todo.done(), todo.owners(), todo.text());
            todo.notes().forEach(this::note);
        }
        line("");
    }

    private static String marked(List<String> people) {
        return people.isEmpty() ? "" : "(" + String.join("/", people) + ") ";
    }

    /// A text in front of which nobody is named: "AB: roots" is not said by AB.
    private static String begun(String text) {
        var presenter = PRESENTER.matcher(text);
        return presenter.lookingAt()
                ? text.substring(0, presenter.end()) + "\\" + WrittenLine.of(text.substring(presenter.end()))
                : WrittenLine.begun(text);
    }

    private void note(String text) {
        line("    * " + begun(text));
    }

    private void part(String heading) {
        if (!isBlankBefore()) {
            line("");
        }
        heading(heading);
    }

    private boolean isBlankBefore() {
        return out.length() > 1 && out.substring(out.length() - 2).equals("\n\n");
    }

    private void heading(String heading) {
        line(heading);
        line("");
    }

    private void line(String line) {
        out.append(line.stripTrailing()).append('\n');
    }
}
