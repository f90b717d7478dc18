package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What members say in standard votes: one ballot a member and vote, or that they recuse themselves. What is
/// said takes the place of what the member had said, is added to the history, and the journal learns both.
/// Whether it may be said is not asked here; the caller holds the row of the vote.
@Repository
class Ballots {

    /// Where a member stands in a vote; nothing is said at first.
    ///
    /// @param choice of their ballot
    /// @param onBehalf whether a secretary entered it
    record Said(Optional<Choice> choice, boolean onBehalf, boolean recused) {

        /// Whether they spoke for themselves.
        boolean byThemselves() {
            return recused || (choice.isPresent() && !onBehalf);
        }
    }

    private enum How {
        CAST,
        CHANGED,
        CONFIRMED,
        ON_BEHALF,
        RECUSED
    }

    private record Entry(Given given, MemberId by) {}

    private final JdbcClient jdbc;
    private final VoteActs acts;

    Ballots(JdbcClient jdbc, VoteActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /// What that member has said so far.
    Said saidBy(VoteId vote, MemberId member) {
        return jdbc.sql("""
                        SELECT b.choice, b.given, r.member_id AS recused
                        FROM vote v
                        LEFT JOIN ballot b ON b.vote_id = v.id AND b.member_id = :member
                        LEFT JOIN recusal r ON r.vote_id = v.id AND r.member_id = :member
                        WHERE v.id = :id""")
                .param("id", vote.number())
                .param("member", member.number())
                .query((row, i) -> new Said(
                        Optional.ofNullable(row.getString("choice")).map(Choice::valueOf),
                        row.getString("given") != null,
                        row.getString("recused") != null))
                .single();
    }

    /// Who has a say in that vote that nobody may replace: who cast or recused themselves.
    Set<MemberId> spokeThemselves(VoteId vote) {
        return Set.copyOf(jdbc.sql("""
                        SELECT member_id FROM ballot WHERE vote_id = :id AND given IS NULL
                        UNION SELECT member_id FROM recusal WHERE vote_id = :id""")
                .param("id", vote.number())
                .query((row, i) -> new MemberId(row.getLong("member_id")))
                .list());
    }

    /// The member casts a ballot, or changes it.
    void put(VoteId vote, MemberId member, Choice choice, String comment, Instant at) {
        Said before = saidBy(vote, member);
        store(vote, member, choice, comment.strip(), at, null);
        if (before.recused()) {
            lift(vote, member);
        }
        How how = before.choice()
                .map(was -> was == choice ? How.CONFIRMED : How.CHANGED)
                .orElse(How.CAST);
        keep(vote, member, how, choice, comment.strip(), at, null);
        tell(vote, member, at, what(before, choice));
    }

    /// A secretary enters or corrects a ballot that the member gave them, and the member is yet to take note
    /// of it.
    ///
    /// @param name of the member
    void enter(
            VoteId vote,
            MemberId member,
            String name,
            Choice choice,
            String comment,
            Given given,
            MemberId by,
            Instant at) {
        Said before = saidBy(vote, member);
        Entry entry = new Entry(given, by);
        store(vote, member, choice, comment.strip(), at, entry);
        keep(vote, member, How.ON_BEHALF, choice, comment.strip(), at, entry);
        String change = before.choice()
                .map(was -> "changed %s to %s for %s".formatted(was.label(), choice.label(), name))
                .orElseGet(() -> "entered %s for %s".formatted(choice.label(), name));
        tell(vote, by, at, "%s, given %s".formatted(change, given.label()));
    }

    /// Takes the member's ballot out, if there is one; it stays in the history.
    void takeOut(VoteId vote, MemberId member) {
        jdbc.sql("DELETE FROM ballot WHERE vote_id = :id AND member_id = :member")
                .param("id", vote.number())
                .param("member", member.number())
                .update();
    }

    /// The member takes no part; a ballot of theirs was taken out before.
    void recuse(VoteId vote, Classification classification, MemberId member, String reason, Instant at) {
        jdbc.sql("""
                        INSERT INTO recusal (vote_id, member_id, reason, recused_at) VALUES (:id, :member, :reason, :at)
                        ON DUPLICATE KEY UPDATE reason = VALUES(reason), recused_at = VALUES(recused_at)""")
                .param("id", vote.number())
                .param("member", member.number())
                .param("reason", reason)
                .param("at", Utc.column(at))
                .update();
        keep(vote, member, How.RECUSED, null, reason, at, null);
        acts.tell(
                vote,
                classification,
                Optional.of(member),
                at,
                reason.isEmpty() ? "recused themselves" : "recused themselves: " + reason);
    }

    /// Forgets that the member recused themselves, because they cast; also for a sealed ballot. The history
    /// keeps it.
    void lift(VoteId vote, MemberId member) {
        jdbc.sql("DELETE FROM recusal WHERE vote_id = :id AND member_id = :member")
                .param("id", vote.number())
                .param("member", member.number())
                .update();
    }

    private void store(VoteId vote, MemberId member, Choice choice, String comment, Instant at, @Nullable Entry entry) {
        jdbc.sql("""
                        INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at, given, entered_by)
                        VALUES (:id, :member, :choice, :comment, :at, :given, :by)
                        ON DUPLICATE KEY UPDATE choice = VALUES(choice), comment = VALUES(comment), cast_at = VALUES(cast_at),
                          given = VALUES(given), entered_by = VALUES(entered_by), seen_at = NULL""")
                .param("id", vote.number())
                .param("member", member.number())
                .param("choice", choice.name())
                .param("comment", comment)
                .param("at", Utc.column(at))
                .param("given", entry == null ? null : entry.given().name())
                .param("by", entry == null ? null : entry.by().number())
                .update();
    }

    private void keep(
            VoteId vote,
            MemberId member,
            How how,
            @Nullable Choice choice,
            String comment,
            Instant at,
            @Nullable Entry entry) {
        jdbc.sql("""
                        INSERT INTO ballot_history (vote_id, member_id, how, choice, comment, given, entered_by, said_at)
                        VALUES (:id, :member, :how, :choice, :comment, :given, :by, :at)""")
                .param("id", vote.number())
                .param("member", member.number())
                .param("how", how.name())
                .param("choice", choice == null ? null : choice.name())
                .param("comment", comment)
                .param("given", entry == null ? null : entry.given().name())
                .param("by", entry == null ? null : entry.by().number())
                .param("at", Utc.column(at))
                .update();
    }

    private void tell(VoteId vote, MemberId who, Instant at, String what) {
        acts.tell(vote, Classification.STANDARD, Optional.of(who), at, what);
    }

    private static String what(Said before, Choice choice) {
        String after = before.recused() ? ", no longer recused" : "";
        return before.choice()
                .map(was -> was == choice
                        ? "confirmed %s".formatted(choice.label())
                        : "changed %s to %s".formatted(was.label(), choice.label()))
                .orElseGet(() -> "cast %s%s".formatted(choice.label(), after));
    }
}
