package org.condaforge.quorate.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.vote.PastVote;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteSummary;

/// What is known of votes of the past.
public final class Known {

    private Known() {}

    /// How that vote ended, and nothing else that is not known of it already.
    public static PastVote of(VoteSummary vote, Result outcome, Optional<Tally> tally, String source) {
        return new PastVote(
                vote.proposal(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.ofInstant(vote.closesAt(), ZoneOffset.UTC)),
                outcome,
                false,
                tally,
                Optional.empty(),
                source,
                "");
    }
}
