package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ballots that a secretary entered for a member, as that member is told of them: until they cast by
/// themselves, or take note. This outlasts the vote and every session.
@Service
@Transactional
public class EnteredBallots {

    /// A ballot that was entered for the member at the keyboard.
    ///
    /// @param by the name of who entered it
    /// @param takesBallots whether it can still be confirmed or changed
    public record Notice(
            VoteId vote, String title, Choice choice, Given given, String by, Instant at, boolean takesBallots) {}

    private final CurrentMember currentMember;
    private final VoteActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    EnteredBallots(CurrentMember currentMember, VoteActs acts, JdbcClient jdbc, Clock clock) {
        this.currentMember = currentMember;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Those that the member at the keyboard has not taken note of, newest first; none for anybody else.
    @Transactional(readOnly = true)
    public List<Notice> forMe() {
        return currentMember
                .signedIn()
                .flatMap(SignedIn::member)
                .map(member -> jdbc.sql("""
                                SELECT v.id, v.title, v.state, b.choice, b.given, b.cast_at, s.name
                                FROM ballot b JOIN vote v ON v.id = b.vote_id JOIN member s ON s.id = b.entered_by
                                WHERE b.member_id = :member AND b.given IS NOT NULL AND b.seen_at IS NULL
                                ORDER BY b.cast_at DESC, v.id DESC""")
                        .param("member", member.number())
                        .query((row, i) -> new Notice(
                                new VoteId(row.getLong("id")),
                                row.getString("title"),
                                Choice.valueOf(row.getString("choice")),
                                Given.valueOf(row.getString("given")),
                                row.getString("name"),
                                Utc.instant(row, "cast_at"),
                                VoteState.valueOf(row.getString("state")).takesBallots()))
                        .list())
                .orElse(List.of());
    }

    /// The member at the keyboard takes note of the ballot that was entered for them. What they cast
    /// themselves, or took note of before, stays as it is.
    ///
    /// @throws NotAllowed when no member is signed in
    public void takeNote(VoteId vote) {
        SignedIn person =
                currentMember.signedIn().orElseThrow(() -> new NotAllowed("Sign in to take note of your ballot."));
        MemberId member = person.member()
                .orElseThrow(
                        () -> new NotAllowed("Ballots are entered for members of core only; there is none of yours."));
        Instant now = clock.instant();
        int changed = jdbc.sql("""
                        UPDATE ballot SET seen_at = :now
                        WHERE vote_id = :id AND member_id = :member AND given IS NOT NULL AND seen_at IS NULL""")
                .param("id", vote.number())
                .param("member", member.number())
                .param("now", Utc.column(now))
                .update();
        if (changed > 0) {
            acts.tell(
                    vote,
                    Classification.STANDARD,
                    Optional.of(member),
                    now,
                    "took note of the ballot that was entered for them");
        }
    }
}
