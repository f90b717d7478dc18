package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.vote.VoteDetail.Ballot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Votes that were held and ended here, as they stay on record.
@Service
@Transactional(readOnly = true)
public class EndedVotes {

    private final VoteReader reader;
    private final VoteRosters rosters;
    private final FrozenEndings endings;
    private final MemberService members;
    private final JdbcClient jdbc;

    EndedVotes(VoteReader reader, VoteRosters rosters, FrozenEndings endings, MemberService members, JdbcClient jdbc) {
        this.reader = reader;
        this.rosters = rosters;
        this.endings = endings;
        this.members = members;
        this.jdbc = jdbc;
    }

    /// What keeps a vote from having an end that can be certified, in a sentence; empty where nothing does.
    public Optional<String> obstacle(VoteId id) {
        return jdbc.sql("SELECT state, rule, record_file, recorded_by FROM vote WHERE id = :id")
                .param("id", id.number())
                .query((row, i) -> obstacle(
                        VoteState.valueOf(row.getString("state")),
                        row.getString("record_file") == null
                                && Utc.maybeLong(row, "recorded_by").isEmpty()
                                && row.getString("rule") != null))
                .optional()
                .orElseGet(() -> Optional.of("There is no vote %d.".formatted(id.number())));
    }

    private static Optional<String> obstacle(VoteState state, boolean heldHere) {
        return switch (state) {
            case OPEN, OVERDUE -> Optional.of("The vote has not ended: it has a certificate once it is decided.");
            case WITHDRAWN -> Optional.of("The vote was withdrawn: there is no result to certify.");
            case EXPIRED -> Optional.of("How the vote ended is not known: there is no result to certify.");
            case CLOSED ->
                heldHere
                        ? Optional.empty()
                        : Optional.of(
                                "The vote was not held here: its result is as its record says, and its ballots are"
                                        + " not there to certify it.");
        };
    }

    /// The vote with all that it kept; empty where there is an [obstacle][#obstacle].
    public Optional<EndedVote> find(VoteId id) {
        return obstacle(id).isPresent() ? Optional.empty() : reader.detail(id).map(this::kept);
    }

    private EndedVote kept(VoteDetail detail) {
        VoteSummary vote = detail.summary();
        Optional<FrozenEndings.Ending> frozen = endings.of(vote.id());
        Evidence evidence = frozen.map(FrozenEndings.Ending::evidence).orElseGet(detail::evidence);
        boolean lapsed = frozen.map(FrozenEndings.Ending::lapsed).orElseGet(() -> lapsed(detail));
        List<RouteAssessment> routes = endings.routes(vote.id());
        Optional<Roster> roster = rosters.of(vote.id());
        return new EndedVote(
                detail,
                evidence,
                lapsed,
                routes.isEmpty()
                        ? detail.routes().stream().map(RouteExplanation::route).toList()
                        : routes,
                roster,
                roster.map(kept -> others(detail, kept)).orElse(List.of()),
                declared(vote.id()));
    }

    private static boolean lapsed(VoteDetail detail) {
        return new ClosedVote(detail.summary(), detail.summary().tally().orElseThrow(), true).lapsed();
    }

    /// Whoever voted and is not on the roster, or not as somebody who may vote, stands on that of the day they voted.
    private List<EndedVote.Other> others(VoteDetail detail, Roster roster) {
        boolean emeritus =
                detail.summary().terms().map(VoteSummary.Terms::emeritusMayVote).orElse(false);
        Map<LocalDate, Roster> known = new HashMap<>();
        List<EndedVote.Other> others = new ArrayList<>();
        for (Ballot ballot : detail.ballots()) {
            if (mayVote(roster, ballot.member(), emeritus).isEmpty()) {
                LocalDate day = day(ballot.castAt());
                mayVote(known.computeIfAbsent(day, members::rosterOn), ballot.member(), emeritus)
                        .ifPresent(entry -> others.add(new EndedVote.Other(entry, day)));
            }
        }
        return others;
    }

    private static Optional<Roster.Entry> mayVote(Roster roster, MemberId member, boolean emeritus) {
        return roster.find(member).filter(entry -> emeritus || entry.standing() == Standing.ACTIVE);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private Optional<EndedVote.Declared> declared(VoteId id) {
        return jdbc.sql("""
                        SELECT d.login AS declared_by, v.declared_at, c.login AS verified_by, v.verified_at
                        FROM vote v JOIN member d ON d.id = v.declared_by JOIN member c ON c.id = v.verified_by
                        WHERE v.id = :id""")
                .param("id", id.number())
                .query((row, i) -> new EndedVote.Declared(
                        row.getString("declared_by"),
                        Utc.instant(row, "declared_at"),
                        row.getString("verified_by"),
                        Utc.instant(row, "verified_at")))
                .optional();
    }
}
