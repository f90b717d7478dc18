package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.condaforge.quorate.insight.QuorumHealth;
import org.condaforge.quorate.insight.QuorumHealth.ItemHealth;
import org.condaforge.quorate.insight.Reach;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;

/// How many more may stop voting before nothing can pass under an item.
final class QuorumPanel extends Composite<Card> {

    private final QuorumHealth health;

    QuorumPanel(QuorumHealth health) {
        this.health = health;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Quorum health")
                .note("votes since %s"
                        .formatted(When.on(health.since()).getElement().getText()));
        if (health.active() == 0) {
            card.add(
                    new Empty("Nobody is on the roster yet. Import core.csv and emeritus.csv: then it is shown here how"
                            + " far every quorum is from being out of reach."));
            return card;
        }
        if (health.votes() == 0) {
            card.add(new Empty("No standard vote with ballots ended in the last year, so nobody is known to vote. Once"
                    + " one has, it is shown here how many may stop before a quorum is out of reach."));
            return card;
        }
        card.add(Figures.say(sentence(health)));
        UnorderedList items = new UnorderedList();
        items.addClassName("q-list");
        health.items().forEach(item -> items.add(row(item)));
        card.add(items);
        card.add(
                Figures.fine(
                        "Who stops voting without becoming emeritus still counts to the quorum. The time-out, which"
                                + " asks for no quorum, is left aside."
                                + (health.emeritusVoting() == 0
                                        ? ""
                                        : " %d emeritus %s as well; their ballots help where the policy lets them vote."
                                                .formatted(
                                                        health.emeritusVoting(),
                                                        health.emeritusVoting() == 1
                                                                ? "member votes"
                                                                : "members vote"))),
                Figures.download("quorum.csv", () -> InsightCsv.of(health)));
        return card;
    }

    /// Where things stand, by the item that is closest to being out of reach.
    static String sentence(QuorumHealth health) {
        String who = "%d of %d active members took part in a vote in the last year."
                .formatted(health.voting(), health.active());
        return health.items().stream()
                .findFirst()
                .map(first -> {
                    int spare = first.reach().spare();
                    if (spare < 0) {
                        return "%s With these alone, no %s can pass: %d more %s needed."
                                .formatted(who, kind(first), -spare, spare == -1 ? "is" : "are");
                    }
                    return spare == 0
                            ? "%s If one more stops voting, no %s can pass.".formatted(who, kind(first))
                            : "%s If %d more stop voting, no %s can pass.".formatted(who, spare + 1, kind(first));
                })
                .orElse(who);
    }

    /// "75% item", or "“Something else” item" where the rule is no single share.
    private static String kind(ItemHealth health) {
        return switch (health.item().rule().orElseThrow()) {
            case Majority majority -> "%s item".formatted(majority.threshold().text());
            case Consensus _, AnyOf _ -> "“%s” item".formatted(health.item().title());
        };
    }

    private ListItem row(ItemHealth one) {
        Reach reach = one.reach();
        Div words = new Div(
                Address.link(
                        Address.with(
                                "rules/" + one.item().name(),
                                Map.of("page", one.policy().name())),
                        one.item().title()),
                small(one.policy().title() + " · " + words(reach)));
        ListItem row = new ListItem(words, state(reach), drawing(reach));
        row.addClassNames("q-item", "q-plain-item", "q-health");
        return row;
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("q-item-sub");
        return small;
    }

    private static Component state(Reach reach) {
        return reach.spare() < 0
                ? Chip.bad("out of reach")
                : reach.spare() == 0 ? Chip.warn("none may stop") : Chip.plain("%d may stop".formatted(reach.spare()));
    }

    /// "needs 12, 14 vote; 6 are enough when open for longer than a week and nobody says no".
    static String words(Reach reach) {
        String words =
                "needs %d, %d %s".formatted(reach.need(), reach.voting(), reach.voting() == 1 ? "votes" : "vote");
        return reach.acceleratedNeed().isEmpty()
                ? words
                : "%s; %d %s enough when open for longer than a week and nobody says no"
                        .formatted(
                                words,
                                reach.acceleratedNeed().getAsInt(),
                                reach.acceleratedNeed().getAsInt() == 1 ? "is" : "are");
    }

    private Drawing drawing(Reach reach) {
        double whole = Math.max(health.active(), reach.need());
        Drawing drawing = new Drawing("", 14).bar(0, 1, 3, 8, "q-unfilled");
        if (reach.voting() > 0) {
            drawing.bar(0, reach.voting() / whole, 3, 8, reach.reachable() ? "q-state" : "q-warn");
        }
        double at = reach.need() / whole;
        drawing.mark(at, 0, 14, "q-halo").mark(at, 0, 14, "q-mark");
        // The words beside it say the same.
        drawing.getElement()
                .removeAttribute("role")
                .removeAttribute("aria-label")
                .setAttribute("aria-hidden", "true");
        return drawing;
    }
}
