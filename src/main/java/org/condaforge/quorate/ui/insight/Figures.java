package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.condaforge.quorate.insight.MemberYears;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.YearMap;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;

/// The parts that the drawings of insights have in common.
final class Figures {

    private Figures() {}

    /// The sentence at the top.
    static Paragraph say(String sentence) {
        Paragraph say = new Paragraph(sentence);
        say.addClassName("q-say");
        return say;
    }

    /// A line in small print.
    static Paragraph fine(String words) {
        Paragraph fine = new Paragraph(words);
        fine.addClassNames("q-dim", "q-small");
        return fine;
    }

    /// What the signs of a drawing mean, beside what they are called.
    static Div legend(String... words) {
        Div legend = new Div(Stream.of(words).map(Span::new).toArray(Component[]::new));
        legend.addClassName("q-legend");
        return legend;
    }

    /// The link that downloads figures as CSV; they are written when it is followed.
    static Div download(String file, Supplier<byte[]> figures) {
        Anchor csv = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] text = figures.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(text), file, "text/csv;charset=utf-8", text.length);
                }),
                "Download as CSV");
        Div actions = new Div(csv);
        actions.addClassName("q-actions");
        return actions;
    }

    /// A table, a cell a component.
    static Div table(String name, List<String> columns, List<List<Component>> rows) {
        NativeTableRow head = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        NativeTable table = new NativeTable();
        table.addClassNames("q-table", "q-whole-words");
        table.getHead().add(head);
        rows.forEach(row -> table.getBody()
                .add(new NativeTableRow(row.stream().map(NativeTableCell::new).toArray(NativeTableCell[]::new))));
        Div scroll = new Div(table);
        scroll.addClassName("q-scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        return scroll;
    }

    /// The page of a list that the address asks for, or the last there is.
    static <T> Page<T> page(List<T> all, int asked) {
        Page.Request request = new Page.Request(Math.min(asked, Math.max(0, all.size() - 1) / Pager.SIZE), Pager.SIZE);
        int from = (int) request.offset();
        return request.of(all.subList(from, Math.min(all.size(), from + Pager.SIZE)), all.size());
    }

    /// A page of a map of members by years: drawn, as a table, and where its other pages are.
    ///
    /// @param unit what is counted, in the plural
    static List<Component> map(MemberYears figures, InsightsAddress address, String unit) {
        Page<MemberYears.Row> page = page(figures.rows(), address.page());
        List<Integer> years = figures.years().all();
        List<YearMap.Line> lines = page.items().stream()
                .map(row -> new YearMap.Line(
                        row.person().name(),
                        row.cells().stream()
                                .map(cell -> new YearMap.Cell(cell.part(), cell.whole()))
                                .toList()))
                .toList();
        List<String> columns = new ArrayList<>(List.of("Member"));
        years.forEach(year -> columns.add(String.valueOf(year)));
        List<List<Component>> rows = page.items().stream()
                .map(row -> Stream.concat(
                                Stream.<Component>of(Address.link(
                                        Address.member(row.person().login()),
                                        row.person().name())),
                                row.cells().stream().<Component>map(cell -> new Span(words(cell))))
                        .toList())
                .toList();
        NativeDetails details =
                new NativeDetails("The same as a table", table("%s by member and year".formatted(unit), columns, rows));
        details.addClassName("q-below");
        String alternative =
                "%s by member and year, %s: %s".formatted(unit, figures.years().inWords(), totals(figures));
        return List.of(
                new YearMap(alternative, years, lines),
                legend("filled: took part", "empty: did not", "no box: was not active"),
                details,
                new Pager(page, InsightsAddress.PATH, address.parameters()));
    }

    private static String totals(MemberYears figures) {
        List<String> words = new ArrayList<>();
        List<MemberYears.Cell> totals = figures.totals();
        for (int i = 0; i < totals.size(); i++) {
            if (totals.get(i).whole() > 0) {
                words.add("%d %s".formatted(figures.years().first() + i, percent(totals.get(i))));
            }
        }
        return String.join(", ", words) + " taken part in.";
    }

    /// "7 of 9", or nothing.
    static String words(MemberYears.Cell cell) {
        return cell.whole() == 0 ? "" : "%d of %d".formatted(cell.part(), cell.whole());
    }

    /// "78%", rounded down so that only everything is 100%.
    static String percent(MemberYears.Cell cell) {
        return cell.whole() == 0 ? "0%" : 100L * cell.part() / cell.whole() + "%";
    }
}
