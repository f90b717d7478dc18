package org.condaforge.quorate.source;

import java.util.List;

/// What came of an import: what was new, changed or unchanged, which files nobody could read, and every problem.
///
/// @param notRecognised files that are of no known kind; nothing was done with them
/// @param gone files that were at their source before and are no longer; what they said stays
/// @param second files that tell of what another file tells already, each with which one counts; they were left out
public record ImportReport(
        List<Entry> entries,
        List<String> notRecognised,
        List<String> notes,
        List<Problem> problems,
        List<Gone> gone,
        List<Second> second) {

    public ImportReport {
        entries = List.copyOf(entries);
        notRecognised = List.copyOf(notRecognised);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
        gone = List.copyOf(gone);
        second = List.copyOf(second);
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

    /// A file that is no longer at its source.
    ///
    /// @param kind as that of an entry
    /// @param name what it told of
    public record Gone(String file, String kind, String name) {}

    /// A file that was left out, because another tells of the same.
    ///
    /// @param counts the file that counts
    /// @param message which one counts, a sentence
    public record Second(String file, String kind, String name, String counts, String message) {}

    /// The same without what is unchanged: what a record of it keeps.
    ImportReport news() {
        return new ImportReport(
                entries.stream().filter(e -> e.change() != Change.UNCHANGED).toList(),
                notRecognised,
                notes,
                problems,
                gone,
                second);
    }

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
