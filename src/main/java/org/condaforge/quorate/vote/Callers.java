package org.condaforge.quorate.vote;

import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Subject;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.VotableProposals;
import org.springframework.stereotype.Component;

/// Who may call a vote: an active core member on anything, the author of a CFEP on the CFEP itself, whether they are a
/// member or not.
@Component
class Callers {

    private final CurrentMember currentMember;
    private final MemberService members;
    private final VotableProposals proposals;

    Callers(CurrentMember currentMember, MemberService members, VotableProposals proposals) {
        this.currentMember = currentMember;
        this.members = members;
        this.proposals = proposals;
    }

    /// The person at the keyboard, who calls this.
    ///
    /// @throws NotAllowed when it is not theirs to call
    Actor require(Call call, VotingItem item) {
        Actor actor = signedIn("call a vote");
        boolean onTheProposal = item.subject() == Subject.PROPOSAL;
        if (isCore()
                || call.proposal()
                        .filter(number -> onTheProposal && wrote(number))
                        .isPresent()) {
            return actor;
        }
        throw new NotAllowed(
                call.proposal()
                                .filter(number -> !onTheProposal && wrote(number))
                                .isPresent()
                        ? "Its author may call the vote on the CFEP itself; on anything else only active core members may call a vote."
                        : "Only active core members may call a vote. The author of a CFEP may call the one on it.");
    }

    /// Whoever is at the keyboard.
    ///
    /// @throws NotAllowed when nobody is signed in
    Actor signedIn(String act) {
        return person().map(Actor::of).orElseThrow(() -> new NotAllowed("Sign in to %s.".formatted(act)));
    }

    /// Whoever is at the keyboard, if anybody is.
    Optional<SignedIn> person() {
        return currentMember.signedIn();
    }

    boolean isCore() {
        return person().filter(SignedIn::isCore).isPresent();
    }

    /// Whether the person at the keyboard is an author of that proposal, by login.
    boolean wrote(ProposalNumber number) {
        return person().filter(person -> proposals.logins(number).stream()
                        .anyMatch(login -> login.equalsIgnoreCase(person.login()) || isMember(login, person)))
                .isPresent();
    }

    /// Whether that is an earlier login of that member.
    private boolean isMember(String login, SignedIn person) {
        return person.member().isPresent()
                && members.rosterEntry(login)
                        .filter(entry ->
                                person.member().filter(entry.id()::equals).isPresent())
                        .isPresent();
    }
}
