package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.condaforge.quorate.source.PastRun;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;

/// What was read when, the newest first.
final class RunsPanel extends Composite<Card> {

    private final Page<PastRun> runs;
    private final ImportAddress asked;
    private final Reader reader;

    RunsPanel(Page<PastRun> runs, ImportAddress asked, Reader reader) {
        this.runs = runs;
        this.asked = asked;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (runs.items().isEmpty()) {
            return new Card(
                    "Past imports", new Empty("Nothing was imported yet. Every import appears here with its report."));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        runs.items().forEach(run -> list.add(row(run)));
        return new Card("Past imports", list, new Pager(runs, ImportAddress.PATH, asked.parameters()));
    }

    private ListItem row(PastRun run) {
        Anchor link = Address.link(ImportAddress.of(run.id()), SourceWords.what(run));
        Span title = new Span(link);
        title.addClassName("q-item-title");
        Span sub = new Span(
                reader.relative(run.startedAt()),
                new Text(" " + SourceWords.who(run) + " · " + SourceWords.sentence(run)));
        sub.addClassName("q-item-sub");
        ListItem row = new ListItem(title, sub);
        row.addClassNames("q-item", "q-stacked");
        return row;
    }
}
