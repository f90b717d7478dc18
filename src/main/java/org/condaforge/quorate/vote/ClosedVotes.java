package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The closed votes in chunks, in the order of their ids, with the same few statements for each chunk. Of sensitive
/// ones it tells how many there are, and nothing else.
@Repository
class ClosedVotes {

    /// The greatest number of votes that are held at a time.
    static final int CHUNK = 500;

    /// A ballot without its comment.
    record Cast(MemberId member, Choice choice) {}

    private final VoteReader reader;
    private final JdbcClient jdbc;

    ClosedVotes(VoteReader reader, JdbcClient jdbc) {
        this.reader = reader;
        this.jdbc = jdbc;
    }

    /// How many closed votes there are of that class, on one item or on any.
    int count(Classification classification, Optional<String> item) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM vote v
                        WHERE v.classification = :classification AND v.state = 'CLOSED'
                          AND (:any OR v.item = :item)""")
                .param("classification", classification.name())
                .param("any", item.isEmpty())
                .param("item", item.orElse(""))
                .query(Integer.class)
                .single();
    }

    /// The next chunk of closed standard votes, with their ballots counted; the last one is shorter than [#CHUNK].
    List<ClosedVote> after(long id, Optional<String> item) {
        record Row(VoteSummary vote, boolean castHere) {}
        List<Row> rows = jdbc.sql(VoteReader.COLUMNS + """
                        , v.casts FROM vote v
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED' AND v.id > :id
                          AND (:any OR v.item = :item)
                        ORDER BY v.id LIMIT :chunk""")
                .param("id", id)
                .param("any", item.isEmpty())
                .param("item", item.orElse(""))
                .param("chunk", CHUNK)
                .query((row, i) -> new Row(VoteReader.summary(row), row.getLong("casts") > 0))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<VoteId, Tally> tallies = reader.tallies(
                rows.stream().map(row -> row.vote().id().number()).toList());
        return rows.stream()
                .map(row -> new ClosedVote(
                        row.vote(), tallies.getOrDefault(row.vote().id(), Tally.NONE), row.castHere()))
                .toList();
    }

    /// The ballots that any of these members cast in any of these votes, in one statement.
    Map<VoteId, List<Cast>> castBy(Set<MemberId> members, Collection<ClosedVote> votes) {
        Map<VoteId, List<Cast>> found = new HashMap<>();
        if (members.isEmpty() || votes.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT vote_id, member_id, choice FROM ballot
                        WHERE vote_id IN (:votes) AND member_id IN (:members)""")
                .param("votes", votes.stream().map(v -> v.vote().id().number()).toList())
                .param("members", members.stream().map(MemberId::number).toList())
                .query(row -> {
                    found.computeIfAbsent(new VoteId(row.getLong("vote_id")), v -> new ArrayList<>())
                            .add(new Cast(
                                    new MemberId(row.getLong("member_id")), Choice.valueOf(row.getString("choice"))));
                });
        return found;
    }
}
