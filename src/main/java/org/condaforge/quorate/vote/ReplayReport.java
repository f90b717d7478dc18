package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.condaforge.quorate.vote.ReplayedVote.Verdict;

/// What a replay found: every closed standard vote, what differs first, then the newest first.
///
/// @param sensitive how many closed votes are left out because they are sensitive
/// @param at when it was finished
public record ReplayReport(Yardstick yardstick, List<ReplayedVote> votes, int sensitive, Instant at) {

    private static final Comparator<ReplayedVote> ORDER = Comparator.comparing(ReplayedVote::verdict)
            .thenComparing(ReplayedVote::decidedAt, Comparator.reverseOrder())
            .thenComparing(vote -> vote.id().number(), Comparator.reverseOrder());

    public ReplayReport {
        votes = votes.stream().sorted(ORDER).toList();
    }

    /// How many votes would have ended otherwise.
    public int differing() {
        return with(Verdict.DIFFERS);
    }

    /// How many votes were counted.
    public int counted() {
        return votes.size() - with(Verdict.NOT_COUNTED);
    }

    /// How many were left out or could not be counted; the sensitive ones are not among them.
    public int notCounted() {
        return with(Verdict.NOT_COUNTED);
    }

    private int with(Verdict verdict) {
        return (int) votes.stream().filter(vote -> vote.verdict() == verdict).count();
    }
}
