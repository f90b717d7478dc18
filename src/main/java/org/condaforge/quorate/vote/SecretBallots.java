package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.seal.OpenedBallot;
import org.condaforge.quorate.seal.VoterCode;
import org.condaforge.quorate.store.Utc;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Secret ballots: casting them sealed, and what was in them once the vote is decided. Who voted how is known
/// to nobody, who voted to nobody before the end. Nothing here is told to the journal, to open pages or to a
/// log.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class SecretBallots {

    private final SealedBox box;
    private final Ballots ballots;
    private final VoteReader reader;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;

    SecretBallots(
            SealedBox box,
            Ballots ballots,
            VoteReader reader,
            CurrentMember currentMember,
            JdbcClient jdbc,
            Clock clock) {
        this.box = box;
        this.ballots = ballots;
        this.reader = reader;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Casts or changes the sealed ballot of the member at the keyboard; a recusal of theirs is over with it. One that
    /// is acknowledged is stored, and none is stored after the end: the vote's row is held first, and keeps no
    /// trace of it.
    ///
    /// @return the code under which the ballot will be published. It is nowhere else: whoever loses it votes again
    /// @throws VoteClosed after the end
    /// @throws CastRefused when the person may not vote in it, or its ballots are not secret
    public VoterCode cast(VoteId id, Choice choice) {
        Instant now = clock.instant();
        boolean open = jdbc.sql("""
                        SELECT id FROM vote
                        WHERE id = :id AND ((state = 'OPEN' AND closes_at > :now)
                          OR (state = 'OVERDUE' AND (time_out_at IS NULL OR time_out_at > :now)))
                        FOR UPDATE""")
                .param("id", id.number())
                .param("now", Utc.column(now))
                .query(Long.class)
                .optional()
                .isPresent();
        VoteSummary vote =
                reader.summary(id).orElseThrow(() -> new CastRefused("There is no vote " + id.number() + "."));
        if (vote.isPublic()) {
            throw new CastRefused("The ballots of this vote are not secret: cast yours with your name.");
        }
        if (!open) {
            throw new VoteClosed("The vote on “%s” has closed; your ballot was not taken.".formatted(vote.title()));
        }
        Optional<SignedIn> person = currentMember.signedIn();
        Casting.refusal(vote, person, now).ifPresent(reason -> {
            throw new CastRefused(reason);
        });
        MemberId member = person.flatMap(SignedIn::member).orElseThrow();
        ballots.lift(id, member);
        return box.put(id, member, choice);
    }

    /// What the reader may see of a secret vote; empty for a standard one, and for those who are neither
    /// members nor secretaries.
    @Transactional(readOnly = true)
    public Optional<SecretVote> of(VoteId id) {
        Optional<SignedIn> person = currentMember.signedIn().filter(SignedIn::readsSensitive);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT publish_from, challenge_seconds, key_due_at, key_destroyed_at
                        FROM secret_vote WHERE vote_id = :id""")
                .param("id", id.number())
                .query((row, i) -> new Terms(
                        row.getInt("publish_from"),
                        Duration.ofSeconds(row.getLong("challenge_seconds")),
                        Utc.maybeInstant(row, "key_due_at"),
                        Utc.maybeInstant(row, "key_destroyed_at")))
                .optional()
                .map(terms -> terms.due().isEmpty()
                        ? sealed(id, terms, person.flatMap(SignedIn::member))
                        : opened(id, terms));
    }

    private record Terms(int publishFrom, Duration challenge, Optional<Instant> due, Optional<Instant> destroyed) {

        SecretVote of(
                VoteId id, int voters, boolean voted, List<OpenedBallot> opened, List<SecretVote.Voter> voterNames) {
            return new SecretVote(id, voters, voted, publishFrom, challenge, due, destroyed, opened, voterNames);
        }
    }

    private SecretVote sealed(VoteId id, Terms terms, Optional<MemberId> member) {
        boolean voted = member.filter(me -> box.has(id, me)).isPresent();
        return terms.of(id, box.voters(id), voted, List.of(), List.of());
    }

    private SecretVote opened(VoteId id, Terms terms) {
        List<OpenedBallot> ballots = jdbc.sql(
                        "SELECT code, choice FROM opened_ballot WHERE vote_id = :id ORDER BY code")
                .param("id", id.number())
                .query((row, i) ->
                        new OpenedBallot(new VoterCode(row.getString("code")), Choice.valueOf(row.getString("choice"))))
                .list();
        List<SecretVote.Voter> names = jdbc.sql("""
                        SELECT m.login, m.name FROM vote_voter v JOIN member m ON m.id = v.member_id
                        WHERE v.vote_id = :id ORDER BY m.name, m.login_key""")
                .param("id", id.number())
                .query((row, i) -> new SecretVote.Voter(row.getString("login"), row.getString("name")))
                .list();
        return terms.of(id, ballots.size(), false, ballots, names);
    }
}
