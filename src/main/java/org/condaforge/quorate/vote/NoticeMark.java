package org.condaforge.quorate.vote;

/// The three times at which the time-out route wants a vote announced on each channel.
public enum NoticeMark {
    /// Within 24 hours of the opening.
    START("start"),
    /// In the middle third of the time it is open.
    MIDDLE("middle"),
    /// Between 72 and 24 hours before the end.
    LAST("last days");

    private final String label;

    NoticeMark(String label) {
        this.label = label;
    }

    /// The time in a word or two.
    public String label() {
        return label;
    }
}
