package org.condaforge.quorate.policy;

import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Rule;

/// One kind of decision a policy knows, and the rule that decides it.
///
/// @param policy the name of the policy it belongs to
/// @param name unique within the policy, as in addresses: `cfep-approval`
/// @param title as people call it: `CFEP approval`
/// @param rule empty where no vote is needed
/// @param examples the worked examples of the page, none where there is no rule
/// @param line the line of its heading on the page, from 1
public record VotingItem(
        String policy,
        String name,
        String title,
        Classification classification,
        Optional<Rule> rule,
        Restrictions restrictions,
        Subject subject,
        List<Example> examples,
        int line) {

    public VotingItem {
        examples = List.copyOf(examples);
    }

    /// The worked examples that the rule contradicts: an empty list for a page that is right.
    public List<Example> contradictions() {
        return rule.map(r -> examples.stream()
                        .filter(example -> !example.agreesWith(r))
                        .toList())
                .orElseGet(List::of);
    }
}
