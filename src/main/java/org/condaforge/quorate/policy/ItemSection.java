package org.condaforge.quorate.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Rule;

/// The part of a page about one item: its block of data and its tables of examples.
record ItemSection(Section section, Mapping data) {

    /// In characters, written on one line: a vote keeps the rule it was called under.
    private static final int LONGEST_RULE = 2000;

    VotingItem read(String policy, Duration minimumPeriod, int minimumQuorum, Faults faults) {
        var name = data.required("item", Form.NAME);
        var title = data.required("title", Form.TEXT);
        var classification = data.required("class", Form.oneOf(Classification.class));
        var rule = rule(minimumQuorum, faults);
        var subject = data.optional("subject", Form.oneOf(Subject.class), Subject.FREE);
        var restrictions = restrictions(
                data.has("restrictions") ? data.required("restrictions") : Mapping.silent(data.line()), minimumPeriod);
        data.close();
        return new VotingItem(
                policy,
                name,
                title,
                classification,
                rule,
                restrictions,
                subject,
                examples(rule.isPresent(), faults),
                section.line());
    }

    private Optional<Rule> rule(int minimumQuorum, Faults faults) {
        var node = data.node("rule");
        if (node.isEmpty()) {
            data.missing("rule", "{majority: ..., routes: [...]}, {consensus: ...}, {any-of: [...]} or none");
        }
        var rule = node.flatMap(n -> RuleNotation.read(n, minimumQuorum, faults));
        rule.map(RuleNotation::write)
                .filter(written -> written.length() > LONGEST_RULE)
                .ifPresent(written -> faults.add(
                        data.line("rule"),
                        "a rule of %d characters".formatted(written.length()),
                        "at most " + LONGEST_RULE));
        return rule;
    }

    private static Restrictions restrictions(Mapping data, Duration minimumPeriod) {
        var restrictions = new Restrictions(
                data.optional("minimum-period", Form.PERIOD, minimumPeriod),
                data.optional("meeting-cycle", Form.FLAG, false),
                data.optional("justification", Form.FLAG, false),
                data.list("asks-for", Form.TEXT),
                data.optional("no-needs-comment", Form.FLAG, false),
                data.optional("early-close", Form.FLAG, false));
        data.close();
        return restrictions;
    }

    private List<Example> examples(boolean voted, Faults faults) {
        section.strays()
                .forEach(line -> faults.add(
                        line,
                        "rows without a table",
                        "a header, a line |---|---|, and no empty line between the rows"));
        var examples = section.tables().stream()
                .flatMap(table -> new ExampleTable(table, faults).examples().stream())
                .toList();
        if (voted && section.tables().isEmpty()) {
            faults.add(
                    section.line() == 0 ? data.line() : section.line(),
                    "no worked example",
                    "a table " + ExampleTable.HEADER);
        }
        if (!voted && data.has("rule") && !section.tables().isEmpty()) {
            faults.add(
                    section.tables().getFirst().header().line(), "examples of no vote", "none where the rule is none");
        }
        return examples;
    }
}
