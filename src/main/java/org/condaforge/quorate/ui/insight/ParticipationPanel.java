package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import org.condaforge.quorate.insight.MemberYears;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;

/// Who took part in how many votes of each year.
final class ParticipationPanel extends Composite<Card> {

    private final MemberYears figures;
    private final InsightsAddress address;

    ParticipationPanel(MemberYears figures, InsightsAddress address) {
        this.figures = figures;
        this.address = address;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Votes taken part in");
        if (figures.rows().isEmpty()) {
            card.add(new Empty("No standard vote with ballots ended in these years. Once one has, it is shown here who"
                    + " took part in how many, year by year."));
            return card;
        }
        MemberYears.Cell all = figures.totals().stream()
                .reduce(
                        new MemberYears.Cell(0, 0),
                        (one, other) -> new MemberYears.Cell(one.part() + other.part(), one.whole() + other.whole()));
        card.note("standard votes, %s".formatted(figures.years().inWords()));
        card.add(Figures.say(
                "Members took part in %s of the votes that they could take part in.".formatted(Figures.percent(all))));
        card.add(Figures.map(figures, address, "Votes").toArray(Component[]::new));
        card.add(
                Figures.fine("A member could take part in what ended while they were active; what emeritus members took"
                        + " part in counts too."),
                Figures.download("participation.csv", () -> InsightCsv.of(figures, "votes")));
        return card;
    }
}
