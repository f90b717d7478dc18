package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.Map;

/// Who can tell which votes on proposals are over without anybody having written down how they ended.
public interface UndecidedVotes {

    /// The day (UTC) on which the last such vote on each proposal ended; proposals without one are absent.
    Map<ProposalNumber, LocalDate> endedWithoutResult();
}
