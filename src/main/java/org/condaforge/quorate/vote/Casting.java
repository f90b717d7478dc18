package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.store.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Casting: who may vote in what, the ballots as they are cast, changed and entered for others, and recusals.
/// Each act is one transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class Casting {

    private final Ballots ballots;
    private final SealedBox box;
    private final VoteReader reader;
    private final VoteEnding ending;
    private final CurrentMember currentMember;
    private final MemberService members;
    private final JdbcClient jdbc;
    private final Clock clock;

    Casting(
            Ballots ballots,
            SealedBox box,
            VoteReader reader,
            VoteEnding ending,
            CurrentMember currentMember,
            MemberService members,
            JdbcClient jdbc,
            Clock clock) {
        this.ballots = ballots;
        this.box = box;
        this.reader = reader;
        this.ending = ending;
        this.currentMember = currentMember;
        this.members = members;
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

    static Optional<String> refusal(VoteSummary vote, Optional<SignedIn> person, Instant now) {
        if (!vote.takesBallots()) {
            return Optional.of("The vote is %s.".formatted(vote.state().label()));
        }
        if (isOver(vote, now)) {
            return Optional.of("The vote closed at its deadline.");
        }
        return person.isEmpty()
                ? Optional.of("Sign in to vote.")
                : refusal(vote, person.get().standing());
    }

    /// Whether the last ballot of a vote that takes ballots has been taken, noticed or not. An overdue one without a
    /// date has no end yet.
    static boolean isOver(VoteSummary vote, Instant now) {
        boolean overdueDateMissing =
                vote.state() == VoteState.OVERDUE && vote.timeOutAt().isEmpty();
        return !overdueDateMissing && !vote.endsAt().isAfter(now);
    }

    private static Optional<String> refusal(VoteSummary vote, Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return Optional.of("Only members of core may vote.");
        }
        boolean mayVote = switch (standing.get()) {
            case ACTIVE -> true;
            case EMERITUS ->
                vote.terms().map(VoteSummary.Terms::emeritusMayVote).orElse(false);
        };
        return mayVote ? Optional.empty() : Optional.of("Under this policy emeritus members do not vote.");
    }

    /// Casts or changes the ballot of the member at the keyboard; a recusal of theirs is over with it. A
    /// ballot that is acknowledged is stored, and none is stored after the end: the vote's row is touched
    /// first, in the same transaction.
    ///
    /// @throws VoteClosed after the end
    /// @throws CastRefused when the person may not vote in it, a -1 lacks the comment the item asks for,
    ///     or the vote takes sealed ballots
    public void cast(VoteId id, Choice choice, String comment) {
        Instant now = clock.instant();
        Held held = touched(id, now, "your ballot was not taken");
        MemberId member = voter(held.vote(), now);
        takesNamed(held.vote());
        requireComment(id, choice, comment);
        ballots.put(id, member, choice, comment, now);
        closeEarly(held, now);
    }

    /// The member at the keyboard takes no part in the vote: what they had cast is taken out and stays in the
    /// history. Until the end they may still cast, which replaces the recusal. In a sensitive vote the
    /// members of core are told.
    ///
    /// @param reason may be blank
    /// @throws VoteClosed after the end
    /// @throws CastRefused when the person may not vote in it, or the reason is too long
    public void recuse(VoteId id, String reason) {
        Instant now = clock.instant();
        Held held = touched(id, now, "your recusal was not taken");
        MemberId member = voter(held.vote(), now);
        requireShort(reason, "A reason");
        takeOut(held.vote(), member);
        ballots.recuse(id, held.vote().classification(), member, reason.strip(), now);
        closeEarly(held, now);
    }

    /// What the member had cast, if anything, no longer counts.
    private void takeOut(VoteSummary vote, MemberId member) {
        switch (vote.classification()) {
            case STANDARD -> ballots.takeOut(vote.id(), member);
            case SENSITIVE -> box.remove(vote.id(), member);
        }
    }

    /// A secretary enters a ballot that a member gave them by mail or voice, or corrects one they entered. It
    /// is marked as such, and the member is told. Nothing that members said themselves is ever replaced.
    ///
    /// @throws NotAllowed when the person is no secretary, or a secretary on no roster
    /// @throws VoteClosed after the end
    /// @throws CastRefused when that member may not vote in it, is the secretary, or has cast or recused
    ///     themselves; for a -1 without the comment the item asks for; and in sensitive votes
    public void castOnBehalf(VoteId id, MemberId member, Choice choice, String comment, Given given) {
        Instant now = clock.instant();
        Held held = touched(id, now, "the ballot was not taken");
        VoteSummary vote = held.vote();
        MemberId secretary = secretary();
        if (!vote.isPublic()) {
            throw new CastRefused("In a sensitive vote nobody casts for somebody else.");
        }
        if (secretary.equals(member)) {
            throw new CastRefused("Cast your own ballot yourself.");
        }
        Optional<Roster.Entry> line = members.roster().find(member);
        refusal(vote, line.map(Roster.Entry::standing)).ifPresent(reason -> {
            throw new CastRefused(reason);
        });
        Ballots.Said before = ballots.saidBy(id, member);
        String name = line.orElseThrow().name();
        if (before.byThemselves()) {
            throw new CastRefused("%s has %s. Only they can change that."
                    .formatted(name, before.recused() ? "recused themselves" : "voted already"));
        }
        requireComment(id, choice, comment);
        ballots.enter(id, member, name, choice, comment, given, secretary, now);
        closeEarly(held, now);
    }

    /// For whom the secretary at the keyboard can enter a ballot, by name: who may vote and has not spoken for
    /// themselves. Nobody for anybody else.
    @Transactional(readOnly = true)
    public List<Roster.Entry> enterableFor(VoteSummary vote) {
        Optional<MemberId> secretary =
                currentMember.signedIn().filter(SignedIn::isSecretary).flatMap(SignedIn::member);
        if (secretary.isEmpty() || !vote.isPublic() || !vote.takesBallots()) {
            return List.of();
        }
        Set<MemberId> spoke = ballots.spokeThemselves(vote.id());
        return members.roster().all().stream()
                .filter(entry -> !entry.id().equals(secretary.get()) && !spoke.contains(entry.id()))
                .filter(entry -> refusal(vote, Optional.of(entry.standing())).isEmpty())
                .sorted(Comparator.comparing(Roster.Entry::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /// A vote whose row this transaction holds.
    ///
    /// @param mayCloseEarly whether the time has come from which it closes as soon as it would pass
    private record Held(VoteSummary vote, boolean mayCloseEarly) {}

    /// The vote, whose row this transaction holds from now on: it cannot end before this commits.
    private Held touched(VoteId id, Instant now, String lost) {
        boolean open = jdbc.sql("""
                        UPDATE vote SET casts = casts + 1
                        WHERE id = :id AND ((state = 'OPEN' AND closes_at > :now)
                          OR (state = 'OVERDUE' AND (time_out_at IS NULL OR time_out_at > :now)))""")
                        .param("id", id.number())
                        .param("now", Utc.column(now))
                        .update()
                == 1;
        VoteSummary vote =
                reader.withoutTally(id).orElseThrow(() -> new CastRefused("There is no vote " + id.number() + "."));
        boolean mayCloseEarly = open && ending.earliest(id, now).isPresent();
        if (!open || (mayCloseEarly && ending.isOverEarly(id))) {
            throw new VoteClosed("The vote on “%s” has closed; %s.".formatted(vote.title(), lost));
        }
        return new Held(vote, mayCloseEarly);
    }

    /// Ends the vote with what was just said, where it may close early and now would pass.
    private void closeEarly(Held held, Instant now) {
        if (held.mayCloseEarly()) {
            ending.afterBallot(held.vote().id(), now);
        }
    }

    /// The member at the keyboard, who may vote in it as of the same instant: a deadline that passes
    /// meanwhile waits.
    private MemberId voter(VoteSummary vote, Instant now) {
        Optional<SignedIn> person = currentMember.signedIn();
        refusal(vote, person, now).ifPresent(reason -> {
            throw new CastRefused(reason);
        });
        return person.flatMap(SignedIn::member).orElseThrow();
    }

    private MemberId secretary() {
        return currentMember
                .requireSecretary("enter a ballot for somebody")
                .member()
                .orElseThrow(() -> new NotAllowed("The record names who entered a ballot, and you are on no roster."));
    }

    private static void takesNamed(VoteSummary vote) {
        if (!vote.isPublic()) {
            throw new CastRefused("This vote is sensitive: its ballots are sealed, and none is kept by name.");
        }
    }

    private void requireComment(VoteId id, Choice choice, String comment) {
        if (choice == Choice.NO && comment.isBlank() && noNeedsComment(id)) {
            throw new CastRefused("A −1 needs a comment here: say what would have to change.");
        }
        requireShort(comment, "A comment");
    }

    private static void requireShort(String text, String name) {
        if (text.strip().length() > Words.MOST) {
            throw new CastRefused("%s has at most 10,000 characters.".formatted(name));
        }
    }

    private boolean noNeedsComment(VoteId id) {
        return jdbc.sql("SELECT no_needs_comment FROM vote WHERE id = :id")
                .param("id", id.number())
                .query(Boolean.class)
                .single();
    }
}
