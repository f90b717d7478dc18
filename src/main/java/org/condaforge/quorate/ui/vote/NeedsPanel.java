package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;

/// Says of an item what a vote on it will need.
final class NeedsPanel extends Composite<Card> {

    private final int active;
    private final Paragraph needs = new Paragraph();

    /// @param active how many are on the roster of today
    NeedsPanel(int active) {
        this.active = active;
    }

    @Override
    protected Card initContent() {
        Paragraph secret = new Paragraph(
                new Span(
                        "Sensitive items are voted on with secret ballots: what the vote is about and how it ends stays"
                                + " with the members of core. "),
                Address.link("rules/secret-votes", "What is promised, and what is not"));
        secret.addClassNames("q-dim", "q-small");
        return new Card("What it will need", needs, secret);
    }

    void show(VotingItem item) {
        if (item.rule().isEmpty()) {
            needs.removeAll();
            needs.add(
                    new Span("“%s” needs no vote: a core member may do it alone and writes it down. "
                            .formatted(item.title())),
                    Address.link(
                            Address.with("rules/" + item.name(), Map.of("page", item.policy())),
                            "Read the rule and record it"));
            return;
        }
        List<String> words = new ArrayList<>();
        String rule = Explanation.rule(item.rule().orElseThrow());
        words.add(Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".");
        words.add(Explanation.figures(item.rule().orElseThrow(), new Electorate(active)));
        words.add("Open for %d hours at least."
                .formatted(item.restrictions().minimumPeriod().toHours()));
        if (item.restrictions().meetingInPeriod()) {
            words.add("A core meeting must fall inside the period.");
        }
        if (!item.restrictions().asksFor().isEmpty()) {
            words.add("Its caller states: "
                    + String.join(", ", item.restrictions().asksFor()) + ".");
        }
        needs.setText(String.join(" ", words));
    }
}
