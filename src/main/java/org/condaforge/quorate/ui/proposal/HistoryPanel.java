package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.LinkedText;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Every status a proposal had, newest first: since when, by what, why, and who recorded it.
final class HistoryPanel extends Composite<Card> {

    private final List<StatusEntry> history;
    private final Map<MemberId, Person> people;
    private final Reader reader;

    HistoryPanel(List<StatusEntry> history, Map<MemberId, Person> people, Reader reader) {
        this.history = history;
        this.people = people;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        if (history.isEmpty()) {
            return new Card("Status history", new Empty("No status is on record yet."));
        }
        Timeline timeline = new Timeline();
        for (StatusEntry entry : history.reversed()) {
            Optional.ofNullable(entry.since())
                    .ifPresentOrElse(
                            since -> timeline.at(reader.on(since), what(entry)),
                            () -> timeline.at("date unknown", what(entry)));
        }
        return new Card("Status history", timeline);
    }

    private Component[] what(StatusEntry entry) {
        List<Component> parts = new ArrayList<>();
        parts.add(ProposalWords.chip(entry.status()));
        parts.add(new Span(" " + DriftPanel.source(entry.source())));
        Optional.ofNullable(entry.recordedBy())
                .flatMap(by -> Optional.ofNullable(people.get(new MemberId(by))))
                .ifPresent(by -> {
                    parts.add(new Span(", "));
                    parts.add(Address.link(Address.member(by.login()), by.name()));
                });
        if (!entry.reason().isBlank()) {
            Div reason = new Div(new LinkedText(entry.reason(), Address.inText()));
            reason.addClassNames("q-small", "q-dim");
            parts.add(reason);
        }
        return parts.toArray(Component[]::new);
    }
}
