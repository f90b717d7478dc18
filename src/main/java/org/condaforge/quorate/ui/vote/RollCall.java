package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.VoteDetail;

/// Who voted how, with comments, and who of the active members has not.
final class RollCall extends Composite<Card> {

    private record Line(String name, String login, Optional<VoteDetail.Ballot> ballot) {}

    private final Span count = new Span();
    private final Button copy = new Button("copy the missing");
    private final UnorderedList lines = new UnorderedList();
    private final Empty empty = new Empty("Nobody has voted yet. The ballots of a standard vote stand here by name.");
    private String missing = "";

    RollCall() {
        lines.addClassName("q-roll");
        lines.getElement().setAttribute("role", "list");
        copy.addThemeNames("tertiary-inline", "small");
        copy.addClickListener(click -> {
            UI.getCurrent().getPage().executeJs("navigator.clipboard.writeText($0)", missing);
            Notification.show("Copied: the logins of who has not voted.");
        });
    }

    @Override
    protected Card initContent() {
        return new Card("Roll call", empty, lines).note(new Span(count, new Span(" "), copy));
    }

    void show(VoteDetail vote) {
        List<Line> all = new ArrayList<>();
        vote.ballots().forEach(b -> all.add(new Line(b.name(), b.login(), Optional.of(b))));
        vote.missing().forEach(m -> all.add(new Line(m.name(), m.login(), Optional.empty())));
        all.sort(Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER));
        missing = vote.missing().stream().map(m -> "@" + m.login()).collect(Collectors.joining(" "));
        copy.setVisible(!vote.missing().isEmpty());
        count.setText(
                vote.missing().isEmpty()
                        ? "%d voted".formatted(vote.ballots().size())
                        : "%d voted, %d active members have not ·"
                                .formatted(vote.ballots().size(), vote.missing().size()));
        boolean hidden = vote.ballots().isEmpty() && !vote.summary().takesBallots();
        setVisible(!hidden);
        empty.setVisible(all.isEmpty());
        lines.removeAll();
        all.forEach(line -> lines.add(item(line)));
    }

    private static ListItem item(Line line) {
        Span sign = line.ballot().map(b -> VoteWords.sign(b.choice())).orElseGet(() -> {
            Span none = new Span("–");
            none.addClassName("q-sign");
            none.getElement().setAttribute("aria-hidden", "true");
            return none;
        });
        Span name = new Span(Address.link(Address.member(line.login()), line.name()));
        if (line.ballot().isEmpty()) {
            Span notYet = new Span(" not yet");
            notYet.addClassName("q-dim");
            name.add(notYet);
        }
        ListItem item = new ListItem(sign, new Initials(line.name()), name);
        line.ballot().map(VoteDetail.Ballot::comment).filter(c -> !c.isBlank()).ifPresent(comment -> {
            Span said = new Span(comment);
            said.addClassName("q-comment");
            item.add(said);
        });
        return item;
    }
}
