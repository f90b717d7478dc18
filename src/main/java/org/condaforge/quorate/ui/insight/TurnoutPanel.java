package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.condaforge.quorate.insight.Years;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Turnouts.Ended;

/// How many took part in each vote, against its quorum.
final class TurnoutPanel extends Composite<Card> {

    private final List<Ended> all;
    private final List<Ended> known;
    private final Years years;
    private final InsightsAddress address;
    private final Reader reader;

    TurnoutPanel(List<Ended> all, Years years, InsightsAddress address, Reader reader) {
        this.all = all;
        this.known = all.stream()
                .filter(vote -> vote.cast().isPresent() && vote.quorum().isPresent())
                .toList();
        this.years = years;
        this.address = address;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Turnout against quorum").note("standard votes, %s".formatted(years.inWords()));
        if (all.isEmpty()) {
            card.add(new Empty("No standard vote ended in these years. Once one has, its turnout is drawn here beside"
                    + " its quorum."));
            return card;
        }
        String sentence = sentence();
        card.add(Figures.say(sentence));
        if (!known.isEmpty()) {
            card.add(
                    plot(sentence),
                    Figures.legend(
                            "solid: took part, quorum reached",
                            "dashed: took part, quorum missed",
                            "level mark: quorum"));
        }
        if (known.size() < all.size()) {
            card.add(Figures.fine("%s not drawn: how many took part, or its rule, is not on record."
                    .formatted(
                            all.size() - known.size() == 1
                                    ? "One vote is"
                                    : all.size() - known.size() + " votes are")));
        }
        Page<Ended> page = Figures.page(all.reversed(), address.page());
        card.add(
                Figures.table("Votes", List.of("Vote", "Ended", "Took part", "Quorum", "Outcome"), rows(page.items())),
                new Pager(page, InsightsAddress.PATH, address.parameters()),
                Figures.download("turnout.csv", () -> InsightCsv.of(all)));
        return card;
    }

    private String sentence() {
        long reached = known.stream().filter(TurnoutPanel::reached).count();
        return known.isEmpty()
                ? "Of no vote of these years is it known how many had to take part."
                : "%d of %d votes reached their quorum.".formatted(reached, known.size());
    }

    private static boolean reached(Ended vote) {
        return vote.cast().orElseThrow() >= vote.quorum().orElseThrow();
    }

    private static LocalDate day(Ended vote) {
        return LocalDate.ofInstant(vote.decidedAt(), ZoneOffset.UTC);
    }

    private TimePlot plot(String alternative) {
        int most = known.stream()
                .mapToInt(vote ->
                        Math.max(vote.cast().orElseThrow(), vote.quorum().orElseThrow()))
                .max()
                .orElse(1);
        TimePlot plot = new TimePlot(alternative, years, most);
        StringBuilder stems = new StringBuilder();
        StringBuilder missed = new StringBuilder();
        StringBuilder quorums = new StringBuilder();
        for (Ended vote : known) {
            (reached(vote) ? stems : missed)
                    .append(plot.stem(day(vote), vote.cast().orElseThrow()));
            quorums.append(plot.tick(day(vote), vote.quorum().orElseThrow()));
        }
        return plot.draw("q-stem q-yes", stems.toString())
                .draw("q-stem q-no", missed.toString())
                .draw("q-quorum", quorums.toString())
                .finish();
    }

    private List<List<Component>> rows(List<Ended> votes) {
        return votes.stream()
                .map(vote -> List.<Component>of(
                        Address.link(Address.of(vote.id()), vote.title()),
                        reader.day(vote.decidedAt()),
                        new Span(vote.cast().map(String::valueOf).orElse("not known")),
                        new Span(vote.quorum().map(String::valueOf).orElse("not known")),
                        new Span(vote.result().label())))
                .toList();
    }
}
