package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A proposal in a list.
///
/// @param fileStatus as its file writes it; empty where no file is known
/// @param indexStatus under which the index lists it
/// @param authors its champions, in the order of its file
/// @param drift what does not fit together, in the order of [Drift.Kind]
public record ProposalSummary(
        ProposalNumber number,
        String title,
        Status status,
        Optional<String> fileStatus,
        Optional<Status> indexStatus,
        Optional<LocalDate> created,
        Optional<LocalDate> updated,
        Optional<LocalDate> lastDiscussed,
        List<String> authors,
        List<Drift> drift) {

    public ProposalSummary {
        authors = List.copyOf(authors);
        drift = List.copyOf(drift);
    }

    /// The same with its authors, and its drift by what is known beside it.
    ProposalSummary with(List<String> champions, Drift.Known known) {
        return new ProposalSummary(
                number,
                title,
                status,
                fileStatus,
                indexStatus,
                created,
                updated,
                lastDiscussed,
                champions,
                Drift.of(this, known));
    }
}
