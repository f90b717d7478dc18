package org.condaforge.quorate.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.vote.TimeOutProgress.Hand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The time-outs of votes as people look at them. Of a sensitive vote only members of core learn anything. Changes
/// nothing.
@Service
@Transactional(readOnly = true)
public class TimeOutReader {

    private static final int MOST = 50;

    private final VoteReader reader;
    private final EvidenceStore evidence;
    private final CurrentMember currentMember;
    private final JdbcClient jdbc;
    private final Clock clock;

    TimeOutReader(
            VoteReader reader, EvidenceStore evidence, CurrentMember currentMember, JdbcClient jdbc, Clock clock) {
        this.reader = reader;
        this.evidence = evidence;
        this.currentMember = currentMember;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The time-out of that vote; empty for one whose rule knows none, and for a sensitive one that is not for the
    /// person at the keyboard.
    public Optional<TimeOutProgress> of(VoteId id) {
        return reader.summary(id)
                .map(List::of)
                .flatMap(votes -> of(votes).stream().findFirst());
    }

    /// The time-outs of votes that are overdue, the one that ends first at the front.
    public List<TimeOutProgress> overdue() {
        return of(reader.list(VoteReader.Filter.in(VoteState.OVERDUE), new Page.Request(0, MOST))
                .items());
    }

    private record Row(boolean met, Optional<Hand> declared, Optional<Hand> verified, Optional<FrozenEnd> frozen) {}

    private List<TimeOutProgress> of(List<VoteSummary> asked) {
        boolean member = currentMember.signedIn().flatMap(SignedIn::member).isPresent();
        List<VoteSummary> votes = asked.stream()
                .filter(vote -> vote.isPublic() || member)
                .filter(vote -> TimeOuts.mayTimeOut(vote) && vote.opensAt().isPresent())
                .toList();
        if (votes.isEmpty()) {
            return List.of();
        }
        Map<VoteId, Row> rows = rows(votes);
        Map<VoteId, VoteEvidence> known = evidence.of(votes);
        Instant now = clock.instant();
        List<TimeOutProgress> found = new ArrayList<>();
        for (VoteSummary vote : votes) {
            Row row = rows.get(vote.id());
            VoteEvidence of = known.get(vote.id());
            if (row != null && of != null) {
                found.add(progress(vote, row, of, now));
            }
        }
        return found;
    }

    private static TimeOutProgress progress(VoteSummary vote, Row row, VoteEvidence known, Instant now) {
        TimeOutStage stage = TimeOutStage.of(
                vote.state(), vote.timeOutAt(), row.met(), row.declared().isPresent());
        boolean fits = vote.state() != VoteState.OPEN || vote.planned().compareTo(TimeOuts.SHORTEST) >= 0;
        Instant end = fits ? TimeOuts.endThatCounts(vote) : TimeOuts.proposedTimeOut(vote);
        Instant asOf = vote.decidedAt().orElse(now);
        Evidence evidence = row.frozen().map(FrozenEnd::evidence).orElseGet(() -> known.at(vote, asOf));
        VoteSummary.Terms terms = vote.terms().orElseThrow();
        Assessment assessment =
                Assessment.of(terms.rule(), terms.electorate(), vote.tally().orElse(Tally.NONE), evidence);
        return new TimeOutProgress(
                vote,
                stage,
                vote.opensAt().orElseThrow(),
                end,
                fits && stage != TimeOutStage.DATE_MISSING,
                lapses(vote, stage),
                known.presented().stream().filter(Presentation::counts).toList(),
                known.notices(),
                TimeOutProgress.conditions(assessment),
                row.declared(),
                row.verified(),
                row.frozen().map(FrozenEnd::ending));
    }

    private static Optional<Instant> lapses(VoteSummary vote, TimeOutStage stage) {
        return switch (stage) {
            case DATE_MISSING, WAITS, DECLARED -> Optional.of(vote.endsAt().plus(VoteEnding.LAPSE));
            case OPEN, RUNNING, ENDED -> Optional.empty();
        };
    }

    private Map<VoteId, Row> rows(List<VoteSummary> votes) {
        Map<VoteId, Row> rows = new HashMap<>();
        jdbc.sql("""
                        SELECT v.id, v.time_out_met, v.declared_by, d.name AS declarer, v.declared_at,
                               v.verified_by, c.name AS verifier, v.verified_at,
                        """ + FrozenEnds.COLUMNS + """

                        FROM vote v
                        LEFT JOIN member d ON d.id = v.declared_by
                        LEFT JOIN member c ON c.id = v.verified_by
                        LEFT JOIN vote_ending e ON e.vote_id = v.id
                        WHERE v.id IN (:votes)""")
                .param("votes", votes.stream().map(vote -> vote.id().number()).toList())
                .query(row -> {
                    rows.put(
                            new VoteId(row.getLong("id")),
                            new Row(
                                    row.getBoolean("time_out_met"),
                                    hand(row, "declared_by", "declarer", "declared_at"),
                                    hand(row, "verified_by", "verifier", "verified_at"),
                                    FrozenEnds.endOf(row)));
                });
        return rows;
    }

    private static Optional<Hand> hand(ResultSet row, String member, String name, String at) throws SQLException {
        Optional<Long> id = Utc.maybeLong(row, member);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hand(new MemberId(id.get()), row.getString(name), Utc.instant(row, at)));
    }
}
