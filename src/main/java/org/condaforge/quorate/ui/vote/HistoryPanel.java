package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.shell.Reader;

/// What happened to a vote, newest first.
final class HistoryPanel extends Composite<Card> {

    private final Reader reader;
    private final Div body = new Div();

    HistoryPanel(Reader reader) {
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        return new Card("History", body);
    }

    void show(List<JournalService.Entry> entries) {
        body.removeAll();
        if (entries.isEmpty()) {
            body.add(new Empty("Nothing has happened yet."));
            return;
        }
        Timeline timeline = new Timeline();
        entries.forEach(entry -> timeline.at(
                reader.day(entry.at()),
                entry.who().map(who -> who.name() + " " + entry.what()).orElse(entry.what())));
        body.add(timeline);
    }
}
