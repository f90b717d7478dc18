package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.source.ImportRun;
import org.condaforge.quorate.source.RefusedSource;
import org.condaforge.quorate.source.RegisteredSource;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Every source that can be read again, with what came of it last.
final class SourcesPanel extends Composite<Card> {

    private final SourceService sources;
    private final Reader reader;
    private final Consumer<ImportRun> started;
    private final Runnable changed;
    private final Paragraph problem = new Paragraph();

    SourcesPanel(SourceService sources, Reader reader, Consumer<ImportRun> started, Runnable changed) {
        this.sources = sources;
        this.reader = reader;
        this.started = started;
        this.changed = changed;
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        List<RegisteredSource> known = sources.sources();
        if (known.isEmpty()) {
            return new Card(
                    "Sources",
                    new Empty("No sources yet. A folder or repository that is read once appears here, to be read again"
                            + " by hand or by itself."));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        known.forEach(source -> list.add(row(source)));
        return new Card("Sources", problem, list);
    }

    private ListItem row(RegisteredSource source) {
        Span place = new Span(source.location());
        place.addClassName("q-item-title");
        Div told = new Div(place, SourceWords.told(source, reader));
        Select<Interval> every = Interval.select("");
        every.setAriaLabel("How often %s is read".formatted(source.location()));
        every.setValue(Interval.of(source.refresh()));
        every.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                attempt(() ->
                        sources.refreshEvery(source.id(), change.getValue().every()));
            }
        });
        Div acts = new Div(
                every,
                act("Refresh now", source, () -> started.accept(sources.refresh(source.id()))),
                act("Remove", source, () -> {
                    sources.remove(source.id());
                    changed.run();
                }));
        acts.addClassNames("q-row", "q-source-acts");
        ListItem row = new ListItem(told);
        state(source, row);
        row.add(acts);
        row.addClassNames("q-item", "q-stacked");
        return row;
    }

    private static void state(RegisteredSource source, ListItem row) {
        source.lastRun().ifPresent(last -> {
            Component chip = last.endedAt().isEmpty()
                    ? Chip.state("reading")
                    : last.failure().isPresent() ? Chip.bad("failed") : Chip.good("read");
            Div state = new Div(chip, Address.link(ImportAddress.of(last.run()), "report"));
            state.addClassName("q-row");
            row.add(state);
            last.failure().ifPresent(why -> row.add(new Paragraph(why)));
        });
    }

    private Button act(String words, RegisteredSource source, Runnable act) {
        Button button = new Button(words, click -> attempt(act));
        button.setAriaLabel(words + ": " + source.location());
        return button;
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            problem.setText("");
        } catch (RefusedSource | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
