package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What core members write down of votes of the past that nobody held here. Each act is one transaction; a deadlock or
/// lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class RecordsByHand {

    private final PastVotes pastVotes;
    private final VoteEnding ending;
    private final VoteReader reader;
    private final CurrentMember currentMember;
    private final VoteActs acts;
    private final Clock clock;

    RecordsByHand(
            PastVotes pastVotes,
            VoteEnding ending,
            VoteReader reader,
            CurrentMember currentMember,
            VoteActs acts,
            Clock clock) {
        this.pastVotes = pastVotes;
        this.ending = ending;
        this.reader = reader;
        this.currentMember = currentMember;
        this.acts = acts;
        this.clock = clock;
    }

    /// A core member writes down a vote of the past that is not on record yet. What it makes of its proposal
    /// follows from the outcome.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member
    /// @throws RecordRefused with every reason why it cannot be recorded like this
    public VoteId record(PastVote past) {
        MemberId by = currentMember.requireCore("record a vote");
        VoteId id = pastVotes.add(past, by);
        tell(by, id, past, "recorded a vote of the past: ", Optional.empty());
        return id;
    }

    /// A core member completes the record of an expired vote with what is known of it, or corrects what was written
    /// down by hand of a vote. What it makes of the proposal follows from the outcome.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member, or how the vote ended is known
    ///     from ballots or from a file
    /// @throws RecordRefused with every reason why it cannot be recorded like this
    public VoteId complete(VoteId id, PastVote past) {
        MemberId by = currentMember.requireCore("complete the record of a vote");
        VoteSummary vote = reader.summary(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + "."));
        if (!pastVotes.complete(vote, past, by)) {
            throw new NotAllowed(
                    "Only a vote that expired without a result, or was written down by hand, can be completed.");
        }
        String act = vote.result().isPresent() ? "corrected the record: " : "recorded ";
        tell(by, id, past, act, vote.result());
        return id;
    }

    private void tell(MemberId by, VoteId id, PastVote past, String act, Optional<Result> before) {
        Instant now = clock.instant();
        VoteSummary vote = reader.summary(id).orElseThrow();
        acts.tell(
                vote,
                Optional.of(by),
                now,
                "%s%s: %s".formatted(act, past.outcome().label(), past.source().strip()));
        if (!before.equals(Optional.of(past.outcome()))) {
            ending.tellProposal(vote, past.outcome(), vote.closesAt(), now);
        }
    }

    /// What is worth knowing before a vote of the past is recorded, or completes that vote: what the rules say
    /// against it, and other votes it may be.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member
    /// @throws RecordRefused with every reason why it cannot be recorded like this
    @Transactional(readOnly = true)
    public List<PastVote.Remark> remarks(PastVote past, Optional<VoteId> completing) {
        currentMember.requireCore("record a vote");
        return pastVotes.remarks(past, completing.flatMap(reader::summary));
    }
}
