package org.condaforge.quorate.journal;

/// A vote that has no certificate; the message says why in a sentence.
public final class NotCertified extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    NotCertified(String why) {
        super(why);
        this.why = why;
    }

    /// The sentence.
    public String why() {
        return why;
    }
}
