package org.condaforge.quorate.member;

/// Somebody asked for an act that is not theirs; the message says why. Nothing was changed.
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// With the reason, a sentence for people.
    public NotAllowed(String reason) {
        super(reason);
    }

    /// The reason, a sentence for people.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
