package org.condaforge.quorate.member;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What kind of access a system gives.
public enum AccessKind {
    /// A password, key or the like that several people know.
    CREDENTIAL,
    /// A token that was made out to a person.
    TOKEN,
    /// An account of their own.
    ACCOUNT,
    /// A place in a team or group.
    TEAM;

    /// The word for people: `credential`, `token`, `account`, `team`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with that word, in any case.
    static Optional<AccessKind> of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label().equalsIgnoreCase(label.strip()))
                .findFirst();
    }
}
