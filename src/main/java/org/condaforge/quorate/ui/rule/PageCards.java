package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Passage;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.ui.shell.Address;

/// A governance page as a document: a card for each of its headings, with today's figures at the items.
final class PageCards {

    private final Policies policies;
    private final Policy policy;
    private final int active;
    private final TextLinks links;

    PageCards(Policies policies, Policy policy, int active) {
        this.policies = policies;
        this.policy = policy;
        this.active = active;
        this.links = RuleAddress.inText(policies, policy);
    }

    /// The cards in the order of the page; headings below the second level stay with the card above them.
    List<Card> cards() {
        var cards = new ArrayList<Card>();
        for (var passage : policy.passages()) {
            if (passage.level() > 2 && passage.item().isEmpty() && !cards.isEmpty()) {
                var heading = new H3(passage.heading());
                heading.addClassName("q-section");
                cards.getLast().add(heading, prose(passage));
            } else {
                cards.add(passage.item()
                        .map(item -> item(passage, item))
                        .orElseGet(() -> cards.isEmpty() ? first(passage) : plain(passage)));
            }
        }
        return cards;
    }

    /// The headings of the page; those of items whose examples the rule contradicts are marked.
    Card contents() {
        var list = new UnorderedList();
        list.addClassNames("q-contents");
        var page = RuleAddress.of(policies, policy);
        policy.passages().stream().filter(passage -> passage.level() == 2).forEach(passage -> {
            var link = new Anchor(page + "#" + passage.anchor(), passage.heading());
            var entry = new ListItem(link);
            passage.item()
                    .filter(item -> !item.contradictions().isEmpty())
                    .ifPresent(_ -> entry.add(new Span(" "), Chip.bad("contradicted")));
            list.add(entry);
        });
        return new Card("On this page", list)
                .note(wrongItems() == 0 ? "" : "examples contradict rules: " + wrongItems())
                .acting();
    }

    private long wrongItems() {
        return policy.items().stream()
                .map(VotingItem::contradictions)
                .filter(wrong -> !wrong.isEmpty())
                .count();
    }

    private Card first(Passage passage) {
        return anchored(
                passage,
                new Card(
                                passage.heading().isEmpty() ? policy.title() : passage.heading(),
                                prose(passage),
                                facts(),
                                data("The policy as data", passage.data()))
                        .note("revision " + policy.revision()));
    }

    private Card plain(Passage passage) {
        var card = anchored(passage, new Card(passage.heading(), prose(passage)));
        if (!passage.data().isBlank()) {
            card.add(data("The policy as data", passage.data()));
        }
        return card;
    }

    private Card item(Passage passage, VotingItem item) {
        var head = new Div(new H2(Address.link(RuleAddress.of(policies, item), passage.heading())));
        head.addClassName("q-card-head");
        var card = anchored(passage, new Card(head, RuleWords.summary(item, active), RuleWords.chips(item, policy)));
        card.add(prose(passage));
        item.rule().ifPresent(rule -> card.add(new WorkedExamples(policies, item, rule)));
        card.add(data("The rule as data", passage.data()));
        return card;
    }

    /// The prose of a passage.
    Component prose(Passage passage) {
        return new MarkdownText(passage.prose(), links, 2);
    }

    /// What the application reads, for whoever wants to see it.
    static NativeDetails data(String summary, String yaml) {
        var text = new Pre();
        text.add(new Code(yaml.strip()));
        text.addClassName("q-scroll");
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", summary);
        var details = new NativeDetails(summary, text);
        details.addClassName("q-data");
        return details;
    }

    private DescriptionList facts() {
        var facts = new DescriptionList();
        facts.addClassName("q-facts");
        fact(
                facts,
                "Who votes",
                policy.emeritusMayVote()
                        ? "active and emeritus members; the quorum is computed from the active ones"
                        : "active members");
        fact(
                facts,
                "Roster",
                policy.roster() == RosterDate.OPENING
                        ? "as it is when the vote opens; today %d are active".formatted(active)
                        : "as it is when the vote closes; today %d are active".formatted(active));
        fact(facts, "Period", RuleWords.periods(policy.minimumPeriod(), policy.defaultPeriod()));
        fact(
                facts,
                "Deadline",
                policy.deadline() == Deadline.INSTANT
                        ? "a point in time"
                        : "the end of a date anywhere on Earth (UTC−12)");
        return facts;
    }

    private static void fact(DescriptionList facts, String term, String description) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }

    private static Card anchored(Passage passage, Card card) {
        card.setId(passage.anchor());
        return card;
    }
}
