package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import java.time.Instant;
import java.time.LocalDate;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteDetail;

/// How a vote is decided.
final class RoutesPanel extends Composite<Card> {

    private final Reader reader;
    private final RouteList routes = new RouteList();

    RoutesPanel(Reader reader) {
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        return new Card("How it is decided", routes);
    }

    void show(VoteDetail vote) {
        setVisible(!vote.routes().isEmpty());
        routes.show(vote.routes(), vote.nextMeeting().map(this::next));
    }

    private String next(Instant meeting) {
        return "next "
                + When.on(LocalDate.ofInstant(meeting, reader.zone()), reader.today())
                        .getElement()
                        .getText();
    }
}
