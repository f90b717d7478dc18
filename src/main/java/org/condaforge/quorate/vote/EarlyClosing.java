package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.rule.EarlyClose;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether votes may close before their end. Only those do whose item says so, once their minimum period is over; a
/// sensitive vote never does, because nobody knows what is in its ballots. Works in the transaction of its caller.
@Component
class EarlyClosing {

    private final MemberService members;
    private final JdbcClient jdbc;

    EarlyClosing(MemberService members, JdbcClient jdbc) {
        this.members = members;
        this.jdbc = jdbc;
    }

    /// When the minimum period of a vote is over that may close early; empty for any other.
    Optional<Instant> from(VoteId vote) {
        return jdbc.sql("SELECT early_close_from FROM vote WHERE id = :id")
                .param("id", vote.number())
                .query((row, i) -> Utc.maybeInstant(row, "early_close_from"))
                .single();
    }

    /// Whether it would close early as its ballots are, its minimum period left aside.
    boolean passes(VoteSummary vote) {
        VoteSummary.Terms terms = vote.terms().orElseThrow();
        return vote.tally()
                .filter(tally -> EarlyClose.passes(terms.rule(), terms.electorate(), tally, vote.planned(), 0)
                        && EarlyClose.passes(
                                terms.rule(),
                                terms.electorate(),
                                tally,
                                vote.planned(),
                                mayStillVote(vote.id(), terms)))
                .isPresent();
    }

    private int mayStillVote(VoteId vote, VoteSummary.Terms terms) {
        Set<Long> cast = new HashSet<>(jdbc.sql("SELECT member_id FROM ballot WHERE vote_id = :id")
                .param("id", vote.number())
                .query(Long.class)
                .list());
        Roster roster = members.roster();
        return (int) Stream.concat(
                        roster.active().stream(), terms.emeritusMayVote() ? roster.emeritus().stream() : Stream.empty())
                .filter(entry -> !cast.contains(entry.id().number()))
                .count();
    }

    /// When the last ballot was cast that counts.
    Optional<Instant> lastBallot(VoteId vote) {
        return jdbc.sql("SELECT MAX(cast_at) AS last_cast FROM ballot WHERE vote_id = :id")
                .param("id", vote.number())
                .query((row, i) -> Utc.maybeInstant(row, "last_cast"))
                .single();
    }
}
