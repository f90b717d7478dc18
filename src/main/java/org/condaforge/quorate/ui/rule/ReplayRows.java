package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.ReplayedVote;
import org.condaforge.quorate.vote.Result;

/// Replayed votes in rows: what each was about, how it ended, how it would have ended, and why.
final class ReplayRows extends UnorderedList {

    ReplayRows(List<ReplayedVote> votes, Reader reader) {
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        votes.forEach(vote -> add(row(vote, reader)));
    }

    private static ListItem row(ReplayedVote vote, Reader reader) {
        Span title = new Span(Address.link(Address.of(vote.id()), vote.title()));
        title.addClassName("q-item-title");
        Span when = sub(new Span(vote.item().map(item -> item + " · ").orElse("")), reader.day(vote.decidedAt()));
        Div words = new Div(title, when, sub(new Span(vote.why())));
        vote.notes().forEach(note -> words.add(sub(new Span(note))));
        Div ends = new Div();
        ends.addClassName("q-chips");
        ends.add(chip("was ", vote.recorded().map(Result::label).orElse("unknown"), vote.route(), false));
        vote.counted()
                .map(ReplayedVote.Counted::outcome)
                .ifPresent(outcome -> ends.add(chip(
                        switch (vote.verdict()) {
                            case DIFFERS -> "would be ";
                            case SAME, NOT_COUNTED -> "stays ";
                        },
                        outcome.label(),
                        outcome.decidedBy(),
                        vote.verdict() == ReplayedVote.Verdict.DIFFERS)));
        if (vote.counted().isEmpty()) {
            ends.add(Chip.plain("not counted"));
        }
        ListItem row = new ListItem(words, ends);
        row.addClassNames("q-item", "q-proposal");
        return row;
    }

    private static Chip chip(String verb, String outcome, Optional<Route> route, boolean differs) {
        String words = verb + outcome + route.map(by -> ", " + by.label()).orElse("");
        return differs ? Chip.warn(words) : Chip.plain(words);
    }

    private static Span sub(Component... content) {
        Span sub = new Span(content);
        sub.addClassName("q-item-sub");
        return sub;
    }
}
