package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final CurrentMember currentMember;
    private final CallConditions conditions;
    private final VoteRosters rosters;
    private final VoteActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    VoteCalls(
            Votes votes,
            VoteReader reader,
            Policies policies,
            MemberService members,
            ProposalService proposals,
            CurrentMember currentMember,
            CallConditions conditions,
            VoteRosters rosters,
            VoteActs acts,
            JdbcClient jdbc,
            Clock clock) {
        this.votes = votes;
        this.reader = reader;
        this.policies = policies;
        this.members = members;
        this.proposals = proposals;
        this.currentMember = currentMember;
        this.conditions = conditions;
        this.rosters = rosters;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Calls a vote. It opens at once; the rule, the page's revision, the text and the size of the roster stay
    /// with it.
    ///
    /// @throws NotAllowed when the caller is not an active core member
    /// @throws CallRefused with every reason why it cannot be called like this
    public VoteId call(Call call) {
        MemberId caller = currentMember.requireCore("call a vote");
        Policy policy = policies.policy(call.policy())
                .orElseThrow(() -> new CallRefused(List.of("There is no policy " + call.policy() + ".")));
        VotingItem item = policies.item(call.policy(), call.item());
        Instant now = clock.instant();
        String text = call.text().isBlank()
                ? call.proposal().flatMap(proposals::bodyOf).orElse("")
                : call.text().strip();
        List<String> reasons = conditions.unmetBy(call, policy, item, text, now);
        if (!reasons.isEmpty()) {
            throw new CallRefused(reasons);
        }
        Roster roster = members.roster();
        Vote vote = Vote.called(policy, item, call, text, caller, now, roster);
        try {
            VoteId id = new VoteId(Objects.requireNonNull(votes.save(vote).id()));
            rosters.keep(id, roster);
            acts.tell(id, item.classification(), Optional.of(caller), now, vote.calledWords());
            return id;
        } catch (DuplicateKeyException e) {
            throw new CallRefused(List.of("There is an active vote on this already; only one at a time."));
        }
    }

    /// Takes a vote back. Ballots and history stay; the text can be voted on again.
    public void withdraw(VoteId id, String reason) {
        MemberId by = currentMember.requireCore("withdraw a vote");
        String given = Words.given(reason, "Say why the vote is withdrawn.");
        Instant now = clock.instant();
        VoteSummary vote = reader.summary(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + "."));
        int changed = jdbc.sql("""
                        UPDATE vote SET state = 'WITHDRAWN', decided_at = :now, record_note = :reason
                        WHERE id = :id AND called_by = :by AND state IN ('OPEN', 'OVERDUE')""")
                .param("id", id.number())
                .param("by", by.number())
                .param("now", Utc.column(now))
                .param("reason", given)
                .update();
        if (changed == 0) {
            throw new NotAllowed("Only who called a vote may withdraw it, and only before it has ended.");
        }
        acts.tell(vote, Optional.of(by), now, "withdrew the vote: " + given);
    }
}
