package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Who can tell where proposals were discussed.
public interface DiscussionSource {

    /// All discussions of that proposal, newest first.
    List<Discussion> discussionsOf(ProposalNumber number);

    /// The last date on which each proposal was discussed; those never discussed are absent.
    Map<ProposalNumber, LocalDate> lastDiscussed();
}
