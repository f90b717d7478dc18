package org.condaforge.quorate.api;

import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Explanation;

/// A governance page as data.
///
/// @param loaded whether this instance votes by it
/// @param page the page itself, Markdown
record PolicyAnswer(
        String name,
        String title,
        String revision,
        boolean loaded,
        Electorate electorate,
        String deadline,
        String minimumPeriod,
        String defaultPeriod,
        List<Item> items,
        String page) {

    /// Who votes. `roster` is the moment whose roster the quorum is computed from: `opening` or `closing`.
    record Electorate(boolean emeritusMayVote, String roster) {}

    /// A kind of decision. `rule` is written as on the page, and null where no vote is needed.
    record Item(
            String name,
            String title,
            String classification,
            String subject,
            Optional<String> rule,
            Optional<String> ruleInWords,
            Restrictions restrictions) {}

    /// What an item asks of whoever calls a vote on it, and of whoever votes no.
    record Restrictions(
            String minimumPeriod,
            boolean meetingInPeriod,
            boolean justification,
            List<String> asksFor,
            boolean noNeedsComment,
            boolean earlyClose) {}

    static PolicyAnswer of(Policy policy, boolean loaded) {
        return new PolicyAnswer(
                policy.name(),
                policy.title(),
                policy.revision(),
                loaded,
                new Electorate(policy.emeritusMayVote(), Words.of(policy.roster())),
                Words.of(policy.deadline()),
                Words.of(policy.minimumPeriod()),
                Words.of(policy.defaultPeriod()),
                policy.items().stream().map(PolicyAnswer::item).toList(),
                policy.page());
    }

    private static Item item(VotingItem item) {
        var asked = item.restrictions();
        return new Item(
                item.name(),
                item.title(),
                Words.of(item.classification()),
                Words.of(item.subject()),
                item.rule().map(RuleNotation::write),
                item.rule().map(Explanation::rule),
                new Restrictions(
                        Words.of(asked.minimumPeriod()),
                        asked.meetingInPeriod(),
                        asked.justification(),
                        asked.asksFor(),
                        asked.noNeedsComment(),
                        asked.earlyClose()));
    }
}
