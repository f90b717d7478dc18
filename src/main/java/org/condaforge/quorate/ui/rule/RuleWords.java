package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.ui.component.Chip;

/// How rules and what they ask for are put in words, the same on every page.
final class RuleWords {

    private RuleWords() {}

    /// What an item asks for, and what that comes to among today's members.
    static Div summary(VotingItem item, int active) {
        var summary = new Div();
        summary.addClassName("q-rule");
        item.rule()
                .ifPresentOrElse(
                        rule -> {
                            var words = new Paragraph(sentence(Explanation.rule(rule)) + ".");
                            words.addClassName("q-rule-words");
                            var figures = new Paragraph(Explanation.figures(rule, new Electorate(active)));
                            figures.addClassName("q-figures");
                            summary.add(words, figures);
                        },
                        () -> {
                            var words = new Paragraph("No vote is needed.");
                            words.addClassName("q-rule-words");
                            summary.add(words);
                        });
        return summary;
    }

    /// Class, routes, periods and restrictions.
    static Div chips(VotingItem item, Policy policy) {
        List<Component> chips = new ArrayList<>();
        var sensitive = item.classification() == Classification.SENSITIVE;
        var classChip = sensitive ? Chip.warn("sensitive item") : Chip.state("standard item");
        classChip.setTitle(
                sensitive ? "Its subject, ballots and outcome stay with the voters." : "Public, with every ballot.");
        chips.add(classChip);
        item.rule().ifPresent(rule -> {
            chips.add(Chip.plain(routes(rule)));
            chips.add(Chip.plain(periods(item, policy)));
        });
        restrictions(item).forEach(words -> chips.add(Chip.plain(words)));
        var row = new Div(chips.toArray(Component[]::new));
        row.addClassName("q-chips");
        return row;
    }

    /// "standard or time-out route".
    static String routes(Rule rule) {
        var routes = routesOf(rule);
        if (routes.equals(EnumSet.of(Route.CONSENSUS))) {
            return "by consensus";
        }
        var words = routes.stream().map(Route::label).collect(Collectors.joining(", "));
        int last = words.lastIndexOf(", ");
        return (last < 0 ? words : words.substring(0, last) + " or " + words.substring(last + 2)) + " route";
    }

    /// The ways in which a rule can decide, in the order they are tried.
    static Set<Route> routesOf(Rule rule) {
        return switch (rule) {
            case Majority majority -> EnumSet.copyOf(majority.routes());
            case Consensus _ -> EnumSet.of(Route.CONSENSUS);
            case AnyOf(var rules) ->
                rules.stream()
                        .flatMap(one -> routesOf(one).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Route.class)));
        };
    }

    /// "at least 24 hours, 7 days by default".
    static String periods(VotingItem item, Policy policy) {
        return periods(item.restrictions().minimumPeriod(), policy.usualPeriod(item));
    }

    static String periods(Duration least, Duration usual) {
        return least.equals(usual)
                ? "at least %s".formatted(period(least))
                : "at least %s, %s by default".formatted(period(least), period(usual));
    }

    /// What is asked of whoever calls a vote or votes no.
    static List<String> restrictions(VotingItem item) {
        var restrictions = item.restrictions();
        var words = new ArrayList<String>();
        if (restrictions.meetingInPeriod()) {
            words.add("a core meeting inside the period");
        }
        if (restrictions.justification()) {
            words.add("needs a justification");
        }
        if (!restrictions.asksFor().isEmpty()) {
            words.add("states " + String.join(", ", restrictions.asksFor()));
        }
        if (restrictions.noNeedsComment()) {
            words.add("a −1 needs a comment");
        }
        if (restrictions.earlyClose()) {
            words.add("may close once it would pass");
        }
        return words;
    }

    /// "7 days", "36 hours", "24 hours".
    static String period(Duration period) {
        long hours = period.toHours();
        return hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours == 1 ? "1 hour" : hours + " hours";
    }

    /// "passed, standard", "inquorate".
    static String outcome(Outcome outcome) {
        return outcome(outcome.label(), outcome.decidedBy().map(Route::label).orElse(""));
    }

    /// "passed, standard", "passed by consensus", "inquorate".
    static String outcome(String label, String route) {
        if (route.isEmpty()) {
            return label;
        }
        return route.equals(Route.CONSENSUS.label()) ? label + " by consensus" : "%s, %s".formatted(label, route);
    }

    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
