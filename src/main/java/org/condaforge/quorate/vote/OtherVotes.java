package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.springframework.stereotype.Component;

/// Finds other votes that are in the way of a call: an active one on the same, or one that cannot be called again by
/// this person.
@Component
class OtherVotes {

    private final CallStore calls;
    private final VoteReader reader;

    OtherVotes(CallStore calls, VoteReader reader) {
        this.calls = calls;
        this.reader = reader;
    }

    List<Finding> of(Call call, Policy policy, VotingItem item, Actor by) {
        List<Finding> findings = new ArrayList<>();
        call.replaces().flatMap(old -> replaced(old, by)).ifPresent(findings::add);
        calls.activeOn(Vote.subject(call, item))
                .filter(active -> call.replaces().filter(active::equals).isEmpty())
                .map(active -> new Finding(
                        Finding.Severity.FORBIDS,
                        policy.name() + ": active-votes-per-item 1",
                        "There is an active vote on this already, vote %d; only one at a time. Wait for its end, or have its caller withdraw it."
                                .formatted(active.number()),
                        Optional.of(active)))
                .ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> replaced(VoteId old, Actor by) {
        Optional<VoteSummary> vote = reader.summary(old);
        String clause = "every vote: called again";
        if (vote.isEmpty()) {
            return Optional.of(Finding.forbids(clause, "There is no vote %d to call again.".formatted(old.number())));
        }
        if (vote.get().takesBallots() && !calls.isCaller(old, by)) {
            return Optional.of(new Finding(
                    Finding.Severity.FORBIDS,
                    clause,
                    "Vote %d has not ended, and only who called it may withdraw it and call it again."
                            .formatted(old.number()),
                    Optional.of(old)));
        }
        return calls.replacementOf(old)
                .map(next -> new Finding(
                        Finding.Severity.FORBIDS,
                        clause,
                        "Vote %d was called again already, as vote %d.".formatted(old.number(), next.number()),
                        Optional.of(next)));
    }
}
