package org.condaforge.quorate.policy;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A governance page cannot be read. Carries everything that is wrong, not just the first thing.
public final class InvalidPolicyPage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final List<PageError> errors;

    /// The message lists every error on a line of its own.
    public InvalidPolicyPage(List<PageError> errors) {
        super(errors.stream()
                .map(PageError::toString)
                .collect(joining(
                        "\n  ",
                        "%d %s in the governance pages:\n  "
                                .formatted(errors.size(), errors.size() == 1 ? "error" : "errors"),
                        "")));
        this.errors = List.copyOf(errors);
    }

    /// In the order of the pages and of their lines.
    public List<PageError> errors() {
        return errors;
    }
}
