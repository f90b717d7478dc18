package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.condaforge.quorate.journal.Chains;
import org.condaforge.quorate.journal.JournalChain;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Votes, ballots and journal as whoever has the database sees them, without the application.
record StoredVotes(Map<Long, Line> votes, List<Ballot> ballots, JournalChain.Verdict chain) {

    /// A ballot; its number is the one of its comment.
    record Ballot(long vote, String login, Choice choice, long number, Instant castAt) {}

    /// A vote and how often something was done to it.
    ///
    /// @param tally as it was counted at the end
    /// @param casts the acts of casting that were stored
    /// @param acts entries of the journal by members: its call and the casts
    /// @param closings entries of the journal that it was closed
    /// @param effects entries of its proposal's history that a vote made
    record Line(
            long id,
            String state,
            Optional<String> outcome,
            Instant closesAt,
            Optional<Instant> decidedAt,
            Optional<Tally> tally,
            long casts,
            Optional<Integer> proposal,
            long acts,
            long closings,
            long effects) {}

    static final StoredVotes NONE =
            new StoredVotes(Map.of(), List.of(), new JournalChain.Verdict(0, 0, 0, "", List.of()));

    static StoredVotes in(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        Map<Long, Line> votes = new HashMap<>();
        jdbc.sql("""
                        SELECT v.id, v.state, v.outcome, v.closes_at, v.decided_at, v.yes_count, v.no_count,
                               v.abstain_count, v.casts, v.proposal, COALESCE(j.acts, 0) AS acts,
                               COALESCE(j.closings, 0) AS closings,
                               (SELECT COUNT(*) FROM proposal_status s
                                WHERE s.proposal = v.proposal AND s.source = 'VOTE') AS effects
                        FROM vote v LEFT JOIN (
                            SELECT subject_key, COUNT(member_id) AS acts,
                                   SUM(CASE WHEN what LIKE 'closed:%' THEN 1 ELSE 0 END) AS closings
                            FROM journal WHERE subject_kind = 'vote' GROUP BY subject_key
                        ) j ON j.subject_key = CAST(v.id AS CHAR(20))""")
                .query((row, i) -> new Line(
                        row.getLong("id"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("outcome")),
                        Utc.instant(row, "closes_at"),
                        Utc.maybeInstant(row, "decided_at"),
                        row.getString("yes_count") == null
                                ? Optional.empty()
                                : Optional.of(new Tally(
                                        row.getInt("yes_count"), row.getInt("no_count"), row.getInt("abstain_count"))),
                        row.getLong("casts"),
                        Utc.maybeInt(row, "proposal"),
                        row.getLong("acts"),
                        row.getLong("closings"),
                        row.getLong("effects")))
                .list()
                .forEach(line -> votes.put(line.id(), line));
        List<Ballot> ballots = jdbc.sql("""
                        SELECT b.vote_id, m.login, b.choice, b.comment, b.cast_at
                        FROM ballot b JOIN member m ON m.id = b.member_id""")
                .query((row, i) -> new Ballot(
                        row.getLong("vote_id"),
                        row.getString("login"),
                        Choice.valueOf(row.getString("choice")),
                        Long.parseLong(row.getString("comment").replaceAll("\\D", "")),
                        Utc.instant(row, "cast_at")))
                .list();
        return new StoredVotes(votes, ballots, Chains.check(database));
    }

    long casts() {
        return votes.values().stream().mapToLong(Line::casts).sum();
    }

    long closed() {
        return votes.values().stream().filter(StoredVotes::isClosed).count();
    }

    /// What contradicts that each vote is closed once, with the ballots that were cast before its end, and that nothing
    /// is lost or doubled; a sentence each.
    List<String> faults() {
        List<String> faults = new ArrayList<>(chain.faults());
        Map<Long, List<Ballot>> byVote = ballots.stream().collect(Collectors.groupingBy(Ballot::vote));
        for (Line vote : votes.values()) {
            List<Ballot> cast = byVote.getOrDefault(vote.id(), List.of());
            boolean effective = isClosed(vote)
                    && vote.proposal().isPresent()
                    && vote.outcome().filter("INQUORATE"::equals).isEmpty();
            require(faults, vote.closings() == (isClosed(vote) ? 1 : 0), "closed as often as it should", vote);
            require(faults, vote.effects() == (effective ? 1 : 0), "told its proposal once, if at all", vote);
            require(faults, vote.acts() == vote.casts() + 1, "has an entry for its call and for each cast", vote);
            if (isClosed(vote)) {
                require(faults, vote.decidedAt().equals(Optional.of(vote.closesAt())), "ended at its deadline", vote);
                require(faults, vote.tally().equals(Optional.of(tally(cast))), "counted its ballots", vote);
                require(
                        faults,
                        cast.stream().allMatch(b -> b.castAt().isBefore(vote.closesAt())),
                        "has no ballot after its end",
                        vote);
            }
        }
        return faults;
    }

    private static boolean isClosed(Line vote) {
        return vote.state().equals("CLOSED");
    }

    private static void require(List<String> faults, boolean holds, String what, Line vote) {
        if (!holds) {
            faults.add("not so: %s: %s".formatted(what, vote));
        }
    }

    private static Tally tally(List<Ballot> ballots) {
        Tally tally = Tally.NONE;
        for (Ballot ballot : ballots) {
            tally = tally.plus(ballot.choice());
        }
        return tally;
    }

    /// The votes that were closed before and are not as they were: a closed vote stays as it is.
    List<String> changedSince(StoredVotes before) {
        return before.votes().values().stream()
                .filter(StoredVotes::isClosed)
                .filter(vote -> !vote.equals(votes.get(vote.id())))
                .map(vote -> "changed after its end: %s, now %s".formatted(vote, votes.get(vote.id())))
                .toList();
    }
}
