package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.source.ImportReport;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.source.PastRun;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.source.ImportAddress.Part;

/// The report of a run, a part of it at a time, each line with its file.
final class ReportLines extends Composite<Div> {

    private final ImportReport report;
    private final PastRun run;
    private final ImportAddress asked;
    private final Map<Part, List<Supplier<ListItem>>> lines = new EnumMap<>(Part.class);

    ReportLines(ImportReport report, PastRun run, ImportAddress asked) {
        this.report = report;
        this.run = run;
        this.asked = asked;
        collect();
    }

    private void collect() {
        report.problems()
                .forEach(problem -> add(
                        Part.PROBLEMS,
                        () -> line(
                                new Text(problem.message() + (problem.refused() ? " Left out." : "")),
                                problem.file() + (problem.line() > 0 ? ", line " + problem.line() : ""))));
        report.entries()
                .forEach(entry -> add(
                        entry.change() == Change.NEW ? Part.NEW : Part.CHANGED,
                        () -> line(named(entry), entry.file())));
        report.gone()
                .forEach(gone -> add(
                        Part.GONE,
                        () -> line(
                                new Text("%s: the file is no longer there. What it said stays.".formatted(gone.name())),
                                gone.file())));
        report.second().forEach(second -> add(Part.LEFT_OUT, () -> line(new Text(second.message()), second.file())));
        report.notRecognised().forEach(file -> add(Part.UNKNOWN, () -> line(new Text(file), "")));
        report.notes().forEach(note -> add(Part.NOTES, () -> line(new Text(note), "")));
    }

    private void add(Part part, Supplier<ListItem> line) {
        lines.computeIfAbsent(part, p -> new ArrayList<>()).add(line);
    }

    @Override
    protected Div initContent() {
        Div all = new Div();
        Span same = new Span("%,d unchanged".formatted(run.unchanged()));
        same.addClassNames("q-dim", "q-small");
        if (lines.isEmpty()) {
            all.add(new Empty("Nothing to tell: %s.".formatted(same.getText())));
            return all;
        }
        Part first =
                report.refused() ? Part.PROBLEMS : lines.keySet().iterator().next();
        Part shown = asked.part().filter(lines::containsKey).orElse(first);
        Pills pills = new Pills("Report");
        lines.forEach((part, found) ->
                pills.option(part.label(), found.size(), asked.showing(part).path(), part == shown));
        List<Supplier<ListItem>> found = lines.getOrDefault(shown, List.of());
        Page.Request request = new Page.Request(Math.min(asked.lines(), (found.size() - 1) / Pager.SIZE), Pager.SIZE);
        int from = (int) request.offset();
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        found.subList(from, Math.min(found.size(), from + Pager.SIZE)).forEach(line -> list.add(line.get()));
        all.add(
                pills,
                list,
                new Pager(
                        request.of(List.of(), found.size()),
                        ImportAddress.PATH,
                        asked.showing(shown).parameters(),
                        ImportAddress.LINES),
                same);
        return all;
    }

    /// What a file told of, with a link to it where it has a page.
    private static Component named(ImportReport.Entry entry) {
        String words = entry.kind() + " " + entry.name();
        return switch (entry.kind()) {
            case "meeting" -> Address.link(Address.of(LocalDate.parse(entry.name())), words);
            case "proposal" ->
                Address.link(
                        Address.of(
                                new ProposalNumber(Integer.parseInt(entry.name().replaceAll("\\D", "")))),
                        entry.name());
            case "member" -> Address.link(Address.member(entry.name()), words);
            default -> new Text(words);
        };
    }

    private static ListItem line(Component what, String file) {
        ListItem line = new ListItem(new Span(what));
        if (!file.isEmpty()) {
            Span where = new Span(file);
            where.addClassName("q-item-sub");
            line.add(where);
        }
        line.addClassNames("q-item", "q-stacked");
        return line;
    }
}
