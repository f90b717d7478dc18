package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.policy.InvalidPolicyPage;
import org.condaforge.quorate.policy.PageError;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.Yardstick;

/// What the address of a replay says: what votes are counted by, and which of them are shown.
///
/// @param form how the reader chooses what to count by
/// @param policy the policy, where it names one
/// @param standIn the item votes on unknown items are counted under
/// @param item the item whose votes are counted by an edited rule, with its policy; empty for all
/// @param rule the edited rule as written, possibly not a rule
/// @param yardstick what to count by; empty where the address does not say all of it
/// @param differsOnly whether only votes are shown that would have ended otherwise
/// @param page of the list, from 0
/// @param problems what the address says that cannot be, a sentence each
record ReplayAddress(
        Form form,
        Optional<Policy> policy,
        Optional<VotingItem> standIn,
        Optional<Yardstick.Item> item,
        String rule,
        Optional<Yardstick> yardstick,
        boolean differsOnly,
        int page,
        List<String> problems) {

    static final String PATH = "rules/replay";

    /// Names the policy of the item.
    private static final String UNDER = "under";

    /// The greatest length of a rule somebody writes, in characters.
    static final int LONGEST_RULE = 2_000;

    /// What to count by.
    enum Form {
        POLICY("Another policy"),
        RULE("A rule of your own"),
        CALLED("As they were called");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    ReplayAddress {
        problems = List.copyOf(problems);
    }

    /// Reads an address; what it cannot mean becomes a problem.
    ///
    /// @param known the policies it may name
    static ReplayAddress of(Location location, List<Policy> known) {
        boolean differs =
                Address.parameter(location, "only").filter("differs"::equals).isPresent();
        int page = Address.page(location);
        Optional<String> policy = Address.parameter(location, "policy");
        Optional<String> item = Address.parameter(location, "item");
        Optional<String> rule = Address.parameter(location, "rule");
        if (Address.parameter(location, "as").filter("called"::equals).isPresent()) {
            return new ReplayAddress(
                    Form.CALLED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.of(new Yardstick.AsCalled()),
                    differs,
                    page,
                    List.of());
        }
        if (policy.isEmpty() && (item.isPresent() || rule.isPresent())) {
            return byRule(item, Address.parameter(location, UNDER), rule.orElse(""), known, differs, page);
        }
        return under(policy, Address.parameter(location, "standin"), known, differs, page);
    }

    private static ReplayAddress byRule(
            Optional<String> name,
            Optional<String> under,
            String written,
            List<Policy> known,
            boolean differs,
            int page) {
        List<String> problems = new ArrayList<>();
        Optional<Rule> rule = written.isBlank() ? Optional.empty() : read(written, problems);
        Optional<Yardstick.Item> item = name.flatMap(
                wanted -> under.or(() -> firstWith(wanted, known)).map(policy -> new Yardstick.Item(policy, wanted)));
        if (name.isPresent() && item.isEmpty()) {
            problems.add("No policy has an item “%s”.".formatted(name.get()));
        }
        return new ReplayAddress(
                Form.RULE,
                Optional.empty(),
                Optional.empty(),
                item,
                written,
                problems.isEmpty() ? rule.map(readable -> new Yardstick.ByRule(readable, item)) : Optional.empty(),
                differs,
                page,
                problems);
    }

    /// The policy that is meant where an address names none.
    private static Optional<String> firstWith(String item, List<Policy> known) {
        return known.stream()
                .filter(one -> one.item(item).isPresent())
                .map(Policy::name)
                .findFirst();
    }

    private static ReplayAddress under(
            Optional<String> name, Optional<String> standIn, List<Policy> known, boolean differs, int page) {
        List<String> problems = new ArrayList<>();
        Optional<Policy> policy = name.flatMap(wanted ->
                known.stream().filter(one -> one.name().equals(wanted)).findFirst());
        if (name.isPresent() && policy.isEmpty()) {
            problems.add("There is no policy “%s”, only %s."
                    .formatted(
                            name.get(),
                            String.join(", ", known.stream().map(Policy::name).toList())));
        }
        Optional<VotingItem> item = policy.flatMap(p -> standIn.flatMap(p::item))
                .filter(found -> found.rule().isPresent());
        if (policy.isPresent() && standIn.isPresent() && item.isEmpty()) {
            problems.add("%s has no vote on “%s”, so it cannot stand in for others."
                    .formatted(policy.get().title(), standIn.get()));
        }
        return new ReplayAddress(
                Form.POLICY,
                policy,
                item,
                Optional.empty(),
                "",
                problems.isEmpty() ? policy.map(p -> new Yardstick.UnderPolicy(p, item)) : Optional.empty(),
                differs,
                page,
                problems);
    }

    /// The rule that is written there, or what is wrong with it: line, what was found, what was expected.
    static Optional<Rule> read(String written, List<String> problems) {
        if (written.length() > LONGEST_RULE) {
            problems.add("A rule has at most %,d characters.".formatted(LONGEST_RULE));
            return Optional.empty();
        }
        try {
            return Optional.of(RuleNotation.read(written));
        } catch (InvalidPolicyPage e) {
            for (PageError error : e.errors()) {
                problems.add(
                        "Line %d: found %s, expected %s.".formatted(error.line(), error.found(), error.expected()));
            }
            return Optional.empty();
        }
    }

    /// The address that counts by a policy.
    static String policy(Policy policy, Optional<VotingItem> standIn) {
        return with(Map.of(
                "policy",
                policy.name(),
                "standin",
                standIn.map(VotingItem::name).orElse("")));
    }

    /// The address that counts by a rule.
    static String rule(Rule rule, Optional<Yardstick.Item> item) {
        return with(Map.of(
                "item",
                item.map(Yardstick.Item::name).orElse(""),
                UNDER,
                item.map(Yardstick.Item::policy).orElse(""),
                "rule",
                RuleNotation.write(rule)));
    }

    /// The address with a copy of that item's rule to edit.
    static String copyOf(VotingItem item) {
        return with(Map.of("item", item.name(), UNDER, item.policy()));
    }

    /// The address that counts every vote by its own rule.
    static String called() {
        return with(Map.of("as", "called"));
    }

    /// The address of the same replay that shows all votes, or only those that differ.
    String showing(boolean differing) {
        return Address.with(PATH, parameters(differing));
    }

    /// What the address of this replay says, without the page of the list.
    Map<String, String> parameters(boolean differing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("as", form == Form.CALLED ? "called" : "");
        parameters.put("policy", policy.map(Policy::name).orElse(""));
        parameters.put("standin", standIn.map(VotingItem::name).orElse(""));
        parameters.put("item", item.map(Yardstick.Item::name).orElse(""));
        parameters.put(UNDER, item.map(Yardstick.Item::policy).orElse(""));
        parameters.put("rule", rule);
        parameters.put("only", differing ? "differs" : "");
        return parameters;
    }

    private static String with(Map<String, String> parameters) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : List.of("as", "policy", "standin", "item", UNDER, "rule")) {
            ordered.put(name, parameters.getOrDefault(name, ""));
        }
        return Address.with(PATH, ordered);
    }
}
