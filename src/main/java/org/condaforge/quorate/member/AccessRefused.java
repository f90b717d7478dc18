package org.condaforge.quorate.member;

/// Something about access could not be recorded as asked; the message says why. Nothing was changed.
public class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessRefused(String reason) {
        super(reason);
    }

    /// The reason, a sentence for people.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
