package org.condaforge.quorate.vote;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.DiscussionSource;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.springframework.stereotype.Component;

/// What is on record of votes besides their ballots, gathered with the same few statements for any number of them.
/// Works
/// in the transaction of its caller.
@Component
class EvidenceStore {

    private final PresentationStore presentations;
    private final NoticeStore notices;
    private final DiscussionSource discussions;

    EvidenceStore(PresentationStore presentations, NoticeStore notices, DiscussionSource discussions) {
        this.presentations = presentations;
        this.notices = notices;
        this.discussions = discussions;
    }

    VoteEvidence of(VoteSummary vote) {
        return Objects.requireNonNull(of(List.of(vote)).get(vote.id()));
    }

    Map<VoteId, VoteEvidence> of(Collection<VoteSummary> votes) {
        List<VoteId> ids = votes.stream().map(VoteSummary::id).toList();
        Set<ProposalNumber> proposals =
                votes.stream().flatMap(vote -> vote.proposal().stream()).collect(Collectors.toSet());
        Map<ProposalNumber, List<Discussion>> spoken =
                proposals.isEmpty() ? Map.of() : discussions.discussionsOf(proposals);
        Map<VoteId, List<PresentationStore.Mark>> marks = presentations.marks(ids);
        Map<VoteId, List<VoteNotice>> announced = notices.of(ids);
        Map<VoteId, VoteEvidence> found = new HashMap<>();
        for (VoteSummary vote : votes) {
            List<Discussion> ofIt = vote.proposal()
                    .map(number -> spoken.getOrDefault(number, List.of()))
                    .orElse(List.of());
            found.put(
                    vote.id(),
                    new VoteEvidence(
                            ofIt,
                            PresentationStore.of(vote, marks.getOrDefault(vote.id(), List.of()), ofIt),
                            announced.getOrDefault(vote.id(), List.of())));
        }
        return found;
    }
}
