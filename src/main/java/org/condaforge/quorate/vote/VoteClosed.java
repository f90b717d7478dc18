package org.condaforge.quorate.vote;

/// A ballot came after the end of its vote.
public class VoteClosed extends CastRefused {

    private static final long serialVersionUID = 1L;

    VoteClosed(String reason) {
        super(reason);
    }
}
