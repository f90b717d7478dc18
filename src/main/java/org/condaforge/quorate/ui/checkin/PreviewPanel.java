package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.checkin.Asked;
import org.condaforge.quorate.checkin.Round;
import org.condaforge.quorate.checkin.RoundPreview;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;

/// What the end would do if it came now: who becomes emeritus, the quorum of every item, and open votes that
/// would change.
final class PreviewPanel extends Composite<Card> {

    private final RoundPreview preview;
    private final Round round;

    PreviewPanel(RoundPreview preview, Round round) {
        this.preview = preview;
        this.round = round;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("If it ended now", who());
        if (preview.leaving() > 0) {
            card.add(names());
        }
        card.add(quorums(), votes());
        if (!round.byItself()) {
            card.add(dim("A secretary carries out the end."));
        }
        return card;
    }

    private Paragraph who() {
        int leaving = preview.leaving();
        if (leaving == 0) {
            return new Paragraph("Nobody would become emeritus; %d stay active.".formatted(preview.activeThen()));
        }
        Span many = new Span(leaving == 1 ? "1 member" : leaving + " members");
        many.addClassName("q-strong");
        return new Paragraph(
                many,
                new Span(" would become emeritus: %d by choice, %d by silence."
                        .formatted(
                                preview.byChoice().size(), preview.bySilence().size())));
    }

    private Div names() {
        Div names = new Div();
        if (!preview.byChoice().isEmpty()) {
            names.add(dim("By choice: " + names(preview.byChoice())));
        }
        if (!preview.bySilence().isEmpty()) {
            names.add(dim("By silence: " + names(preview.bySilence())));
        }
        return names;
    }

    private static String names(List<Asked> asked) {
        return asked.stream().map(Asked::name).collect(Collectors.joining(", "));
    }

    private Div quorums() {
        NativeTable table = new NativeTable();
        table.addClassName("q-table");
        table.getHead().add(Tables.header("Quorum", "now", "then"));
        preview.quorums()
                .forEach(quorum -> table.getBody()
                        .add(new NativeTableRow(
                                new NativeTableCell(quorum.item()),
                                new NativeTableCell(String.valueOf(quorum.now())),
                                new NativeTableCell(String.valueOf(quorum.then())))));
        return Tables.scrolling(table, "Quorum of every item, now and then");
    }

    private Div votes() {
        Div votes = new Div();
        preview.votes().forEach(vote -> {
            Paragraph line = new Paragraph(
                    Address.link(Address.of(vote.vote()), vote.title()),
                    new Span(": quorum %d instead of %d".formatted(vote.quorumThen(), vote.quorumNow())));
            if (!vote.resultNow().equals(vote.resultThen())) {
                line.add(new Span(", and it would be %s instead of %s".formatted(vote.resultThen(), vote.resultNow())));
            }
            line.add(new Span("."));
            votes.add(line);
        });
        if (preview.votes().isEmpty()) {
            votes.add(dim("No open vote would change."));
        }
        if (preview.fixedVotes() > 0) {
            votes.add(dim((preview.fixedVotes() == 1 ? "1 open vote keeps" : preview.fixedVotes() + " open votes keep")
                    + " the quorum of the opening."));
        }
        return votes;
    }

    private static Paragraph dim(String words) {
        Paragraph line = new Paragraph(words);
        line.addClassNames("q-small", "q-dim");
        return line;
    }
}
