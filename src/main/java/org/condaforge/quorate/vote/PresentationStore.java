package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// At which meetings votes were presented. Works in the transaction of its caller.
@Component
class PresentationStore {

    /// A mark as it is stored.
    ///
    /// @param recordFile empty where somebody marked it by hand
    /// @param markedBy their name
    record Mark(LocalDate date, Optional<Instant> at, Optional<String> recordFile, Optional<String> markedBy) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PresentationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The marks of each of these votes, newest first, in one statement; those without any are absent.
    Map<VoteId, List<Mark>> marks(Collection<VoteId> votes) {
        Map<VoteId, List<Mark>> found = new HashMap<>();
        if (votes.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT p.vote_id, p.held_on, p.held_at, p.record_file, m.name
                        FROM vote_presented p LEFT JOIN member m ON m.id = p.marked_by
                        WHERE p.vote_id IN (:votes) ORDER BY p.held_on DESC""")
                .param("votes", votes.stream().map(VoteId::number).toList())
                .query(row -> {
                    found.computeIfAbsent(new VoteId(row.getLong("vote_id")), v -> new ArrayList<>())
                            .add(new Mark(
                                    row.getObject("held_on", LocalDate.class),
                                    Utc.maybeInstant(row, "held_at"),
                                    Optional.ofNullable(row.getString("record_file")),
                                    Optional.ofNullable(row.getString("name"))));
                });
        return found;
    }

    /// Where a vote was presented, newest first: its marks, and the minutes that speak of its proposal between its
    /// opening and its end.
    static List<Presentation> of(VoteSummary vote, List<Mark> marks, List<Discussion> spoken) {
        List<Presentation> found = new ArrayList<>();
        for (Mark mark : marks) {
            found.add(new Presentation(
                    mark.date(),
                    mark.at(),
                    mark.recordFile().isPresent() ? Presentation.Source.RECORD : Presentation.Source.MARKED,
                    mark.recordFile()
                            .map("the record %s says so"::formatted)
                            .orElseGet(() -> "marked by " + mark.markedBy().orElse("a core member")),
                    Presentation.counts(vote, mark.date(), mark.at())));
        }
        spoken.stream()
                .filter(discussion -> Presentation.counts(vote, discussion.date(), Optional.empty()))
                .map(discussion -> new Presentation(
                        discussion.date(), Optional.empty(), Presentation.Source.MINUTES, discussion.item(), true))
                .forEach(found::add);
        found.sort(Comparator.comparing(Presentation::date).reversed());
        return found;
    }

    /// Marks by hand.
    ///
    /// @return whether it was not marked yet
    boolean mark(VoteId vote, LocalDate date, MemberId by, Instant now) {
        return jdbc.sql("""
                        INSERT IGNORE INTO vote_presented (vote_id, held_on, marked_by, marked_at)
                        VALUES (:vote, :date, :by, :now)""")
                        .param("vote", vote.number())
                        .param("date", date)
                        .param("by", by.number())
                        .param("now", Utc.column(now))
                        .update()
                == 1;
    }

    /// Takes a mark by hand back.
    ///
    /// @return whether there was one
    boolean unmark(VoteId vote, LocalDate date) {
        return jdbc.sql("""
                        DELETE FROM vote_presented
                        WHERE vote_id = :vote AND held_on = :date AND record_file IS NULL""").param("vote", vote.number()).param("date", date).update() == 1;
    }

    /// Keeps what the file of a vote's record says, instead of what it said before. A mark by hand on the same
    /// day stays.
    void recorded(VoteId vote, String file, Optional<Instant> at) {
        Optional<Instant> before = jdbc.sql("""
                        SELECT held_at FROM vote_presented WHERE vote_id = :vote AND record_file = :file""")
                .param("vote", vote.number())
                .param("file", file)
                .query((row, i) -> Utc.instant(row, "held_at"))
                .optional();
        if (before.equals(at)) {
            return;
        }
        jdbc.sql("DELETE FROM vote_presented WHERE vote_id = :vote AND record_file = :file")
                .param("vote", vote.number())
                .param("file", file)
                .update();
        at.ifPresent(time -> jdbc.sql("""
                        INSERT IGNORE INTO vote_presented (vote_id, held_on, held_at, record_file, marked_at)
                        VALUES (:vote, :date, :at, :file, :now)""")
                .param("vote", vote.number())
                .param("date", LocalDate.ofInstant(time, ZoneOffset.UTC))
                .param("at", Utc.column(time))
                .param("file", file)
                .param("now", Utc.column(clock.instant()))
                .update());
    }
}
