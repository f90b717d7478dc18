package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.Example;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.ui.shell.Address;

/// The worked examples of an item, each with whether the rule agrees. Where it does not, that is said first.
final class WorkedExamples extends Div {

    private final Policies policies;
    private final VotingItem item;

    WorkedExamples(Policies policies, VotingItem item, Rule rule) {
        this.policies = policies;
        this.item = item;
        item.contradictions().forEach(example -> add(warning(example, rule)));
        var table = new NativeTable();
        table.addClassNames("q-table", "q-examples");
        table.getHead().add(header());
        item.examples().forEach(example -> table.getBody().add(row(example, rule)));
        var scroll = new Div(table);
        scroll.addClassName("q-scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", "Worked examples of " + item.title());
        add(scroll);
    }

    private static Component warning(Example example, Rule rule) {
        var tally = example.tally();
        var lead = new Span("A worked example contradicts the rule. ");
        lead.addClassName("q-strong");
        var warning = new Paragraph(
                lead,
                new Span(
                        "Line %d of the page: with %d active, %d yes, %d no and %d abstaining it says “%s”; the rule says “%s”."
                                .formatted(
                                        example.line(),
                                        example.active(),
                                        tally.yes(),
                                        tally.no(),
                                        tally.abstain(),
                                        stated(example),
                                        RuleWords.outcome(example.assess(rule).outcome()))));
        warning.addClassName("q-contradiction");
        return warning;
    }

    private static NativeTableRow header() {
        var row = new NativeTableRow();
        Stream.of("Active", "+1", "−1", "0", "Period", "Outcome", "Why", "The rule")
                .map(NativeTableHeaderCell::new)
                .forEach(cell -> {
                    cell.getElement().setAttribute("scope", "col");
                    row.add(cell);
                });
        return row;
    }

    private NativeTableRow row(Example example, Rule rule) {
        var tally = example.tally();
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(RuleAddress.PAGE, RuleAddress.page(policies, item));
        parameters.putAll(Trial.of(example).parameters());
        var link = Address.link(Address.with(RuleAddress.path(item), parameters), stated(example));
        link.setTitle("Fill the calculator with this example");
        var agrees = example.agreesWith(rule);
        var mark = new Span(
                agrees
                        ? "✓ agrees"
                        : "✗ says " + RuleWords.outcome(example.assess(rule).outcome()));
        mark.addClassNames("q-verdict", agrees ? "q-good" : "q-bad");
        var row = new NativeTableRow(
                number(example.active()),
                number(tally.yes()),
                number(tally.no()),
                number(tally.abstain()),
                new NativeTableCell(
                        RuleWords.period(example.period()) + (example.timeOutMet() ? ", all done for a time-out" : "")),
                new NativeTableCell(link),
                new NativeTableCell(example.why()),
                new NativeTableCell(mark));
        if (!agrees) {
            row.addClassName("q-wrong");
        }
        return row;
    }

    private static NativeTableCell number(int number) {
        var cell = new NativeTableCell(Integer.toString(number));
        cell.addClassName("q-num");
        return cell;
    }

    private static String stated(Example example) {
        return RuleWords.outcome(
                example.outcome(), example.route().map(Route::label).orElse(""));
    }
}
