package org.condaforge.quorate.policy;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.yaml.snakeyaml.nodes.Node;

/// A rule as the pages write it. One line of it is kept with every vote, so that a recount years later, when the page
/// has long changed, counts by the same rule.
public final class RuleNotation {

    private static final Rule STAND_IN = new Consensus(3, 0, false);

    private RuleNotation() {}

    /// The rule on one line: `{majority: 60%, routes: [standard, time-out]}`.
    public static String write(Rule rule) {
        return switch (rule) {
            case Majority(var threshold, var routes, var minimumQuorum) ->
                "{majority: %s, routes: [%s]%s}"
                        .formatted(
                                threshold.text(),
                                routes.stream().sorted().map(Route::label).collect(joining(", ")),
                                minimumQuorum == 0 ? "" : ", minimum-quorum: " + minimumQuorum);
            case Consensus(var yes, var no, var allYes) ->
                "{consensus: {yes: %d, no: %d%s}}".formatted(yes, no, allYes ? ", all-yes: true" : "");
            case AnyOf(var rules) ->
                "{any-of: [%s]}"
                        .formatted(rules.stream().map(RuleNotation::write).collect(joining(", ")));
        };
    }

    /// The rule that [#write] wrote.
    ///
    /// @throws InvalidPolicyPage where the text is no rule
    public static Rule read(String text) {
        var faults = new Faults("rule");
        var rule = Mapping.parse(text, 1, faults).map(mapping -> rule(mapping, 0, faults));
        faults.throwAny();
        return rule.orElse(STAND_IN);
    }

    /// The rule of a page: empty for `none`. Every majority asks for at least `minimumQuorum` voters.
    static Optional<Rule> read(Node node, int minimumQuorum, Faults faults) {
        return Mapping.written(node).equals("'none'")
                ? Optional.empty()
                : Optional.of(rule(node, minimumQuorum, faults));
    }

    private static Rule rule(Node node, int minimumQuorum, Faults faults) {
        return Mapping.of(node, faults)
                .map(mapping -> rule(mapping, minimumQuorum, faults))
                .orElse(STAND_IN);
    }

    private static Rule rule(Mapping mapping, int minimumQuorum, Faults faults) {
        if (mapping.has("majority")) {
            return majority(mapping, minimumQuorum, faults);
        }
        if (mapping.has("consensus")) {
            var rule = consensus(mapping.required("consensus"), faults);
            mapping.close();
            return rule;
        }
        if (mapping.has("any-of")) {
            return anyOf(mapping, minimumQuorum, faults);
        }
        var key = mapping.firstKey();
        faults.add(
                mapping.line(key),
                key.isEmpty() ? "no kind of rule" : "the key " + Form.quoted(key),
                "majority, consensus or any-of; or none where no vote is needed");
        return STAND_IN;
    }

    private static Rule majority(Mapping mapping, int minimumQuorum, Faults faults) {
        var before = faults.count();
        var threshold = mapping.required("majority", Form.SHARE);
        var routes = EnumSet.noneOf(Route.class);
        if (!mapping.has("routes")) {
            mapping.missing("routes", "[standard, time-out]");
        }
        var named = mapping.list("routes", Form.ROUTE);
        routes.addAll(named);
        if (faults.count() == before && (routes.size() < named.size() || !routes.contains(Route.STANDARD))) {
            faults.add(
                    mapping.line("routes"),
                    "a list of %d".formatted(named.size()),
                    "standard, and other routes at most once each");
        }
        var least = mapping.optional("minimum-quorum", Form.NUMBER, minimumQuorum);
        mapping.close();
        return faults.orNote(
                mapping.line("routes"), "this majority", () -> new Majority(threshold, routes, least), STAND_IN);
    }

    private static Rule consensus(Mapping mapping, Faults faults) {
        var yes = mapping.required("yes", Form.NUMBER);
        var no = mapping.required("no", Form.NUMBER);
        var allYes = mapping.optional("all-yes", Form.FLAG, false);
        mapping.close();
        return faults.orNote(mapping.line(), "this consensus", () -> new Consensus(yes, no, allYes), STAND_IN);
    }

    private static Rule anyOf(Mapping mapping, int minimumQuorum, Faults faults) {
        List<Rule> rules = mapping.nodes("any-of").stream()
                .map(node -> rule(node, minimumQuorum, faults))
                .toList();
        mapping.close();
        return faults.orNote(mapping.line("any-of"), "this list of rules", () -> new AnyOf(rules), STAND_IN);
    }
}
