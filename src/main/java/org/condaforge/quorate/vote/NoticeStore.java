package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The announcements of votes. Works in the transaction of its caller.
@Component
class NoticeStore {

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The announcements of each of these votes, oldest first, in one statement; those without any are absent, and so
    /// are those that were taken back.
    Map<VoteId, List<VoteNotice>> of(Collection<VoteId> votes) {
        Map<VoteId, List<VoteNotice>> found = new HashMap<>();
        if (votes.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT n.vote_id, n.id, n.channel, n.sent_at, n.note, n.source, m.name, n.recorded_at
                        FROM vote_notice n LEFT JOIN member m ON m.id = n.recorded_by
                        WHERE n.vote_id IN (:votes) AND n.taken_back_at IS NULL ORDER BY n.sent_at, n.id""")
                .param("votes", votes.stream().map(VoteId::number).toList())
                .query(row -> {
                    found.computeIfAbsent(new VoteId(row.getLong("vote_id")), v -> new ArrayList<>())
                            .add(new VoteNotice(
                                    row.getLong("id"),
                                    Channel.valueOf(row.getString("channel")),
                                    Utc.instant(row, "sent_at"),
                                    row.getString("note"),
                                    VoteNotice.Source.valueOf(row.getString("source")),
                                    Optional.ofNullable(row.getString("name")),
                                    Utc.instant(row, "recorded_at")));
                });
        return found;
    }

    List<VoteNotice> of(VoteId vote) {
        return of(List.of(vote)).getOrDefault(vote, List.of());
    }

    /// @param by empty where the application itself sent it
    void add(VoteId vote, Channel channel, Instant sentAt, String note, Optional<MemberId> by, Instant now) {
        jdbc.sql("""
                        INSERT INTO vote_notice (vote_id, channel, sent_at, note, source, recorded_by, recorded_at)
                        VALUES (:vote, :channel, :sent, :note, :source, :by, :now)""")
                .param("vote", vote.number())
                .param("channel", channel.name())
                .param("sent", Utc.column(sentAt))
                .param("note", note)
                .param("source", (by.isPresent() ? VoteNotice.Source.BY_HAND : VoteNotice.Source.AUTOMATIC).name())
                .param("by", by.map(MemberId::number).orElse(null))
                .param("now", Utc.column(now))
                .update();
    }

    /// @return whether it was there and had not been taken back
    boolean takeBack(VoteId vote, long notice, MemberId by, Instant now) {
        return jdbc.sql("""
                        UPDATE vote_notice SET taken_back_by = :by, taken_back_at = :now
                        WHERE id = :id AND vote_id = :vote AND taken_back_at IS NULL""")
                        .param("id", notice)
                        .param("vote", vote.number())
                        .param("by", by.number())
                        .param("now", Utc.column(now))
                        .update()
                == 1;
    }
}
