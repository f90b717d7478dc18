package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What becomes of a vote whose time has come: decided, or overdue where a time-out may still decide, or waiting for
/// its
/// time-out to be declared, or inquorate. The instant on record is the one that was set, however much later this runs.
/// Works in the transaction of its caller, which holds the row of the vote.
@Component
class VoteEnding {

    /// An overdue vote for which nobody confirms a time-out date lapses after this time, and so does one whose
    /// time-out nobody declares and verifies.
    static final Duration LAPSE = Duration.ofDays(28);

    /// A vote counted as of an instant: the last at which it took ballots.
    record Count(
            VoteSummary vote,
            Instant until,
            VoteSummary.Terms terms,
            Tally tally,
            Evidence evidence,
            Assessment assessment) {

        Outcome outcome() {
            return assessment.outcome();
        }

        boolean byTimeOut() {
            return outcome().decidedBy().filter(Route.TIME_OUT::equals).isPresent();
        }
    }

    private final VoteReader reader;
    private final MemberService members;
    private final VoteRosters rosters;
    private final EvidenceStore evidence;
    private final FrozenEnds ends;
    private final EarlyClosing early;
    private final SecretCount secrets;
    private final ProposalService proposals;
    private final JdbcClient jdbc;
    private final VoteActs acts;

    VoteEnding(
            VoteReader reader,
            MemberService members,
            VoteRosters rosters,
            EvidenceStore evidence,
            FrozenEnds ends,
            EarlyClosing early,
            SecretCount secrets,
            ProposalService proposals,
            JdbcClient jdbc,
            VoteActs acts) {
        this.reader = reader;
        this.members = members;
        this.rosters = rosters;
        this.evidence = evidence;
        this.ends = ends;
        this.early = early;
        this.secrets = secrets;
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /// What is due at that instant, the first at the front, at most one thing for each vote. One statement.
    List<Due> due(Instant now) {
        return jdbc
                .sql("""
                        SELECT id, state, closes_at, time_out_at, time_out_met, early_close_from, early_close_seen FROM vote
                        WHERE (state = 'OPEN' AND (closes_at <= :now
                                                   OR (early_close_from <= :now AND early_close_seen = FALSE)))
                           OR (state = 'OVERDUE' AND ((time_out_at <= :now AND time_out_met = FALSE)
                                                      OR COALESCE(time_out_at, closes_at) <= :lapsed))""")
                .param("now", Utc.column(now))
                .param("lapsed", Utc.column(now.minus(LAPSE)))
                .query((row, i) -> {
                    VoteId id = new VoteId(row.getLong("id"));
                    Instant closes = Utc.instant(row, "closes_at");
                    Optional<Instant> date = Utc.maybeInstant(row, "time_out_at");
                    if (VoteState.valueOf(row.getString("state")) == VoteState.OPEN) {
                        boolean seen = row.getBoolean("early_close_seen");
                        return Utc.maybeInstant(row, "early_close_from")
                                .filter(from -> !seen && from.isBefore(closes))
                                .map(from -> new Due(id, Due.Step.MINIMUM, from))
                                .orElseGet(() -> new Due(id, Due.Step.SET_END, closes));
                    }
                    return date.isPresent() && !row.getBoolean("time_out_met")
                            ? new Due(id, Due.Step.DATE, date.get())
                            : new Due(id, Due.Step.LAPSE, date.orElse(closes).plus(LAPSE));
                })
                .list()
                .stream()
                .filter(due -> !due.at().isAfter(now))
                .sorted(Comparator.comparing(Due::at)
                        .thenComparing(due -> due.vote().number()))
                .toList();
    }

    /// Takes a vote through all that was due for it at that instant.
    void catchUp(VoteId id, Instant now) {
        Optional<Due> next = due(id, now);
        while (next.isPresent()) {
            end(next.get());
            next = due(id, now);
        }
    }

    private Optional<Due> due(VoteId id, Instant now) {
        return due(now).stream().filter(due -> due.vote().equals(id)).findFirst();
    }

    /// Takes a vote one step on; a secret one of which nobody can know any more how it went, to its end.
    void end(Due due) {
        VoteSummary vote = reader.whole(due.vote()).orElseThrow();
        try {
            step(vote, due);
        } catch (SealedBox.Unopenable e) {
            endUnopened(vote, due.at(), String.valueOf(e.getMessage()));
        }
    }

    private void step(VoteSummary vote, Due due) throws SealedBox.Unopenable {
        switch (due.step()) {
            case MINIMUM -> minimumOver(vote, due.at());
            case SET_END -> setEnd(count(vote, due.at()));
            case DATE -> date(count(vote, due.at()));
            case LAPSE -> {
                Count count = count(vote, vote.timeOutAt().orElse(due.at()));
                freeze(count, Ending.LAPSE, due.at(), new Outcome.Inquorate(List.of()));
            }
        }
    }

    /// The vote as of an instant, by the roster that counts then, however much later it is now. What it says of
    /// a sensitive vote must not be stored or told before that is decided.
    Count count(VoteSummary vote, Instant until) throws SealedBox.Unopenable {
        VoteSummary.Terms called = vote.terms().orElseThrow();
        VoteSummary.Terms terms = switch (called.roster()) {
            case OPENING -> called;
            case CLOSING -> called.on(rosterOf(until));
        };
        Tally tally = secrets.tally(vote);
        Evidence known = evidence.of(vote).at(vote, until);
        return new Count(
                vote, until, terms, tally, known, Assessment.of(terms.rule(), terms.electorate(), tally, known));
    }

    private Roster rosterOf(Instant end) {
        return members.rosterOn(LocalDate.ofInstant(end, ZoneOffset.UTC));
    }

    private void minimumOver(VoteSummary vote, Instant at) throws SealedBox.Unopenable {
        if (early.passes(vote)) {
            closeEarly(vote, at);
        } else {
            jdbc.sql("UPDATE vote SET early_close_seen = TRUE WHERE id = :id")
                    .param("id", vote.id().number())
                    .update();
        }
    }

    /// When a vote that may close early could at the earliest, where that has come; empty for any other.
    Optional<Instant> earliest(VoteId vote, Instant now) {
        return early.from(vote).filter(from -> !from.isAfter(now));
    }

    /// Whether a vote whose earliest end has come would pass as its ballots are: it takes no more of them.
    boolean isOverEarly(VoteId vote) {
        return early.passes(reader.whole(vote).orElseThrow());
    }

    /// Closes such a vote if what a member said at that instant makes it pass.
    void afterBallot(VoteId id, Instant at) {
        VoteSummary vote = reader.whole(id).orElseThrow();
        try {
            minimumOver(vote, at);
        } catch (SealedBox.Unopenable e) {
            throw new IllegalStateException("a sensitive vote never closes early", e);
        }
    }

    /// It ended when its minimum period did or with its last ballot, whichever is later.
    private void closeEarly(VoteSummary vote, Instant earliest) throws SealedBox.Unopenable {
        Instant at = early.lastBallot(vote.id()).filter(earliest::isBefore).orElse(earliest);
        Count count = count(vote, at);
        freeze(count, Ending.EARLY, at, count.outcome());
    }

    private void setEnd(Count count) {
        VoteSummary vote = count.vote();
        if (count.byTimeOut()) {
            waits(count);
        } else if (count.outcome() instanceof Outcome.Inquorate && TimeOuts.mayTimeOut(vote)) {
            jdbc.sql("UPDATE vote SET state = 'OVERDUE' WHERE id = :id")
                    .param("id", vote.id().number())
                    .update();
            acts.tell(vote, Optional.empty(), count.until(), "reached its end without a quorum; ballots still count");
        } else {
            freeze(count, Ending.DEADLINE, count.until(), count.outcome());
        }
    }

    private void date(Count count) {
        if (count.byTimeOut()) {
            waits(count);
        } else {
            freeze(count, Ending.DATE, count.until(), count.outcome());
        }
    }

    /// Everything a time-out asks for is there: no more ballots, and people declare and verify it.
    private void waits(Count count) {
        jdbc.sql("UPDATE vote SET state = 'OVERDUE', time_out_at = :at, time_out_met = TRUE WHERE id = :id")
                .param("id", count.vote().id().number())
                .param("at", Utc.column(count.until()))
                .update();
        acts.tell(
                count.vote(),
                Optional.empty(),
                count.until(),
                "meets the conditions of a time-out; it takes no more ballots and waits for its declaration");
    }

    /// Ends the vote: what it came to, and everything that led to it, is kept and changes no more. Of a sensitive vote
    /// in
    /// which too few took part, the outcome alone.
    void freeze(Count count, Ending ending, Instant at, Outcome outcome) {
        VoteSummary vote = count.vote();
        VoteSummary.Terms terms = count.terms();
        Optional<Tally> kept = secrets.settle(vote, count.tally());
        jdbc.sql("""
                        UPDATE vote SET state = 'CLOSED', decided_at = :at, outcome = :outcome, route = :route,
                               quorum = :quorum, active = :active, emeritus = :emeritus, yes_count = :yes, no_count = :no, abstain_count = :abstain
                        WHERE id = :id""")
                .param("id", vote.id().number())
                .param("at", Utc.column(at))
                .param("outcome", Result.of(outcome).name())
                .param("route", outcome.decidedBy().map(Route::name).orElse(null))
                .param("quorum", terms.quorum())
                .param("active", terms.active())
                .param("emeritus", terms.emeritus())
                .param("yes", kept.map(Tally::yes).orElse(null))
                .param("no", kept.map(Tally::no).orElse(null))
                .param("abstain", kept.map(Tally::abstain).orElse(null))
                .update();
        if (terms.roster() == RosterDate.CLOSING) {
            rosters.keep(vote.id(), rosterOf(count.until()));
        }
        ends.keep(
                vote.id(),
                new FrozenEnd(
                        ending,
                        count.evidence(),
                        kept.isPresent() ? count.assessment().routes() : List.of()));
        String how = vote.isPublic()
                ? Explanation.decided(outcome, count.tally())
                : Result.of(outcome).label();
        acts.tell(vote, Optional.empty(), at, how(ending) + how);
        tellProposal(vote, Result.of(outcome), at, at);
    }

    /// Ends a secret vote that cannot be opened: what was in its ballots is lost.
    private void endUnopened(VoteSummary vote, Instant at, String why) {
        secrets.discard(vote);
        jdbc.sql("""
                        UPDATE vote SET state = 'CLOSED', decided_at = :at, outcome = 'UNOPENED', record_note = :why
                        WHERE id = :id""")
                .param("id", vote.id().number())
                .param("at", Utc.column(at))
                .param("why", why)
                .update();
        acts.tell(vote, Optional.empty(), at, "ended: its ballots cannot be opened. " + why);
    }

    private static String how(Ending ending) {
        return switch (ending) {
            case DEADLINE, DATE -> "closed: ";
            case EARLY -> "closed early, as soon as it would pass: ";
            case VERIFIED -> "closed by its time-out: ";
            case LAPSE -> "lapsed: ";
        };
    }

    /// Tells the proposal that was voted on, if any, what was decided and when that went on record. The page of
    /// a proposal is public: no sensitive vote is told there.
    void tellProposal(VoteSummary vote, Result result, Instant decidedAt, Instant recordedAt) {
        vote.proposal()
                .filter(number -> vote.isPublic())
                .ifPresent(number -> result.statusOfProposal()
                        .ifPresent(status -> proposals.decided(
                                number,
                                status,
                                "%s: %s".formatted(vote.title(), result.label()),
                                decidedAt,
                                recordedAt)));
    }
}
