package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What whoever calls a vote on a proposal has to know of it.
///
/// @param logins of its authors, as its file writes them
/// @param updated when its file says it was changed last
/// @param discussion where it is discussed
/// @param hasFile whether its text is known
/// @param lastDiscussed at a meeting
public record VotableProposal(
        ProposalNumber number,
        String title,
        List<String> logins,
        Optional<LocalDate> updated,
        Optional<String> discussion,
        boolean hasFile,
        Optional<LocalDate> lastDiscussed) {

    public VotableProposal {
        logins = List.copyOf(logins);
    }

    /// Whether it was changed after it was last discussed; not where it never was.
    public boolean changedSinceDiscussed() {
        return lastDiscussed
                .filter(day -> updated.filter(day::isBefore).isPresent())
                .isPresent();
    }
}
