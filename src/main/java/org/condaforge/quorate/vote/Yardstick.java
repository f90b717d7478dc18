package org.condaforge.quorate.vote;

import java.util.Optional;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Rule;

/// What a replay counts votes by.
public sealed interface Yardstick {

    /// Every vote by the rule it was called under: a recount of everything.
    record AsCalled() implements Yardstick {}

    /// Votes as if they had been called under that policy.
    ///
    /// @param standIn the item of the policy that votes on items unknown to it are counted under; empty to leave
    ///     these out
    record UnderPolicy(Policy policy, Optional<VotingItem> standIn) implements Yardstick {

        /// @throws IllegalArgumentException if the stand-in is no item of the policy, or needs no vote
        public UnderPolicy {
            standIn.ifPresent(item -> {
                if (!policy.items().contains(item) || item.rule().isEmpty()) {
                    throw new IllegalArgumentException(
                            "“%s” is no vote under %s.".formatted(item.title(), policy.title()));
                }
            });
        }
    }

    /// An item that votes were called on. Two policies may have items of the same name.
    record Item(String policy, String name) {}

    /// Votes by a rule of somebody's own; who votes and whose roster counts stays as it was for each.
    ///
    /// @param item the item whose votes are counted; empty for all votes
    record ByRule(Rule rule, Optional<Item> item) implements Yardstick {}

    /// The item that the replay keeps to, if it does.
    default Optional<Item> only() {
        return switch (this) {
            case AsCalled _, UnderPolicy _ -> Optional.empty();
            case ByRule(var _, var item) -> item;
        };
    }

    /// Whether standings of the past are needed to count by it.
    default boolean asksForStandings() {
        return this instanceof UnderPolicy;
    }

    /// Whether ballots of those who were emeritus are left out.
    default boolean barsEmeriti() {
        return switch (this) {
            case AsCalled _, ByRule _ -> false;
            case UnderPolicy(var policy, var _) -> !policy.emeritusMayVote();
        };
    }
}
