package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Casting: who may vote in what, and the ballots as they are cast and changed. Each cast is one transaction;
/// a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class Casting {

    private final Ballots ballots;
    private final VoteReader reader;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;

    Casting(Ballots ballots, VoteReader reader, CurrentMember currentMember, JdbcClient jdbc, Clock clock) {
        this.ballots = ballots;
        this.reader = reader;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
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
}
