package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.VotableProposals;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.vote.CallReader;
import org.condaforge.quorate.vote.CalledVote;
import org.condaforge.quorate.vote.MeetingCalendar;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;

/// The services behind the form of a call.
@SpringComponent
record CallRoom(
        VoteCalls calls,
        VoteReader votes,
        CallReader called,
        ProposalService proposals,
        VotableProposals votable,
        MemberService members,
        MeetingCalendar calendar,
        Policies policies) {

    /// A vote that is called again, and how it was called.
    record Again(VoteDetail vote, CalledVote called) {}

    /// That vote; empty where there is none, or the reader may not know of it.
    Optional<Again> again(VoteId id) {
        return votes.summary(id)
                .flatMap(called::of)
                .flatMap(how -> votes.detail(id).map(vote -> new Again(vote, how)));
    }

    Optional<ProposalSummary> proposal(ProposalNumber number) {
        return proposals.detail(number).map(found -> found.summary());
    }

    List<ProposalSummary> everyProposal() {
        return proposals
                .list(ProposalService.Filter.ALL, new Page.Request(0, Page.Request.GREATEST))
                .items();
    }
}
