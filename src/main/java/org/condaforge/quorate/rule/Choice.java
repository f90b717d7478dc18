package org.condaforge.quorate.rule;

/// What a ballot says.
public enum Choice {
    YES,
    ABSTAIN,
    NO;

    /// +1 for yes, 0 for an abstention, -1 for no.
    public int sign() {
        return switch (this) {
            case YES -> 1;
            case ABSTAIN -> 0;
            case NO -> -1;
        };
    }

    /// The sign as people write it: `+1`, `0` or `−1`, the last with a typographic minus (U+2212).
    public String label() {
        return switch (this) {
            case YES -> "+1";
            case ABSTAIN -> "0";
            case NO -> "−1";
        };
    }
}
