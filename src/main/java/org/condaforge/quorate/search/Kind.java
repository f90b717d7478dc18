package org.condaforge.quorate.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be found. The name in lower case is what `in:` and the address call it.
public enum Kind {
    CFEPS("CFEP"),
    VOTES("Vote"),
    MINUTES("Minutes"),
    MEMBERS("Member"),
    ACTIONS("Action item"),
    DECISIONS("Decision"),
    RULES("Rule");

    private final String one;

    Kind(String one) {
        this.one = one;
    }

    /// What one of them is called.
    public String one() {
        return one;
    }

    /// As in `in:minutes`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word, in any case; a singular will do.
    public static Optional<Kind> of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> kind.word().equals(plain) || kind.word().equals(plain + "s"))
                .findFirst();
    }
}
