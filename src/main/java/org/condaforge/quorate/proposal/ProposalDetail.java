package org.condaforge.quorate.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A proposal with all that is known of it but its votes.
///
/// @param body the file's Markdown without its header; empty where no file is known
/// @param history every status that somebody or something told of, oldest first
public record ProposalDetail(
        ProposalSummary summary,
        List<Author> authors,
        Optional<String> discussion,
        Optional<String> implementation,
        Optional<String> body,
        Optional<String> fileName,
        List<StatusEntry> history,
        List<Discussion> discussions) {

    /// The statuses it came to have, oldest first: of the history what changed the status, and of what files, commits
    /// and minutes say only what came before a vote or a person decided.
    public List<StatusEntry> course() {
        List<StatusEntry> course = new ArrayList<>();
        boolean decided = false;
        for (StatusEntry entry : history) {
            boolean decides = entry.source().decides();
            boolean changes = course.isEmpty() || course.getLast().status() != entry.status();
            if (changes && (decides || !decided)) {
                course.add(entry);
            }
            decided |= decides;
        }
        return List.copyOf(course);
    }
}
