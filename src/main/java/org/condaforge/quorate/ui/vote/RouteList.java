package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Bound;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.ConditionExplanation;
import org.condaforge.quorate.rule.Requirement;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.ui.component.Chip;

/// The ways in which a vote can be decided: each with where it stands, what is still possible, and a checklist of
/// what there is and what is needed.
public final class RouteList extends Div {

    public RouteList() {
        addClassName("q-routes");
    }

    /// Shows these routes instead of those before.
    public void show(List<RouteExplanation> routes) {
        show(routes, Optional.empty());
    }

    /// Shows these routes instead of those before.
    ///
    /// @param presentation what to say where a presentation at a core meeting is missing
    void show(List<RouteExplanation> routes, Optional<String> presentation) {
        removeAll();
        routes.forEach(route -> add(box(route, presentation)));
    }

    private static Div box(RouteExplanation explained, Optional<String> presentation) {
        RouteAssessment route = explained.route();
        Div head = new Div(new H3(name(route.route())), chip(route));
        head.addClassName("q-route-head");
        Div box = new Div(head);
        box.addClassName("q-route");
        if (route.state() == RouteState.PASSES) {
            box.addClassName("q-met");
        }
        if (explained.possible().isEmpty()) {
            box.add(new Paragraph(explained.sentence()));
        } else {
            explained.possible().forEach(possible -> box.add(new Paragraph(possible)));
        }
        if (!explained.conditions().isEmpty()) {
            box.add(checklist(explained.conditions(), presentation));
        }
        return box;
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
            case PASSES -> Chip.good("passes");
            case REJECTS -> Chip.bad("rejects");
            case SHORT -> Chip.plain(missing(route.conditions()));
            case NOT_NEEDED -> Chip.plain("not needed");
            case NOT_OFFERED -> Chip.plain("not for this item");
        };
    }

    private static String missing(List<Condition> conditions) {
        List<Condition> unmet =
                conditions.stream().filter(condition -> !condition.met()).toList();
        if (unmet.size() != 1) {
            return "%d to go".formatted(unmet.size());
        }
        Condition condition = unmet.getFirst();
        return condition.bound() == Bound.AT_LEAST ? "%d short".formatted(condition.missing()) : "not met";
    }

    private static UnorderedList checklist(List<ConditionExplanation> conditions, Optional<String> presentation) {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-conds");
        list.getElement().setAttribute("role", "list");
        for (ConditionExplanation explained : conditions) {
            Condition condition = explained.condition();
            Span sign = new Span(condition.met() ? "✓" : "○");
            sign.getElement().setAttribute("role", "img");
            sign.getElement().setAttribute("aria-label", condition.met() ? "met" : "not met");
            Span have = new Span(have(condition, presentation));
            have.addClassName("q-have");
            ListItem item = new ListItem(sign, new Span(condition.name()), have);
            item.setTitle(explained.sentence());
            item.addClassName("q-cond");
            if (condition.met()) {
                item.addClassName("q-met");
            }
            list.add(item);
        }
        return list;
    }

    /// What there is against what is needed; for what either is or is not, that in words.
    private static String have(Condition condition, Optional<String> presentation) {
        if (condition.bound() == Bound.AT_MOST) {
            return "%d, at most %d".formatted(condition.have(), condition.need());
        }
        if (!condition.requirement().isFact()) {
            return "%d / %d".formatted(condition.have(), condition.need());
        }
        if (condition.met()) {
            return "yes";
        }
        return condition.requirement() == Requirement.PRESENTED ? presentation.orElse("not yet") : "not yet";
    }
}
