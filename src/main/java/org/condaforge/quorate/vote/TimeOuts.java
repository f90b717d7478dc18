package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.store.Utc;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What core members do about votes that missed their quorum: the date on which they are assessed again, and the
/// time-out that one declares and another verifies. Each act is one transaction; a deadlock or lock time-out repeats it
/// whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class TimeOuts {

    /// How long a vote must have been open to be timed out.
    static final Duration SHORTEST = Duration.ofDays(14);

    /// So long after its set end the time-out date is at the latest: no vote stays in limbo.
    static final Duration LATEST = Duration.ofDays(84);

    private static final Duration AFTER_END = Duration.ofDays(7);

    private static final String NOT_OVERDUE =
            "Only an overdue vote has a time-out date, and none once that date has come.";

    private final VoteReader reader;
    private final VoteEnding ending;
    private final CurrentMember currentMember;
    private final VoteActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    TimeOuts(
            VoteReader reader,
            VoteEnding ending,
            CurrentMember currentMember,
            VoteActs acts,
            JdbcClient jdbc,
            Clock clock) {
        this.reader = reader;
        this.ending = ending;
        this.currentMember = currentMember;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The date the application proposes for the time-out of an overdue vote: the later of two weeks after the
    /// opening and one week after the set end.
    public static Instant proposedTimeOut(VoteSummary vote) {
        Instant afterEnd = vote.closesAt().plus(AFTER_END);
        return vote.opensAt()
                .map(opened -> opened.plus(SHORTEST))
                .filter(afterEnd::isBefore)
                .orElse(afterEnd);
    }

    /// The end to which the notices of a vote run: its deadline; for an overdue one its time-out date, and as long as
    /// nobody has confirmed one, the date that is proposed.
    public static Instant endThatCounts(VoteSummary vote) {
        return vote.timeOutAt()
                .orElseGet(() -> vote.state() == VoteState.OVERDUE ? proposedTimeOut(vote) : vote.closesAt());
    }

    /// Whether the rule of that vote names the time-out.
    public static boolean mayTimeOut(VoteSummary vote) {
        return vote.terms().filter(terms -> mayTimeOut(terms.rule())).isPresent();
    }

    private static boolean mayTimeOut(Rule rule) {
        return switch (rule) {
            case Majority majority -> majority.routes().contains(Route.TIME_OUT);
            case Consensus _ -> false;
            case AnyOf any -> any.rules().stream().anyMatch(TimeOuts::mayTimeOut);
        };
    }

    /// A core member confirms or moves the date on which an overdue vote is assessed again.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member, or the vote is not overdue, or
    ///     its date has come
    /// @throws IllegalArgumentException when the date is too early or too late
    public void setTimeOut(VoteId id, Instant date) {
        MemberId by = currentMember.requireCore("set a time-out date");
        Instant now = clock.instant();
        VoteSummary vote = held(id);
        if (vote.state() != VoteState.OVERDUE) {
            throw new NotAllowed(NOT_OVERDUE);
        }
        if (date.isBefore(proposedTimeOut(vote)) || !date.isAfter(now)) {
            throw new IllegalArgumentException(
                    "The time-out is two weeks after the opening, a week after the set end, and in the future.");
        }
        if (date.isAfter(vote.closesAt().plus(LATEST))) {
            throw new IllegalArgumentException(
                    "The time-out is twelve weeks after the set end at the latest, so that no vote stays undecided.");
        }
        int changed = jdbc.sql("""
                        UPDATE vote SET time_out_at = :date
                        WHERE id = :id AND state = 'OVERDUE' AND time_out_met = FALSE
                          AND (time_out_at > :now OR (time_out_at IS NULL AND closes_at > :lapsed))""")
                .param("id", id.number())
                .param("date", Utc.column(date))
                .param("now", Utc.column(now))
                .param("lapsed", Utc.column(now.minus(VoteEnding.LAPSE)))
                .update();
        if (changed == 0) {
            throw new NotAllowed(NOT_OVERDUE);
        }
        acts.tell(
                vote,
                Optional.of(by),
                now,
                "set the time-out date to %s".formatted(LocalDate.ofInstant(date, ZoneOffset.UTC)));
    }

    /// A core member declares the time-out of a vote whose conditions were met when it took its last ballot. Another
    /// one verifies it.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member, or there is nothing to declare
    /// @throws IllegalArgumentException with what is missing, where evidence was taken back meanwhile
    public void declare(VoteId id) {
        MemberId by = currentMember.requireCore("declare a time-out");
        VoteSummary vote = held(id);
        if (declaredBy(vote).isPresent()) {
            throw new NotAllowed("The time-out is declared already; another core member verifies it.");
        }
        requireMet(count(vote));
        Instant now = clock.instant();
        jdbc.sql("UPDATE vote SET declared_by = :by, declared_at = :now WHERE id = :id")
                .param("id", id.number())
                .param("by", by.number())
                .param("now", Utc.column(now))
                .update();
        acts.tell(vote, Optional.of(by), now, "declared the time-out; another core member verifies it");
    }

    /// Whoever declared a time-out takes that back before it is verified.
    ///
    /// @throws NotAllowed when the person at the keyboard did not declare it
    public void withdrawDeclaration(VoteId id) {
        MemberId by = currentMember.requireCore("take a declaration back");
        VoteSummary vote = held(id);
        if (!declaredBy(vote).equals(Optional.of(by))) {
            throw new NotAllowed("Only who declared a time-out takes that back, and only before it is verified.");
        }
        jdbc.sql("UPDATE vote SET declared_by = NULL, declared_at = NULL WHERE id = :id")
                .param("id", id.number())
                .update();
        acts.tell(vote, Optional.of(by), clock.instant(), "took the declaration of the time-out back");
    }

    /// A core member verifies the time-out that another one declared. With that the vote ends: those who voted
    /// decide.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member or declared it themselves, or
    ///     nothing is declared
    /// @throws IllegalArgumentException with what is missing, where evidence was taken back meanwhile
    public void verify(VoteId id) {
        MemberId by = currentMember.requireCore("verify a time-out");
        VoteSummary vote = held(id);
        Optional<MemberId> declaredBy = declaredBy(vote);
        if (declaredBy.isEmpty()) {
            throw new NotAllowed("The time-out of this vote is not declared.");
        }
        if (declaredBy.get().equals(by)) {
            throw new NotAllowed("You declared this time-out; another core member verifies it.");
        }
        VoteEnding.Count count = count(vote);
        requireMet(count);
        Instant now = clock.instant();
        jdbc.sql("UPDATE vote SET verified_by = :by, verified_at = :now WHERE id = :id")
                .param("id", id.number())
                .param("by", by.number())
                .param("now", Utc.column(now))
                .update();
        acts.tell(vote, Optional.of(by), now, "verified the time-out");
        ending.freeze(count, Ending.VERIFIED, now, count.outcome());
    }

    /// The vote, with its row held until the act is done.
    private VoteSummary held(VoteId id) {
        jdbc.sql("SELECT id FROM vote WHERE id = :id FOR UPDATE")
                .param("id", id.number())
                .query(Long.class)
                .optional();
        return reader.summary(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no vote " + id.number() + "."));
    }

    /// Who declared the time-out of a vote, which waits for that and has not lapsed.
    private Optional<MemberId> declaredBy(VoteSummary vote) {
        return jdbc.sql("""
                        SELECT declared_by FROM vote
                        WHERE id = :id AND state = 'OVERDUE' AND time_out_met = TRUE AND time_out_at > :lapsed""")
                .param("id", vote.id().number())
                .param("lapsed", Utc.column(clock.instant().minus(VoteEnding.LAPSE)))
                .query((row, i) -> Utc.maybeLong(row, "declared_by").map(MemberId::new))
                .optional()
                .orElseThrow(() -> new NotAllowed(
                        "Only an overdue vote that met the conditions of a time-out at its date can be timed out."));
    }

    private VoteEnding.Count count(VoteSummary vote) {
        try {
            return ending.count(vote, vote.endsAt());
        } catch (SealedBox.Unopenable e) {
            throw new NotAllowed("The ballots cannot be opened. " + e.getMessage());
        }
    }

    private static void requireMet(VoteEnding.Count count) {
        if (!count.byTimeOut()) {
            List<String> unmet = TimeOutProgress.unmet(TimeOutProgress.conditions(count.assessment()));
            throw new IllegalArgumentException("The time-out is not met any more: %s."
                    .formatted(unmet.isEmpty() ? "another route decides" : String.join(", ", unmet)));
        }
    }
}
