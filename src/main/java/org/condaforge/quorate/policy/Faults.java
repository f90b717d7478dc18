package org.condaforge.quorate.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// What is wrong with one page, gathered so that it can be told all at once.
final class Faults {

    private final String page;
    private final List<PageError> errors = new ArrayList<>();

    Faults(String page) {
        this.page = page;
    }

    /// The line, from 1, of the character at that place.
    static int lineAt(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    /// @param line of the page, from 1
    void add(int line, String found, String expected) {
        errors.add(new PageError(page, line, found, expected));
    }

    /// What `making` makes, or `standIn` after noting its objection; a faulty page yields nothing in the end.
    <T> T orNote(int line, String found, Supplier<T> making, T standIn) {
        try {
            return making.get();
        } catch (IllegalArgumentException objection) {
            add(line, "%s: %s".formatted(found, objection.getMessage()), "a rule that can decide");
            return standIn;
        }
    }

    /// How many were noted so far: what follows from an error is not worth another.
    int count() {
        return errors.size();
    }

    void throwAny() {
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(PageError::line));
            throw new InvalidPolicyPage(errors);
        }
    }
}
