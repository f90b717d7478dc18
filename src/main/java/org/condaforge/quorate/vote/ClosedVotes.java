package org.condaforge.quorate.vote;

import java.util.ArrayList;
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

    /// By the range of their ids, because H2 compares each row with every id of a list.
    private static final String BALLOTS = """
            FROM vote v JOIN ballot b ON b.vote_id = v.id
            WHERE v.id BETWEEN :first AND :last AND v.classification = 'STANDARD' AND v.state = 'CLOSED'""";

    /// A ballot without its comment.
    record Cast(MemberId member, Choice choice) {}

    private final JdbcClient jdbc;

    ClosedVotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What closed standard votes were called on, by title.
    List<Replay.VotedItem> items() {
        return jdbc.sql("""
                        SELECT v.policy, v.item, MAX(v.item_title) AS title FROM vote v
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED' AND v.item IS NOT NULL
                        GROUP BY v.policy, v.item ORDER BY 3, 1, 2""")
                .query((row, i) -> new Replay.VotedItem(
                        new Yardstick.Item(row.getString("policy"), row.getString("item")), row.getString("title")))
                .list();
    }

    /// How many closed votes there are of that class, on one item or on any.
    int count(Classification classification, Optional<Yardstick.Item> item) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM vote v
                        WHERE v.classification = :classification AND v.state = 'CLOSED'
                          AND (:any OR (v.policy = :policy AND v.item = :item))""")
                .param("classification", classification.name())
                .param("any", item.isEmpty())
                .param("policy", item.map(Yardstick.Item::policy).orElse(""))
                .param("item", item.map(Yardstick.Item::name).orElse(""))
                .query(Integer.class)
                .single();
    }

    /// The next chunk of closed standard votes, with their ballots counted; the last one is shorter than [#CHUNK].
    List<ClosedVote> after(long id, Optional<Yardstick.Item> item) {
        record Row(VoteSummary vote, boolean castHere, Optional<FrozenEnd> frozen) {}
        List<Row> rows = jdbc.sql(VoteReader.COLUMNS + """
                        , v.casts, """ + FrozenEnds.COLUMNS + """

                        FROM vote v LEFT JOIN vote_ending e ON e.vote_id = v.id
                        WHERE v.classification = 'STANDARD' AND v.state = 'CLOSED' AND v.id > :id
                          AND (:any OR (v.policy = :policy AND v.item = :item))
                        ORDER BY v.id LIMIT :chunk""")
                .param("id", id)
                .param("any", item.isEmpty())
                .param("policy", item.map(Yardstick.Item::policy).orElse(""))
                .param("item", item.map(Yardstick.Item::name).orElse(""))
                .param("chunk", CHUNK)
                .query((row, i) -> new Row(VoteReader.summary(row), row.getLong("casts") > 0, FrozenEnds.endOf(row)))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<VoteId, Tally> tallies =
                tallies(rows.getFirst().vote().id(), rows.getLast().vote().id());
        return rows.stream()
                .map(row -> new ClosedVote(
                        row.vote(), tallies.getOrDefault(row.vote().id(), Tally.NONE), row.castHere(), row.frozen()))
                .toList();
    }

    private Map<VoteId, Tally> tallies(VoteId first, VoteId last) {
        Map<VoteId, Tally> found = new HashMap<>();
        jdbc.sql("SELECT b.vote_id, b.choice, COUNT(*) AS n " + BALLOTS + " GROUP BY b.vote_id, b.choice")
                .param("first", first.number())
                .param("last", last.number())
                .query(row -> {
                    int ballots = row.getInt("n");
                    Tally more = switch (Choice.valueOf(row.getString("choice"))) {
                        case YES -> new Tally(ballots, 0, 0);
                        case NO -> new Tally(0, ballots, 0);
                        case ABSTAIN -> new Tally(0, 0, ballots);
                    };
                    found.merge(new VoteId(row.getLong("vote_id")), more, ClosedVotes::sum);
                });
        return found;
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(one.yes() + other.yes(), one.no() + other.no(), one.abstain() + other.abstain());
    }

    /// The ballots that any of these members cast in a chunk, in one statement.
    Map<VoteId, List<Cast>> castBy(Set<MemberId> members, List<ClosedVote> chunk) {
        Map<VoteId, List<Cast>> found = new HashMap<>();
        if (members.isEmpty() || chunk.isEmpty()) {
            return found;
        }
        // Who is asked for is sifted here: by members, the index over all their ballots would be read for each chunk.
        jdbc.sql("SELECT b.vote_id, b.member_id, b.choice " + BALLOTS)
                .param("first", chunk.getFirst().vote().id().number())
                .param("last", chunk.getLast().vote().id().number())
                .query(row -> {
                    MemberId member = new MemberId(row.getLong("member_id"));
                    if (members.contains(member)) {
                        found.computeIfAbsent(new VoteId(row.getLong("vote_id")), v -> new ArrayList<>())
                                .add(new Cast(member, Choice.valueOf(row.getString("choice"))));
                    }
                });
        return found;
    }
}
