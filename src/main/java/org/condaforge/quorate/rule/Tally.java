package org.condaforge.quorate.rule;

/// How many ballots say yes, no and abstain.
///
/// @param yes ballots saying +1, not negative
/// @param no ballots saying -1, not negative
/// @param abstain ballots saying 0, not negative
public record Tally(int yes, int no, int abstain) {

    /// Nobody has voted.
    public static final Tally NONE = new Tally(0, 0, 0);

    /// @throws IllegalArgumentException if a number is negative
    public Tally {
        if (yes < 0 || no < 0 || abstain < 0) {
            throw new IllegalArgumentException("not a tally: %d yes, %d no, %d abstain".formatted(yes, no, abstain));
        }
    }

    /// How many took part: every ballot, abstentions too.
    public int cast() {
        return Math.addExact(decisive(), abstain);
    }

    /// How many said yes or no. Abstentions count to the quorum and to nothing else.
    public int decisive() {
        return Math.addExact(yes, no);
    }

    /// This tally with one more ballot.
    public Tally plus(Choice choice) {
        return with(choice, 1);
    }

    /// This tally with one ballot less.
    ///
    /// @throws IllegalArgumentException if no such ballot was counted
    public Tally minus(Choice choice) {
        return with(choice, -1);
    }

    /// This tally with `ballots` more that say `choice`.
    Tally with(Choice choice, int ballots) {
        return switch (choice) {
            case YES -> new Tally(yes + ballots, no, abstain);
            case NO -> new Tally(yes, no + ballots, abstain);
            case ABSTAIN -> new Tally(yes, no, abstain + ballots);
        };
    }
}
