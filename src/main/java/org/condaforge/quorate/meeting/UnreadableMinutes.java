package org.condaforge.quorate.meeting;

/// A file that cannot be minutes; the message says why, in a sentence for the person who brought it.
public final class UnreadableMinutes extends Exception {

    private final int line;

    public UnreadableMinutes(int line, String message) {
        super(message);
        this.line = line;
    }

    /// The line to look at, counted from 1.
    public int line() {
        return line;
    }
}
