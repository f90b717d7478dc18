package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do with votes: call, cast, withdraw, confirm a time-out date, record votes of the past. Each act
/// is one transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class VoteService {

    private final Votes votes;
    private final Ballots ballots;
    private final VoteEnding ending;
    private final VoteReader reader;
    private final Policies policies;
    private final MemberService members;
    private final ProposalService proposals;
    private final CurrentMember currentMember;
    private final CallConditions conditions;
    private final PastVotes pastVotes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    VoteService(
            Votes votes,
            Ballots ballots,
            VoteEnding ending,
            VoteReader reader,
            Policies policies,
            MemberService members,
            ProposalService proposals,
            CurrentMember currentMember,
            CallConditions conditions,
            PastVotes pastVotes,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.votes = votes;
        this.ballots = ballots;
        this.ending = ending;
        this.reader = reader;
        this.policies = policies;
        this.members = members;
        this.proposals = proposals;
        this.currentMember = currentMember;
        this.conditions = conditions;
        this.pastVotes = pastVotes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
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
        Vote vote = Vote.called(policy, item, call, text, caller, now, members.roster());
        try {
            VoteId id = new VoteId(Objects.requireNonNull(votes.save(vote).id()));
            publish(Optional.of(caller), now, id, vote.calledWords());
            return id;
        } catch (DuplicateKeyException e) {
            throw new CallRefused(List.of("There is an active vote on this already; only one at a time."));
        }
    }

    /// Why the person at the keyboard cannot vote in it; empty when they can.
    @Transactional(readOnly = true)
    public Optional<String> refusal(VoteSummary vote) {
        return refusal(vote, currentMember.signedIn(), clock.instant());
    }

    /// Those of the votes in which the person at the keyboard can vote.
    @Transactional(readOnly = true)
    public List<VoteSummary> openToMe(List<VoteSummary> votes) {
        Optional<SignedIn> person = currentMember.signedIn();
        Instant now = clock.instant();
        return votes.stream()
                .filter(vote -> refusal(vote, person, now).isEmpty())
                .toList();
    }

    private static Optional<String> refusal(VoteSummary vote, Optional<SignedIn> person, Instant now) {
        if (!vote.takesBallots()) {
            return Optional.of("The vote is %s.".formatted(vote.state().label()));
        }
        boolean overdueDateMissing =
                vote.state() == VoteState.OVERDUE && vote.timeOutAt().isEmpty();
        if (!overdueDateMissing && !vote.endsAt().isAfter(now)) {
            return Optional.of("The vote closed at its deadline.");
        }
        if (person.isEmpty()) {
            return Optional.of("Sign in to vote.");
        }
        if (person.get().isCore()) {
            return Optional.empty();
        }
        if (person.get().standing().filter(Standing.EMERITUS::equals).isEmpty()) {
            return Optional.of("Only members of core may vote.");
        }
        return vote.terms().map(VoteSummary.Terms::emeritusMayVote).orElse(false)
                ? Optional.empty()
                : Optional.of("Under this policy emeritus members do not vote.");
    }

    /// Casts or changes the ballot of the member at the keyboard. A ballot that is acknowledged is stored, and
    /// none is stored after the end: the vote's row is touched first, in the same transaction.
    ///
    /// @throws VoteClosed after the end
    /// @throws CastRefused when the person may not vote in it, or a -1 lacks the comment the item asks for
    public void cast(VoteId id, Choice choice, String comment) {
        Instant now = clock.instant();
        boolean open = jdbc.sql("""
                        UPDATE vote SET casts = casts + 1
                        WHERE id = :id AND ((state = 'OPEN' AND closes_at > :now)
                          OR (state = 'OVERDUE' AND (time_out_at IS NULL OR time_out_at > :now)))""")
                        .param("id", id.number())
                        .param("now", Utc.column(now))
                        .update()
                == 1;
        VoteSummary vote =
                reader.summary(id).orElseThrow(() -> new CastRefused("There is no vote " + id.number() + "."));
        if (!open) {
            throw new VoteClosed("The vote on “%s” has closed; your ballot was not taken.".formatted(vote.title()));
        }
        // As of the same instant: a deadline that passes meanwhile waits for this ballot.
        Optional<SignedIn> person = currentMember.signedIn();
        refusal(vote, person, now).ifPresent(reason -> {
            throw new CastRefused(reason);
        });
        MemberId member = person.flatMap(SignedIn::member).orElseThrow();
        if (choice == Choice.NO && comment.isBlank() && noNeedsComment(id)) {
            throw new CastRefused("A −1 needs a comment here: say what would have to change.");
        }
        if (comment.strip().length() > Words.MOST) {
            throw new CastRefused("A comment has at most 10,000 characters.");
        }
        ballots.put(id, member, choice, comment, now);
    }

    private boolean noNeedsComment(VoteId id) {
        return jdbc.sql("SELECT no_needs_comment FROM vote WHERE id = :id")
                .param("id", id.number())
                .query(Boolean.class)
                .single();
    }

    /// Takes a vote back. Ballots and history stay; the text can be voted on again.
    public void withdraw(VoteId id, String reason) {
        MemberId by = currentMember.requireCore("withdraw a vote");
        String given = Words.given(reason, "Say why the vote is withdrawn.");
        Instant now = clock.instant();
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
        publish(Optional.of(by), now, id, "withdrew the vote: " + given);
    }

    /// The date the application proposes for the time-out of an overdue vote: the later of two weeks after the
    /// opening and one week after the set end.
    public static Instant proposedTimeOut(VoteSummary vote) {
        Instant afterEnd = vote.closesAt().plus(Duration.ofDays(7));
        return vote.opensAt()
                .map(opened -> opened.plus(Duration.ofDays(14)))
                .filter(afterEnd::isBefore)
                .orElse(afterEnd);
    }

    /// A core member confirms or moves the date on which an overdue vote is assessed again.
    public void setTimeOut(VoteId id, Instant date) {
        MemberId by = currentMember.requireCore("set a time-out date");
        Instant now = clock.instant();
        VoteSummary vote = reader.summary(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + "."));
        if (date.isBefore(proposedTimeOut(vote)) || !date.isAfter(now)) {
            throw new IllegalArgumentException(
                    "The time-out is two weeks after the opening, a week after the set end, and in the future.");
        }
        int changed = jdbc.sql("UPDATE vote SET time_out_at = :date WHERE id = :id AND state = 'OVERDUE'")
                .param("id", id.number())
                .param("date", Utc.column(date))
                .update();
        if (changed == 0) {
            throw new NotAllowed("Only an overdue vote has a time-out date.");
        }
        publish(
                Optional.of(by),
                now,
                id,
                "set the time-out date to %s".formatted(LocalDate.ofInstant(date, ZoneOffset.UTC)));
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
        publish(
                Optional.of(by),
                now,
                id,
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

    private void publish(Optional<MemberId> who, Instant at, VoteId vote, String what) {
        events.publishEvent(new Act(who, at, new Act.Subject("vote", String.valueOf(vote.number())), what));
    }
}
