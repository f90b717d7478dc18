package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.Objects;

/// A status that a commit gave to a proposal's file.
///
/// @param since the day of the commit, in UTC
/// @param status `UNKNOWN` where the file wrote it in words of its own
/// @param commit its id as the repository has it, whole or cut
public record CommittedStatus(LocalDate since, Status status, String commit) {

    public CommittedStatus {
        Objects.requireNonNull(since);
        Objects.requireNonNull(status);
        if (commit.isBlank() || commit.length() > 100) {
            throw new IllegalArgumentException("a commit has an id of at most 100 characters: " + commit);
        }
    }

    /// What the history of the proposal says of it: "commit 1a2b3c4d5e says Accepted".
    String reason() {
        String id = commit.strip();
        return "commit %s says %s".formatted(id.substring(0, Math.min(10, id.length())), status.label());
    }
}
