package org.condaforge.quorate.rule;

/// Enough support and no objection: "+3 with no -1 is a pass" of conda-forge's minutes. An objection stands
/// until its author changes the ballot.
///
/// @param yes how many must say +1, at least 1
/// @param no how many may say -1, not negative
/// @param allYes whether an abstention spoils it ("three members voting, all yes" of conda's project teams)
public record Consensus(int yes, int no, boolean allYes) implements Rule {

    /// @throws IllegalArgumentException if nobody need say yes, a number is negative, or all must say yes and
    ///     yet some may say no
    public Consensus {
        if (yes < 1 || no < 0) {
            throw new IllegalArgumentException("not a consensus: %d yes, %d no".formatted(yes, no));
        }
        if (allYes && no > 0) {
            throw new IllegalArgumentException("where all must say yes, none may say no: %d".formatted(no));
        }
    }
}
