package org.condaforge.quorate.vote;

/// A ballot was not taken; the message says why. Nothing was stored.
public class CastRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// With the reason, a sentence for people.
    public CastRefused(String reason) {
        super(reason);
    }
}
