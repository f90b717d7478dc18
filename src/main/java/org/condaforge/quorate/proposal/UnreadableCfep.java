package org.condaforge.quorate.proposal;

/// A file that cannot be a CFEP; the message says why, in a sentence for the person who brought it.
public final class UnreadableCfep extends Exception {

    private final int line;

    public UnreadableCfep(int line, String message) {
        super(message);
        this.line = line;
    }

    /// The line to look at, counted from 1.
    public int line() {
        return line;
    }
}
