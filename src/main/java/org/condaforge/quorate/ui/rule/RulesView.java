package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;

/// The governance pages as documents, with what they come to among today's members.
@Route(RuleAddress.PATH)
@AnonymousAllowed
public class RulesView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final Policies policies;
    private final MemberService members;
    private String title = "Rules";

    public RulesView(Policies policies, MemberService members) {
        this.policies = policies;
        this.members = members;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = Address.parameter(event.getLocation(), RuleAddress.PAGE);
        var policy = asked.isPresent()
                ? policies.known(asked.get())
                : Optional.of(policies.all().getFirst());
        policy.ifPresentOrElse(
                this::show,
                () -> event.rerouteToError(
                        NotFoundException.class,
                        "There is no governance page “%s”. There are %s."
                                .formatted(asked.orElse(""), names(policies))));
    }

    static String names(Policies policies) {
        return policies.everyKnown().stream().map(Policy::name).collect(Collectors.joining(", "));
    }

    /// What there is instead of an item of that name.
    static String missing(Policies policies, String name, Optional<String> page, Optional<Policy> policy) {
        return policy.map(found -> "The page %s has no item “%s”. It has %s."
                        .formatted(
                                found.name(),
                                name,
                                found.items().stream().map(VotingItem::name).collect(Collectors.joining(", "))))
                .orElseGet(() -> page.map(asked ->
                                "There is no governance page “%s”. There are %s.".formatted(asked, names(policies)))
                        .orElseGet(() -> "No governance page has an item “%s”. There are %s."
                                .formatted(
                                        name,
                                        policies.all().stream()
                                                .flatMap(each -> each.items().stream())
                                                .map(VotingItem::name)
                                                .collect(Collectors.joining(", ")))));
    }

    private void show(Policy policy) {
        title = policy.title() + " · Rules";
        var inForce = policies.policy(policy.name()).isPresent();
        var active = members.roster().active().size();
        var reading = new ArrayList<Component>(new PageCards(policies, policy, active).cards());
        getContent().removeAll();
        getContent()
                .add(new PageHead("Rules")
                        .lead("The governance pages of this instance, as people read them and as votes are"
                                + " counted, with what they come to among today’s members.")
                        .actions(pages(policy), replay()));
        if (!inForce) {
            getContent().add(notInForce());
        }
        var columns =
                new Columns(reading, List.of(new PageCards(policies, policy, active).contents(), alsoKnown(policy)));
        columns.addClassName("q-stay");
        getContent().add(columns);
    }

    private Pills pages(Policy shown) {
        var pills = new Pills("Governance page");
        policies.all()
                .forEach(policy -> pills.option(
                        policy.title(),
                        RuleAddress.of(policies, policy),
                        policy.name().equals(shown.name())));
        return pills;
    }

    private static Anchor replay() {
        return Address.link("rules/replay", "Replay past votes");
    }

    private static Paragraph notInForce() {
        var warning = new Paragraph(
                "Not in force here: this page ships with Quorate, and this instance does not vote by it.");
        warning.addClassName("q-contradiction");
        return warning;
    }

    private Card alsoKnown(Policy shown) {
        var list = new UnorderedList();
        list.addClassNames("q-contents");
        policies.alsoKnown().forEach(policy -> {
            var link = Address.link(RuleAddress.of(policies, policy), policy.title());
            if (policy.name().equals(shown.name())) {
                link.getElement().setAttribute("aria-current", "true");
            }
            list.add(new ListItem(link, new Span(" "), Chip.plain("not in force")));
        });
        var card = new Card("Also known", list);
        card.setVisible(!policies.alsoKnown().isEmpty());
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
