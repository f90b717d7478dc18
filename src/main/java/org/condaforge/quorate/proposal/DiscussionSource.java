package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Who can tell where proposals were discussed.
public interface DiscussionSource {

    /// All discussions of each of these proposals, newest first; those never discussed are absent.
    Map<ProposalNumber, List<Discussion>> discussionsOf(Collection<ProposalNumber> numbers);

    /// All discussions of that proposal, newest first.
    default List<Discussion> discussionsOf(ProposalNumber number) {
        return discussionsOf(List.of(number)).getOrDefault(number, List.of());
    }

    /// The last date on which each proposal was discussed; those never discussed are absent.
    Map<ProposalNumber, LocalDate> lastDiscussed();
}
