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
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.VoteDetail;

/// Who voted how, with comments and what they had said before, who recused themselves, and who of the active
/// members has done neither.
final class RollCall extends Composite<Card> {

    /// @param remark beside the name: that they have not voted, or recused themselves
    private record Line(
            MemberId member,
            String name,
            String login,
            Optional<VoteDetail.Ballot> ballot,
            String remark,
            String said) {

        static Line of(VoteDetail.Ballot ballot) {
            return new Line(ballot.member(), ballot.name(), ballot.login(), Optional.of(ballot), "", ballot.comment());
        }

        static Line of(RollCallNotes.Recusal recusal) {
            return new Line(
                    recusal.member(), recusal.name(), recusal.login(), Optional.empty(), "recused", recusal.reason());
        }
    }

    private final Reader reader;
    private final Span count = new Span();
    private final Button copy = new Button("copy the missing");
    private final UnorderedList lines = new UnorderedList();
    private final Empty empty = new Empty("Nobody has voted yet. The ballots of a standard vote stand here by name.");
    private String missing = "";

    RollCall(Reader reader) {
        this.reader = reader;
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

    void show(VoteDetail vote, RollCallNotes notes) {
        List<Line> all = new ArrayList<>();
        vote.ballots().forEach(ballot -> all.add(Line.of(ballot)));
        notes.recused().forEach(recusal -> all.add(Line.of(recusal)));
        vote.missing().forEach(m -> all.add(new Line(m.id(), m.name(), m.login(), Optional.empty(), "not yet", "")));
        all.sort(Comparator.comparing(Line::name, String.CASE_INSENSITIVE_ORDER));
        missing = vote.missing().stream().map(m -> "@" + m.login()).collect(Collectors.joining(" "));
        copy.setVisible(!vote.missing().isEmpty());
        count.setText(count(vote, notes));
        boolean hidden = vote.ballots().isEmpty()
                && notes.recused().isEmpty()
                && !vote.summary().takesBallots();
        setVisible(!hidden);
        empty.setVisible(all.isEmpty());
        lines.removeAll();
        all.forEach(line -> lines.add(item(line, notes)));
    }

    private static String count(VoteDetail vote, RollCallNotes notes) {
        StringBuilder count =
                new StringBuilder("%d voted".formatted(vote.ballots().size()));
        if (!notes.recused().isEmpty()) {
            count.append(", %d recused".formatted(notes.recused().size()));
        }
        if (!vote.missing().isEmpty()) {
            count.append(
                    ", %d active members have not ·".formatted(vote.missing().size()));
        }
        return count.toString();
    }

    private ListItem item(Line line, RollCallNotes notes) {
        Span sign = line.ballot().map(b -> VoteWords.sign(b.choice())).orElseGet(() -> {
            Span none = new Span("–");
            none.addClassName("q-sign");
            none.getElement().setAttribute("aria-hidden", "true");
            return none;
        });
        Span name = new Span(Address.link(Address.member(line.login()), line.name()));
        if (!line.remark().isEmpty()) {
            Span remark = new Span(" " + line.remark());
            remark.addClassName("q-dim");
            name.add(remark);
        }
        ListItem item = new ListItem(sign, new Initials(line.name()), name);
        if (line.ballot().isPresent()) {
            notes.entryOf(line.member()).ifPresent(entry -> item.add(comment(entry.inWords())));
        }
        if (!line.said().isBlank()) {
            item.add(comment(line.said()));
        }
        List<RollCallNotes.Earlier> earlier = notes.earlierOf(line.member());
        if (!earlier.isEmpty()) {
            item.add(new EarlierBallots(earlier, reader));
        }
        return item;
    }

    private static Span comment(String words) {
        Span comment = new Span(words);
        comment.addClassName("q-comment");
        return comment;
    }
}
