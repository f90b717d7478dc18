package org.condaforge.quorate.store;

/// What a person writes into a record: reasons, justifications, comments.
public final class Words {

    /// The greatest length of such a text, in characters; every column for one holds it on both databases.
    public static final int MOST = 10_000;

    private Words() {}

    /// The text without blanks around it.
    ///
    /// @throws IllegalArgumentException with `ask` when there is none, or when it is longer than [#MOST]
    public static String given(String text, String ask) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new IllegalArgumentException(ask);
        }
        if (words.length() > MOST) {
            throw new IllegalArgumentException("Say it in at most %,d characters.".formatted(MOST));
        }
        return words;
    }
}
