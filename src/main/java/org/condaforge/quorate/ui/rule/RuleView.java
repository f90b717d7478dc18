package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Passage;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.DecisionsWithoutVote;

/// One item of a governance page: its rule, a calculator whose fields are in the address, and what becomes of every
/// tally.
@Route(RuleAddress.PATH + "/:item")
@AnonymousAllowed
public class RuleView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final Policies policies;
    private final MemberService members;
    private final DecisionsWithoutVote decisions;
    private final Reader reader;
    private String title = "Rule";

    public RuleView(Policies policies, MemberService members, DecisionsWithoutVote decisions, Reader reader) {
        this.policies = policies;
        this.members = members;
        this.decisions = decisions;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var name = event.getRouteParameters().get("item").orElse("");
        var page = Address.parameter(event.getLocation(), RuleAddress.PAGE);
        var policy = page.isPresent() ? policies.known(page.get()) : policies.knownWith(name);
        policy.flatMap(found -> found.item(name))
                .ifPresentOrElse(
                        item -> show(policy.orElseThrow(), item, event.getLocation()),
                        () -> event.rerouteToError(
                                NotFoundException.class, RulesView.missing(policies, name, page, policy)));
    }

    private void show(Policy policy, VotingItem item, Location location) {
        title = item.title();
        int active = members.roster().active().size();
        var cards = new PageCards(policies, policy, active);
        var passage = policy.passages().stream()
                .filter(each -> each.item().filter(item::equals).isPresent())
                .findFirst()
                .orElseThrow();
        var head = new PageHead(item.title())
                .below(
                        Address.link(RuleAddress.PATH, "Rules"),
                        Address.link(RuleAddress.of(policies, policy), policy.title()))
                .chips(chips(item, policy));
        getContent().removeAll();
        getContent().add(head);
        item.rule()
                .ifPresentOrElse(
                        rule -> withVote(policy, item, rule, location, active, cards, passage),
                        () -> withoutVote(item, location, active, cards, passage));
    }

    private Component[] chips(VotingItem item, Policy policy) {
        var chips = new ArrayList<Component>();
        if (policies.policy(policy.name()).isEmpty()) {
            chips.add(Chip.bad("not in force here"));
        }
        RuleWords.chips(item, policy).getChildren().forEach(chips::add);
        chips.add(Chip.plain("revision " + policy.revision()));
        return chips.toArray(Component[]::new);
    }

    private void withVote(
            Policy policy,
            VotingItem item,
            Rule rule,
            Location location,
            int active,
            PageCards cards,
            Passage passage) {
        var result = new TrialResult(rule, policy);
        var chart = new OutcomeChart(rule);
        var form = new TrialForm(rule, trial -> {
            result.show(trial);
            chart.show(trial);
            Address.become(address(item, trial));
        });
        var address = new TrialAddress(location);
        var trial = address.read(Trial.start(active, policy.usualPeriod(item)));
        form.show(trial, address.problems());
        result.show(trial);
        chart.show(trial);
        var examples =
                new Card("Worked examples", new WorkedExamples(policies, item, rule)).note("choose one to try it");
        var columns = new Columns(List.of(rule(item, active, cards, passage), result, chart, examples), List.of(form));
        columns.addClassName("q-stay");
        getContent().add(columns);
    }

    private String address(VotingItem item, Trial trial) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(RuleAddress.PAGE, RuleAddress.page(policies, item));
        parameters.putAll(trial.parameters());
        return Address.with(RuleAddress.path(item), parameters);
    }

    private void withoutVote(VotingItem item, Location location, int active, PageCards cards, Passage passage) {
        var recorded = new WithoutVotePanel(
                decisions,
                reader,
                item,
                WithoutVotePanel.page(location),
                Map.of(RuleAddress.PAGE, RuleAddress.page(policies, item)));
        getContent().add(new Columns(List.of(rule(item, active, cards, passage), recorded), List.of()));
    }

    private static Card rule(VotingItem item, int active, PageCards cards, Passage passage) {
        var card = new Card(
                "The rule",
                RuleWords.summary(item, active),
                cards.prose(passage),
                PageCards.data("The rule as data", passage.data()));
        item.rule().ifPresent(_ -> {
            var replay = Address.link(ReplayAddress.copyOf(item), "Replay past votes with an edited copy");
            replay.addClassName("q-below");
            card.add(replay);
        });
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
