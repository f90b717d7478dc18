package org.condaforge.quorate.proposal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalService.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The statuses that the commits of a repository gave to a proposal's file over time.
@Service
@Transactional
public class ProposalHistory {

    private final Proposals proposals;
    private final Clock clock;

    ProposalHistory(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /// Takes over what the commits say, in place of what commits said before: the same again changes nothing.
    /// It adds to the history and leaves the present status as it is: that follows the file, or what a vote or a
    /// person recorded.
    ///
    /// @param statesOldestFirst a state for each commit that touched the file, or for those that changed it
    /// @return `UNCHANGED` or `CHANGED`
    /// @throws IllegalArgumentException if there is no such proposal: its file is taken over first
    public Change take(ProposalNumber number, List<CommittedStatus> statesOldestFirst) {
        Proposal known = proposals
                .findById(number.value())
                .orElseThrow(() -> new IllegalArgumentException("There is no %s.".formatted(number.label())));
        List<StatusEntry> entries = entries(statesOldestFirst, clock.instant());
        if (same(known.committed(), entries)) {
            return Change.UNCHANGED;
        }
        proposals.save(known.committedAs(entries));
        return Change.CHANGED;
    }

    /// An entry for each change of the status.
    private static List<StatusEntry> entries(List<CommittedStatus> states, Instant now) {
        List<StatusEntry> entries = new ArrayList<>();
        @Nullable Status before = null;
        for (CommittedStatus state : states) {
            if (state.status() != before) {
                entries.add(new StatusEntry(
                        state.status(), state.since(), StatusEntry.Source.COMMIT, state.reason(), null, now));
                before = state.status();
            }
        }
        return entries;
    }

    private static boolean same(List<StatusEntry> known, List<StatusEntry> entries) {
        return withoutTime(known).equals(withoutTime(entries));
    }

    private static List<StatusEntry> withoutTime(List<StatusEntry> entries) {
        return entries.stream().map(entry -> entry.recordedOn(Instant.EPOCH)).toList();
    }
}
