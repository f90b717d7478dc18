package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Bound;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.VoteDetail;

/// The ways in which a vote can be decided, each a checklist with what there is and what is needed.
final class RoutesPanel extends Composite<Card> {

    private final Reader reader;
    private final Div routes = new Div();

    RoutesPanel(Reader reader) {
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        routes.addClassName("q-routes");
        return new Card("How it is decided", routes);
    }

    void show(VoteDetail vote) {
        routes.removeAll();
        setVisible(vote.assessment().isPresent());
        vote.assessment().ifPresent(assessment -> show(assessment, vote));
    }

    private void show(Assessment assessment, VoteDetail vote) {
        String item = vote.summary().terms().orElseThrow().itemTitle();
        for (RouteAssessment route : assessment.routes()) {
            Div head = new Div(new H3(name(route.route())), chip(route));
            head.addClassName("q-route-head");
            Div box = new Div(head);
            box.addClassName("q-route");
            if (route.state() == RouteState.PASSES) {
                box.addClassName("q-met");
            }
            if (route.conditions().isEmpty()) {
                box.add(new Paragraph("The policy does not name this route for “%s”.".formatted(item)));
            } else {
                box.add(conditions(route.conditions(), vote));
            }
            routes.add(box);
        }
    }

    private static String name(Route route) {
        return switch (route) {
            case STANDARD -> "Standard";
            case ACCELERATED -> "Accelerated";
            case TIME_OUT -> "Time-out";
            case CONSENSUS -> "Consensus";
        };
    }

    private static Chip chip(RouteAssessment route) {
        return switch (route.state()) {
            case PASSES -> Chip.good("would pass");
            case REJECTS -> Chip.bad("would reject");
            case SHORT -> Chip.plain(missing(route.conditions()));
            case NOT_NEEDED -> Chip.plain("not needed");
            case NOT_OFFERED -> Chip.plain("not for this item");
        };
    }

    private static String missing(List<Condition> conditions) {
        long unmet = conditions.stream().filter(condition -> !condition.met()).count();
        if (unmet != 1) {
            return "%d to go".formatted(unmet);
        }
        Condition condition =
                conditions.stream().filter(c -> !c.met()).findFirst().orElseThrow();
        return condition.bound() == Bound.AT_LEAST ? "%d short".formatted(condition.missing()) : "not met";
    }

    private UnorderedList conditions(List<Condition> conditions, VoteDetail vote) {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-conds");
        list.getElement().setAttribute("role", "list");
        for (Condition condition : conditions) {
            Span sign = new Span(condition.met() ? "✓" : "○");
            sign.getElement().setAttribute("role", "img");
            sign.getElement().setAttribute("aria-label", condition.met() ? "met" : "not met");
            Span have = new Span(have(condition, vote));
            have.addClassName("q-have");
            ListItem item = new ListItem(sign, new Span(condition.name()), have);
            item.addClassName("q-cond");
            if (condition.met()) {
                item.addClassName("q-met");
            }
            list.add(item);
        }
        return list;
    }

    /// What there is against what is needed; for what either is or is not, that in words.
    private String have(Condition condition, VoteDetail vote) {
        if (condition.bound() == Bound.AT_MOST) {
            return "%d, at most %d".formatted(condition.have(), condition.need());
        }
        boolean fact = condition.need() == 1 && !condition.name().startsWith("say");
        if (!fact) {
            return "%d / %d".formatted(condition.have(), condition.need());
        }
        if (condition.met()) {
            return "yes";
        }
        return condition.name().startsWith("presented")
                ? vote.nextMeeting()
                        .map(next -> "next "
                                + When.on(LocalDate.ofInstant(next, reader.zone()), reader.today())
                                        .getElement()
                                        .getText())
                        .orElse("not yet")
                : "not yet";
    }
}
