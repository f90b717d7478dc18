package org.condaforge.quorate.rule;

import java.util.List;

/// Several ways to pass: passed if one of them passes, otherwise the outcome of the last one, the fallback.
///
/// @param rules in the order they are tried, at least one
public record AnyOf(List<Rule> rules) implements Rule {

    /// @throws IllegalArgumentException if there is no rule
    public AnyOf {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("any of no rules");
        }
        rules = List.copyOf(rules);
    }
}
