package org.condaforge.quorate.journal;

/// A vote that has no certificate; the message says why in a sentence.
public final class NotCertified extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotCertified(String message) {
        super(message);
    }
}
