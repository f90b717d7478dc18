package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.condaforge.quorate.proposal.Drift;
import org.condaforge.quorate.ui.component.Card;

/// What is known of a proposal and does not fit together, each with how to mend it.
final class DriftPanel extends Composite<Card> {

    private final List<Drift> drift;

    DriftPanel(List<Drift> drift) {
        this.drift = drift;
        setVisible(!drift.isEmpty());
    }

    @Override
    protected Card initContent() {
        Card card = new Card("What does not fit together").acting();
        for (Drift found : drift) {
            Paragraph mend = new Paragraph(found.mend());
            mend.addClassNames("q-small", "q-dim");
            Div entry = new Div(new Paragraph(found.sentence()), mend);
            entry.addClassName("q-entry");
            card.add(entry);
        }
        return card;
    }
}
