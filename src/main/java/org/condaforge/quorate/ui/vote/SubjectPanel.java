package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// What is voted on: the text as it was when the vote was called.
final class SubjectPanel extends Composite<Card> {

    private final Div body = new Div();

    @Override
    protected Card initContent() {
        return new Card("What is voted on", body);
    }

    void show(VoteDetail vote) {
        body.removeAll();
        vote.summary()
                .proposal()
                .ifPresent(number -> body.add(new Paragraph(Address.link(Address.of(number), number.label()))));
        if (vote.summary().state() == VoteState.EXPIRED) {
            body.add(new Paragraph("What the minutes say: “%s”".formatted(vote.text())));
            return;
        }
        Details text = new Details("The pinned text", new MarkdownText(vote.text(), Address.inText(), 3));
        body.add(vote.text().isBlank() ? new Paragraph("Its text is not on record.") : text);
        if (!vote.justification().isBlank()) {
            body.add(new Paragraph(new Span("Justification: "), new Span(vote.justification())));
        }
        vote.summary().terms().ifPresent(terms -> body.add(under(vote, terms)));
        Code hash = new Code(vote.textHash().substring(0, 12) + "…");
        hash.getElement().setAttribute("title", "SHA-256 " + vote.textHash());
        Paragraph pinned = new Paragraph(new Span("sha256 "), hash);
        pinned.addClassNames("q-dim", "q-small");
        body.add(pinned);
        if (vote.summary().takesBallots() && vote.summary().proposal().isPresent()) {
            Paragraph same = new Paragraph(
                    vote.textChanged()
                            ? "The CFEP's file has changed since; the pinned text is what is voted on."
                            : "The text has not changed since the vote was called.");
            same.addClassNames("q-dim", "q-small");
            body.add(same);
        }
    }

    /// The page's revision and the rule as it stood there, which later revisions do not change. A vote from a
    /// record was called before there was a page, and only counted by one.
    private static Paragraph under(VoteDetail vote, VoteSummary.Terms terms) {
        boolean elsewhere =
                vote.summary().state() == VoteState.CLOSED && vote.recordNote().isPresent();
        Code rule = new Code(RuleNotation.write(terms.rule()));
        Paragraph under = new Paragraph(
                new Span("%s %s, revision %s: "
                        .formatted(elsewhere ? "Counted by" : "Called under", terms.policy(), terms.revision())),
                Address.link(Address.with("rules/" + terms.item(), Map.of("page", terms.policy())), terms.itemTitle()),
                new Span(", "),
                rule);
        under.addClassNames("q-dim", "q-small");
        return under;
    }
}
