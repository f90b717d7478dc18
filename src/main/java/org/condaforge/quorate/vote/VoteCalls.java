package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calling votes, and taking them back. Each act is one transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class VoteCalls {

    private final Votes votes;
    private final VoteReader reader;
    private final Policies policies;
    private final MemberService members;
    private final ProposalService proposals;
    private final Callers callers;
    private final CallLinter linter;
    private final CallStore store;
    private final VoteRosters rosters;
    private final VoteActs acts;
    private final SecretKeys keys;
    private final SecretCount secrets;
    private final Clock clock;

    VoteCalls(
            Votes votes,
            VoteReader reader,
            Policies policies,
            MemberService members,
            ProposalService proposals,
            Callers callers,
            CallLinter linter,
            CallStore store,
            VoteRosters rosters,
            VoteActs acts,
            SecretKeys keys,
            SecretCount secrets,
            Clock clock) {
        this.votes = votes;
        this.reader = reader;
        this.policies = policies;
        this.members = members;
        this.proposals = proposals;
        this.callers = callers;
        this.linter = linter;
        this.store = store;
        this.rosters = rosters;
        this.acts = acts;
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Whether the person at the keyboard may call a vote on anything.
    @Transactional(readOnly = true)
    public boolean mayCall() {
        return callers.isCore();
    }

    /// Whether the person at the keyboard may call the vote on that proposal: a core member, or its author.
    @Transactional(readOnly = true)
    public boolean mayCallOn(ProposalNumber proposal) {
        return callers.isCore() || callers.wrote(proposal);
    }

    /// What speaks against calling this vote now, what forbids it first. Nothing is stored.
    ///
    /// @throws NotAllowed when it is not this person's to call
    /// @throws CallRefused where there is no such policy
    @Transactional(readOnly = true)
    public List<Finding> lint(Call call) {
        VotingItem item = policies.item(policy(call).name(), call.item());
        return linter.lint(call, policy(call), item, text(call), callers.require(call, item), clock.instant());
    }

    /// Calls a vote. It opens at once; the rule, the page's revision, the text and the size of the roster stay
    /// with it. One that it replaces is withdrawn in the same transaction.
    ///
    /// @throws NotAllowed when it is not this person's to call
    /// @throws CallRefused with everything that forbids calling it like this
    public VoteId call(Call call) {
        Policy policy = policy(call);
        VotingItem item = policies.item(call.policy(), call.item());
        Actor caller = callers.require(call, item);
        Instant now = clock.instant();
        String text = text(call);
        List<Finding> forbidding = linter.lint(call, policy, item, text, caller, now).stream()
                .filter(Finding::forbids)
                .toList();
        if (!forbidding.isEmpty()) {
            throw new CallRefused(forbidding);
        }
        Optional<VoteSummary> replaced = call.replaces().flatMap(reader::summary);
        replaced.filter(VoteSummary::takesBallots).ifPresent(old -> takeBack(old, caller, "It is called again.", now));
        Roster roster = members.roster();
        Vote vote = Vote.called(policy, item, call, text, caller.member(), now, roster);
        try {
            VoteId id = new VoteId(Objects.requireNonNull(votes.save(vote).id()));
            if (item.classification() == Classification.SENSITIVE) {
                keys.make(id);
            }
            store.keep(id, call, item, caller);
            rosters.keep(id, roster);
            String again = replaced.map(old -> ", in place of vote " + old.id().number())
                    .orElse("");
            acts.tell(id, item.classification(), caller.member(), now, caller.did(vote.calledWords() + again));
            replaced.ifPresent(old -> acts.tell(
                    old, caller.member(), now, caller.did("called it again, as vote %d".formatted(id.number()))));
            return id;
        } catch (DuplicateKeyException e) {
            throw new CallRefused(List.of(Finding.forbids(
                    policy.name() + ": active-votes-per-item 1",
                    "There is an active vote on this already; only one at a time.")));
        }
    }

    private Policy policy(Call call) {
        return policies.policy(call.policy())
                .orElseThrow(() -> new CallRefused(List.of(
                        Finding.forbids("every vote: its policy", "There is no policy " + call.policy() + "."))));
    }

    private String text(Call call) {
        return call.text().isBlank()
                ? call.proposal().flatMap(proposals::bodyOf).orElse("")
                : call.text().strip();
    }

    /// Takes a vote back. Ballots and history stay; the text can be voted on again. Sealed ballots, which nobody
    /// may open any more, go with their key.
    ///
    /// @throws NotAllowed when somebody else called it, or it takes no more ballots
    public void withdraw(VoteId id, String reason) {
        Actor by = callers.signedIn("withdraw a vote");
        String given = Words.given(reason, "Say why the vote is withdrawn.");
        takeBack(
                reader.summary(id)
                        .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + ".")),
                by,
                given,
                clock.instant());
    }

    private void takeBack(VoteSummary vote, Actor by, String reason, Instant now) {
        if (!store.withdraw(vote.id(), by, reason, now)) {
            throw new NotAllowed("Only who called a vote may withdraw it, and only while it takes ballots.");
        }
        secrets.discard(vote);
        acts.tell(vote, by.member(), now, by.did("withdrew the vote: " + reason));
    }
}
