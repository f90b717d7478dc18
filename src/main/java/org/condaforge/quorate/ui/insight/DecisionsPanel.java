package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.insight.Decisions;
import org.condaforge.quorate.insight.Decisions.Decided;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;

/// How long proposals took from their beginning to the decision.
final class DecisionsPanel extends Composite<Card> {

    private final Decisions decisions;
    private final InsightsAddress address;

    DecisionsPanel(Decisions decisions, InsightsAddress address) {
        this.decisions = decisions;
        this.address = address;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("From proposal to decision")
                .note("decided %s".formatted(decisions.years().inWords()));
        List<Decided> decided = decisions.decided();
        if (decided.isEmpty()) {
            card.add(new Empty("No proposal with a known beginning was decided in these years. Once one is accepted or"
                    + " rejected, the days it took are drawn here."));
        } else {
            String sentence = "Half of the %d decided proposals took %d days or less."
                    .formatted(decided.size(), decisions.median().orElseThrow());
            card.add(
                    Figures.say(decided.size() == 1 ? one(decided.getFirst()) : sentence),
                    plot(decided.size() == 1 ? one(decided.getFirst()) : sentence + byYear()),
                    Figures.legend("a dot: a proposal, on the day of its decision; the higher, the longer it took"));
        }
        if (decisions.unknown() > 0) {
            card.add(Figures.fine("%d more %s decided; from when on is not on record."
                    .formatted(decisions.unknown(), decisions.unknown() == 1 ? "was" : "were")));
        }
        if (!decided.isEmpty()) {
            Page<Decided> page = Figures.page(decided.reversed(), address.page());
            card.add(
                    Figures.table("Proposals", List.of("Proposal", "Began", "Decided", "Days"), rows(page.items())),
                    new Pager(page, InsightsAddress.PATH, address.parameters()),
                    Figures.download("decisions.csv", () -> InsightCsv.of(decisions)));
        }
        return card;
    }

    private static String one(Decided decided) {
        return "%s took %d days.".formatted(decided.number().label(), decided.days());
    }

    private String byYear() {
        List<String> words = new ArrayList<>();
        for (int year : decisions.years().all()) {
            decisions.median(year).ifPresent(days -> words.add("%d %d days".formatted(year, days)));
        }
        return " The median by year: %s.".formatted(String.join(", ", words));
    }

    private TimePlot plot(String alternative) {
        TimePlot plot = new TimePlot(
                alternative,
                decisions.years(),
                decisions.decided().stream().mapToInt(Decided::days).max().orElse(1));
        StringBuilder dots = new StringBuilder();
        decisions.decided().forEach(one -> dots.append(plot.dot(one.on(), one.days())));
        return plot.draw("q-points", dots.toString()).finish();
    }

    private static List<List<Component>> rows(List<Decided> decided) {
        return decided.stream()
                .map(one -> List.<Component>of(
                        Address.link(
                                Address.of(one.number()),
                                "%s: %s".formatted(one.number().label(), one.title())),
                        When.on(one.begun()),
                        one.vote()
                                .<Component>map(vote -> Address.link(
                                        Address.of(vote),
                                        When.on(one.on()).getElement().getText()))
                                .orElseGet(() -> When.on(one.on())),
                        new Span(String.valueOf(one.days()))))
                .toList();
    }
}
