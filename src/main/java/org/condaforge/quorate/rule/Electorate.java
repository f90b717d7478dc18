package org.condaforge.quorate.rule;

/// Those of whom a share must take part. More may vote than are counted here: emeritus members, where a policy
/// lets them.
///
/// @param active active members on the roster of the vote, not negative
public record Electorate(int active) {

    /// @throws IllegalArgumentException if the number is negative
    public Electorate {
        if (active < 0) {
            throw new IllegalArgumentException("not an electorate: %d active".formatted(active));
        }
    }
}
