package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a core member did under an item that needs no vote: it holds since then, and this is its public record.
///
/// @param revision the edition of the policy that asked for no vote
/// @param itemTitle as the page called the item then
/// @param subject what it concerns, one line
/// @param link where that is; always http or https
/// @param justification the reasons, and below them what the item asks to state; empty where it asks for neither
/// @param by who decided
/// @param login of who decided
public record DecisionWithoutVote(
        long id,
        String policy,
        String revision,
        String item,
        String itemTitle,
        String subject,
        Optional<String> link,
        String justification,
        String by,
        String login,
        Instant at) {

    /// What a core member writes down.
    ///
    /// @param link an address, or nothing
    /// @param justification why, in their words
    /// @param statements what is said to each thing the item asks for, in the order it asks
    public record Draft(
            String policy, String item, String subject, String link, String justification, List<String> statements) {

        public Draft {
            statements = List.copyOf(statements);
        }
    }
}
