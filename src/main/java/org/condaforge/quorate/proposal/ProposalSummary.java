package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A proposal in a list.
public record ProposalSummary(
        ProposalNumber number,
        String title,
        Status status,
        Optional<String> fileStatus,
        Optional<Status> indexStatus,
        Optional<LocalDate> created,
        Optional<LocalDate> updated,
        Optional<LocalDate> lastDiscussed,
        List<String> authors) {

    /// Where file, index and record differ, a sentence each.
    public List<String> drift() {
        return Drift.of(status, fileStatus, indexStatus);
    }
}
