package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;

/// How secret a secret ballot is, in a few plain words.
final class SecrecyPanel extends Composite<Card> {

    /// Where there is more to read of it.
    static final String MORE = "rules/secret-votes";

    @Override
    protected Card initContent() {
        Anchor belenios = new Anchor("https://www.belenios.org", "Belenios");
        return new Card(
                "How secret it is",
                new Paragraph(
                        "A ballot is sealed before it is stored, and replaced in place when it is changed. Neither"
                                + " other members nor the public can read it, nor can somebody who has the database or a backup of"
                                + " it, or a log. It is stored without the time."),
                new Paragraph(
                        new Span(
                                "Not promised: whoever runs the server and means harm can see what you choose, and nobody"
                                        + " can verify the count from end to end. Where that matters, vote with "),
                        belenios,
                        new Span(".")),
                new Paragraph(Address.link(MORE, "What is promised, and what is not")));
    }
}
