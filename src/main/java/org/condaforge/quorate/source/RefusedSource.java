package org.condaforge.quorate.source;

/// A source that is not, or cannot be, read. The message is a sentence for people: what, where, and what to do.
public class RefusedSource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedSource(String sentence) {
        super(sentence);
    }

    /// Why, a sentence for people.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
