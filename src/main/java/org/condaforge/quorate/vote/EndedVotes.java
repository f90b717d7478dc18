package org.condaforge.quorate.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Votes that were held and ended here, as they stay on record.
@Service
@Transactional(readOnly = true)
public class EndedVotes {

    private final VoteReader reader;
    private final VoteRosters rosters;
    private final MemberService members;
    private final JdbcClient jdbc;

    EndedVotes(VoteReader reader, VoteRosters rosters, MemberService members, JdbcClient jdbc) {
        this.reader = reader;
        this.rosters = rosters;
        this.members = members;
        this.jdbc = jdbc;
    }

    /// Whether what that vote is about is for members only.
    public boolean isSensitive(VoteId id) {
        return jdbc.sql("SELECT COUNT(*) FROM vote WHERE id = :id AND classification = 'SENSITIVE'")
                        .param("id", id.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// What keeps a vote from having an end that can be certified, in a sentence; empty where nothing does.
    public Optional<String> obstacle(VoteId id) {
        return jdbc.sql("""
                        SELECT state, outcome, yes_count,
                               rule IS NOT NULL AND record_file IS NULL AND recorded_by IS NULL AS held_here
                        FROM vote WHERE id = :id""")
                .param("id", id.number())
                .query((row, i) -> obstacle(
                        VoteState.valueOf(row.getString("state")),
                        row.getBoolean("held_here"),
                        row.getString("outcome"),
                        Utc.maybeInt(row, "yes_count").isPresent()))
                .optional()
                .orElseGet(() -> Optional.of("There is no vote %d.".formatted(id.number())));
    }

    private static Optional<String> obstacle(
            VoteState state, boolean heldHere, @Nullable String outcome, boolean counted) {
        return switch (state) {
            case OPEN, OVERDUE -> Optional.of("The vote has not ended: it has a certificate once it is decided.");
            case WITHDRAWN -> Optional.of("The vote was withdrawn: there is no result to certify.");
            case EXPIRED -> Optional.of("How the vote ended is not known: there is no result to certify.");
            case CLOSED -> {
                if (!heldHere) {
                    yield Optional.of("The vote was not held here: its result is as its record says, and its ballots"
                            + " are not there to certify it.");
                }
                if ("UNOPENED".equals(outcome)) {
                    yield Optional.of("The ballots of the vote could not be opened: there is no result to certify.");
                }
                yield counted
                        ? Optional.empty()
                        : Optional.of("So few took part in this sensitive vote that only its outcome is published.");
            }
        };
    }

    /// The vote with all that it kept; empty where there is an [obstacle][#obstacle].
    public Optional<EndedVote> find(VoteId id) {
        return obstacle(id).isPresent() ? Optional.empty() : reader.detail(id).map(this::kept);
    }

    private EndedVote kept(VoteDetail detail) {
        VoteSummary vote = detail.summary();
        Optional<Roster> roster = rosters.of(vote.id());
        Optional<EndedVote.Opened> opened = vote.isPublic() ? Optional.empty() : Optional.of(opened(vote.id()));
        return new EndedVote(
                detail,
                source(vote.id()),
                lapsed(detail),
                roster,
                roster.map(kept -> others(detail, kept, opened)).orElse(List.of()),
                vote.isPublic() ? enteredBy(vote.id()) : Map.of(),
                opened,
                declared(vote.id()));
    }

    /// As it was frozen; of a vote that ended before that was kept, as it seems.
    private boolean lapsed(VoteDetail detail) {
        VoteSummary vote = detail.summary();
        return jdbc.sql("SELECT ending = 'LAPSE' FROM vote_ending WHERE vote_id = :id")
                .param("id", vote.id().number())
                .query(Boolean.class)
                .optional()
                .orElseGet(() -> new ClosedVote(vote, vote.tally().orElseThrow(), true).lapsed());
    }

    private EndedVote.Source source(VoteId id) {
        return jdbc.sql("SELECT caller_login, text_link, text_revision FROM vote_call WHERE vote_id = :id")
                .param("id", id.number())
                .query((row, i) -> new EndedVote.Source(
                        given(row.getString("caller_login")),
                        given(row.getString("text_link")),
                        given(row.getString("text_revision"))))
                .optional()
                .orElse(EndedVote.Source.UNKNOWN);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isEmpty());
    }

    /// Whoever voted and is not on the roster, or not as somebody who may vote, stands on that of the day they voted;
    /// of a sensitive vote, which does not know that day, on that of the day it was decided.
    private List<EndedVote.Other> others(VoteDetail detail, Roster roster, Optional<EndedVote.Opened> opened) {
        boolean emeritus =
                detail.summary().terms().map(VoteSummary.Terms::emeritusMayVote).orElse(false);
        LocalDate decided = day(detail.summary().decidedAt().orElseThrow());
        Map<MemberId, LocalDate> voted = new LinkedHashMap<>();
        detail.ballots().forEach(ballot -> voted.put(ballot.member(), day(ballot.castAt())));
        opened.ifPresent(ballots -> ballots.voters().forEach(voter -> voted.put(voter.id(), decided)));
        Map<LocalDate, Roster> known = new HashMap<>();
        List<EndedVote.Other> others = new ArrayList<>();
        voted.forEach((member, day) -> {
            if (mayVote(roster, member, emeritus).isEmpty()) {
                mayVote(known.computeIfAbsent(day, members::rosterOn), member, emeritus)
                        .ifPresent(entry -> others.add(new EndedVote.Other(entry, day)));
            }
        });
        return others;
    }

    private static Optional<Roster.Entry> mayVote(Roster roster, MemberId member, boolean emeritus) {
        return roster.find(member).filter(entry -> emeritus || entry.standing() == Standing.ACTIVE);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private Map<MemberId, String> enteredBy(VoteId id) {
        return jdbc
                .sql("""
                        SELECT b.member_id, m.login FROM ballot b JOIN member m ON m.id = b.entered_by
                        WHERE b.vote_id = :id""")
                .param("id", id.number())
                .query((row, i) -> Map.entry(new MemberId(row.getLong("member_id")), row.getString("login")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private EndedVote.Opened opened(VoteId id) {
        Map<String, Choice> byCode = jdbc
                .sql("SELECT code, choice FROM opened_ballot WHERE vote_id = :id")
                .param("id", id.number())
                .query((row, i) -> Map.entry(row.getString("code"), Choice.valueOf(row.getString("choice"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<MemberService.Person> voters = jdbc.sql("""
                        SELECT m.id, m.login, m.name FROM vote_voter v JOIN member m ON m.id = v.member_id
                        WHERE v.vote_id = :id""")
                .param("id", id.number())
                .query((row, i) -> new MemberService.Person(
                        new MemberId(row.getLong("id")), row.getString("login"), row.getString("name")))
                .list();
        return new EndedVote.Opened(byCode, voters);
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
