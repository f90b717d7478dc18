package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// Votes of the past that core members write down: kept as closed votes with totals and no ballots, under the
/// roster of their day. Works in the transaction of its caller, who has asked whether it may.
@Component
class PastVotes {

    private static final int LONGEST = 300;

    /// What is true of votes whose record people may complete.
    private static final String COMPLETABLE = """
            classification = 'STANDARD' AND record_file IS NULL AND casts = 0
            AND (state = 'EXPIRED' OR (state = 'CLOSED' AND recorded_by IS NOT NULL))""";

    private final Policies policies;
    private final MemberService members;
    private final PastConditions conditions;
    private final JdbcClient jdbc;
    private final Clock clock;

    PastVotes(Policies policies, MemberService members, PastConditions conditions, JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.members = members;
        this.conditions = conditions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Keeps a vote that has no row yet.
    VoteId add(PastVote past, MemberId by) {
        require(conditions.unmetBy(past));
        String title = title(past, past.proposal());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO vote
                            (version, title, subject, proposal, policy, policy_revision, item, item_title, rule,
                             emeritus_may_vote, no_needs_comment, classification, text, text_hash, justification,
                             opens_at, closes_at, time_out_at, active, emeritus, roster, state, decided_at, outcome,
                             route, quorum, yes_count, no_count, abstain_count, record_note, recorded_by)
                        VALUES (0, :title, :subject, :proposal, :policy, :revision, :item, :itemTitle, :rule,
                             :emeritusMayVote, FALSE, :classification, :text, :hash, '',
                             :opens, :closes, :timedOut, :active, :emeritus, :roster, 'CLOSED', :closes, :outcome,
                             :route, :quorum, :yes, :no, :abstain, :note, :by)""")
                .params(columns(past, by))
                .param("title", title)
                .param("subject", subject(past, title))
                .param("proposal", past.proposal().map(ProposalNumber::value).orElse(null))
                .param("classification", Classification.STANDARD.name())
                .param("text", text(past))
                .param("hash", Sha256.of(text(past)))
                .update(key, "id");
        return new VoteId(Objects.requireNonNull(key.getKey()).longValue());
    }

    /// Completes what is known of a vote that expired, or corrects what was recorded of one by hand. Its title
    /// and its CFEP stay; so does its text, where none is given.
    ///
    /// @return whether there was such a vote
    boolean complete(VoteSummary vote, PastVote past, MemberId by) {
        // Asked first: what is wrong with the dates of a vote that cannot be completed helps nobody.
        boolean completable = jdbc.sql("SELECT COUNT(*) FROM vote WHERE id = :id AND " + COMPLETABLE)
                        .param("id", vote.id().number())
                        .query(Integer.class)
                        .single()
                == 1;
        if (!completable) {
            return false;
        }
        require(conditions.unmetBy(subjectOf(vote, past), day(vote.closesAt())));
        return jdbc.sql("""
                        UPDATE vote SET
                            policy = :policy, policy_revision = :revision, item = :item, item_title = :itemTitle,
                            rule = :rule, emeritus_may_vote = :emeritusMayVote, roster = :roster, opens_at = :opens,
                            closes_at = :closes, time_out_at = :timedOut, active = :active, emeritus = :emeritus,
                            state = 'CLOSED', decided_at = :closes, outcome = :outcome, route = :route,
                            quorum = :quorum, yes_count = :yes, no_count = :no, abstain_count = :abstain,
                            record_note = :note, recorded_by = :by,
                            text = CASE WHEN :given THEN :text ELSE text END,
                            text_hash = CASE WHEN :given THEN :hash ELSE text_hash END
                        WHERE id = :id AND """ + " " + COMPLETABLE)
                        .params(columns(past, by))
                        .param("given", !past.text().isBlank())
                        .param("text", text(past))
                        .param("hash", Sha256.of(text(past)))
                        .param("id", vote.id().number())
                        .update()
                == 1;
    }

    /// What is worth knowing before it is recorded.
    ///
    /// @param completing the vote that it completes, if it is known already
    List<PastVote.Remark> remarks(PastVote past, Optional<VoteSummary> completing) {
        PastVote whole = completing.map(vote -> subjectOf(vote, past)).orElse(past);
        require(completing
                .map(vote -> conditions.unmetBy(whole, day(vote.closesAt())))
                .orElseGet(() -> conditions.unmetBy(whole)));
        List<PastVote.Remark> remarks = new ArrayList<>();
        PastCount count = count(whole);
        count.contradiction().map(PastVote.Remark::of).ifPresent(remarks::add);
        if (whole.item().isPresent() && count.terms().isEmpty()) {
            remarks.add(
                    PastVote.Remark.of(
                            "No roster of that day is known: give the number of active members, or it cannot be counted again."));
        }
        whole.active()
                .flatMap(said -> count.terms()
                        .filter(by -> by.active() != said)
                        .map(by -> "The roster of that day lists %d active members, not %d; the roster counts."
                                .formatted(by.active(), said)))
                .map(PastVote.Remark::of)
                .ifPresent(remarks::add);
        remarks.addAll(others(whole, completing));
        return remarks;
    }

    /// Other votes on the same CFEP that ended at about the same time.
    private List<PastVote.Remark> others(PastVote past, Optional<VoteSummary> completing) {
        if (past.proposal().isEmpty()) {
            return List.of();
        }
        LocalDate ended = past.endedOn().orElseThrow();
        return jdbc.sql("""
                        SELECT id, title, closes_at FROM vote
                        WHERE proposal = :proposal AND classification = 'STANDARD' AND id <> :self
                          AND closes_at >= :first AND closes_at < :last ORDER BY closes_at, id""")
                .param("proposal", past.proposal().get().value())
                .param("self", completing.map(vote -> vote.id().number()).orElse(0L))
                .param("first", ended.minusDays(VoteRecords.SAME_END).atStartOfDay())
                .param("last", ended.plusDays(VoteRecords.SAME_END + 1).atStartOfDay())
                .query((row, i) -> new PastVote.Remark(
                        "A vote on %s that ended on %s is on record already: “%s”. If it is the same, complete that one."
                                .formatted(
                                        past.proposal().get().label(),
                                        day(Utc.instant(row, "closes_at")),
                                        row.getString("title")),
                        Optional.of(new VoteId(row.getLong("id")))))
                .list();
    }

    private PastCount count(PastVote past) {
        boolean timedOut = past.timedOut();
        return PastCount.of(
                terms(past),
                past.tally(),
                PastCount.evidence(
                        past.openedOn().map(this::noon), noon(past.endedOn().orElseThrow()), timedOut),
                past.outcome());
    }

    private Optional<VoteSummary.Terms> terms(PastVote past) {
        return past.item().flatMap(asked -> {
            Policy policy = policies.policy(asked.policy()).orElseThrow();
            LocalDate ended = past.endedOn().orElseThrow();
            Roster roster = members.rosterOn(
                    policy.roster() == RosterDate.CLOSING
                            ? ended
                            : past.openedOn().orElse(ended));
            return (roster.active().isEmpty()
                            ? past.active()
                            : Optional.of(roster.active().size()))
                    .map(active -> PastCount.terms(
                            policy, policies.item(asked.policy(), asked.name()), policy.roster(), roster, active));
        });
    }

    private Map<String, @Nullable Object> columns(PastVote past, MemberId by) {
        Map<String, @Nullable Object> columns = new HashMap<>(count(past).columns());
        Instant closes = noon(past.endedOn().orElseThrow());
        columns.put("opens", past.openedOn().map(day -> Utc.column(noon(day))).orElse(null));
        columns.put("closes", Utc.column(closes));
        columns.put("timedOut", past.timedOut() ? Utc.column(closes) : null);
        columns.put("note", past.source().strip());
        columns.put("by", by.number());
        return columns;
    }

    /// Days are kept as their noon, UTC: the same day for readers nearly everywhere, and whole days apart.
    private Instant noon(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        Instant now = clock.instant();
        return noon.isAfter(now) ? now : noon;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /// What is written down of a vote that is known already, with what that one was on.
    private static PastVote subjectOf(VoteSummary vote, PastVote past) {
        return new PastVote(
                vote.proposal(),
                vote.title(),
                past.item(),
                past.openedOn(),
                past.endedOn(),
                past.outcome(),
                past.timedOut(),
                past.tally(),
                past.active(),
                past.source(),
                past.text());
    }

    private static String title(PastVote past, Optional<ProposalNumber> proposal) {
        return past.title().isBlank()
                ? "Vote on %s that ended on %s"
                        .formatted(
                                proposal.orElseThrow().label(), past.endedOn().orElseThrow())
                : past.title().strip();
    }

    private static String subject(PastVote past, String title) {
        String subject = past.proposal()
                .map(ProposalNumber::label)
                .orElseGet(() -> "recorded: " + title.toLowerCase(Locale.ROOT));
        return subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject;
    }

    /// The text; a bare link as one that can be followed.
    private static String text(PastVote past) {
        String text = past.text().strip();
        return text.matches("https?://[^\\s<>]{1,1000}") ? "<" + text + ">" : text;
    }

    private static void require(List<String> unmet) {
        if (!unmet.isEmpty()) {
            throw new RecordRefused(unmet);
        }
    }
}
