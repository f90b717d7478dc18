package org.condaforge.quorate.certificate;

import java.util.List;
import java.util.stream.Collectors;

/// A file that is no certificate, or a damaged one, with every error that was found.
public final class UnreadableCertificate extends Exception {

    private static final long serialVersionUID = 1L;

    /// An error in the file.
    ///
    /// @param where as a JSON pointer (RFC 6901): `/ballots/3/choice`; empty for the whole file
    /// @param found what stands there
    /// @param expected what should
    public record Problem(String where, String found, String expected) {

        @Override
        public String toString() {
            return "%s: found %s, expected %s".formatted(where.isEmpty() ? "the file" : where, found, expected);
        }
    }

    @SuppressWarnings("serial") // never serialized
    private final List<Problem> problems;

    UnreadableCertificate(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// For a file that is not even JSON.
    public static UnreadableCertificate because(String found, String expected) {
        return new UnreadableCertificate(List.of(new Problem("", found, expected)));
    }

    /// The errors in the order of the file, at most fifty.
    public List<Problem> problems() {
        return problems;
    }
}
