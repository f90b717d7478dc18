package org.condaforge.quorate.vote;

/// Where votes are announced.
public enum Channel {
    CHAT("on chat"),
    MAIL("by mail");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /// "on chat", "by mail".
    public String label() {
        return label;
    }
}
