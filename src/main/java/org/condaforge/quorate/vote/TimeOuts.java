package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Utc;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What core members do about votes that missed their quorum: the date on which they are assessed again. Each act is
/// one
/// transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class TimeOuts {

    private final VoteReader reader;
    private final CurrentMember currentMember;
    private final VoteActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    TimeOuts(VoteReader reader, CurrentMember currentMember, VoteActs acts, JdbcClient jdbc, Clock clock) {
        this.reader = reader;
        this.currentMember = currentMember;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
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
        acts.tell(
                vote,
                Optional.of(by),
                now,
                "set the time-out date to %s".formatted(LocalDate.ofInstant(date, ZoneOffset.UTC)));
    }
}
