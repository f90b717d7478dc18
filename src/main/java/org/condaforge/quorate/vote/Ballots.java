package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ballots: one row a member and vote. What is cast takes the place of what the member had cast, and the journal
/// learns both. Whether a ballot may be cast is not asked here.
@Repository
class Ballots {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Ballots(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void put(VoteId vote, MemberId member, Choice choice, String comment, Instant at) {
        Optional<Choice> before = jdbc.sql("SELECT choice FROM ballot WHERE vote_id = :id AND member_id = :member")
                .param("id", vote.number())
                .param("member", member.number())
                .query(String.class)
                .optional()
                .map(Choice::valueOf);
        jdbc.sql("""
                        INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                        VALUES (:id, :member, :choice, :comment, :at)
                        ON DUPLICATE KEY UPDATE choice = VALUES(choice), comment = VALUES(comment), cast_at = VALUES(cast_at)""")
                .param("id", vote.number())
                .param("member", member.number())
                .param("choice", choice.name())
                .param("comment", comment.strip())
                .param("at", Utc.column(at))
                .update();
        events.publishEvent(new Act(
                Optional.of(member), at, new Act.Subject("vote", String.valueOf(vote.number())), what(before, choice)));
    }

    private static String what(Optional<Choice> before, Choice choice) {
        return before.map(was -> was == choice
                        ? "confirmed %s".formatted(choice.label())
                        : "changed %s to %s".formatted(was.label(), choice.label()))
                .orElseGet(() -> "cast %s".formatted(choice.label()));
    }
}
