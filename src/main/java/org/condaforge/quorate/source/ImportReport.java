package org.condaforge.quorate.source;

import java.util.List;

/// What came of an import: what was new, changed or unchanged, which files nobody could read, and every problem.
///
/// @param notRecognised files that are of no known kind; nothing was done with them
public record ImportReport(
        List<Entry> entries, List<String> notRecognised, List<String> notes, List<Problem> problems) {

    public ImportReport {
        entries = List.copyOf(entries);
        notRecognised = List.copyOf(notRecognised);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /// What a file brought.
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /// Something that was read: a file, or for rosters a line of it.
    ///
    /// @param kind `member`, `proposal`, `index`, `meeting` or `vote`
    public record Entry(String file, String kind, String name, Change change) {}

    /// Something that could not be read, or reads oddly.
    ///
    /// @param line from 1; 0 for the file as a whole
    /// @param refused whether something was left out because of it
    public record Problem(String file, int line, String message, boolean refused) {}

    /// How many entries of that kind (any for an empty one) had that change.
    public long count(String kind, Change change) {
        return entries.stream()
                .filter(e -> kind.isEmpty() || e.kind().equals(kind))
                .filter(e -> e.change() == change)
                .count();
    }

    /// Whether something was refused.
    public boolean refused() {
        return problems.stream().anyMatch(Problem::refused);
    }
}
