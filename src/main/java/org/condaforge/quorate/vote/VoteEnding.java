package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.AnyOf;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Consensus;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.rule.Majority;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What becomes of a vote whose time has come: decided, or overdue where a time-out may still decide, or inquorate. The
/// instant on record is the deadline's, however much later this runs. Works in the transaction of its caller.
@Component
class VoteEnding {

    /// An overdue vote for which nobody confirms a time-out date lapses after this time.
    static final Duration LAPSE = Duration.ofDays(28);

    private final VoteReader reader;
    private final MemberService members;
    private final VoteRosters rosters;
    private final ProposalService proposals;
    private final JdbcClient jdbc;
    private final VoteActs acts;

    VoteEnding(
            VoteReader reader,
            MemberService members,
            VoteRosters rosters,
            ProposalService proposals,
            JdbcClient jdbc,
            VoteActs acts) {
        this.reader = reader;
        this.members = members;
        this.rosters = rosters;
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /// The votes whose time has come, in the order of their deadlines.
    List<VoteId> due(Instant now) {
        return jdbc.sql("""
                        SELECT id FROM vote
                        WHERE (state = 'OPEN' AND closes_at <= :now)
                           OR (state = 'OVERDUE' AND (time_out_at <= :now OR (time_out_at IS NULL AND closes_at <= :lapsed)))
                        ORDER BY closes_at, id""")
                .param("now", Utc.column(now))
                .param("lapsed", Utc.column(now.minus(LAPSE)))
                .query((row, i) -> new VoteId(row.getLong("id")))
                .list();
    }

    /// Takes a vote that is due one step on: from open to decided or overdue, from overdue to decided.
    void end(VoteId id) {
        VoteSummary vote = reader.summary(id).orElseThrow();
        Instant at = endOf(vote);
        VoteSummary.Terms terms = vote.terms().map(t -> asOf(at, t)).orElseThrow();
        Tally tally = reader.tally(id);
        Assessment assessment =
                Assessment.of(terms.rule(), terms.electorate(), tally, Evidence.atEndOf(vote.planned()));
        boolean undecided = assessment.outcome() instanceof Outcome.Inquorate;
        if (undecided && vote.state() == VoteState.OPEN && mayTimeOut(terms.rule())) {
            jdbc.sql("UPDATE vote SET state = 'OVERDUE' WHERE id = :id")
                    .param("id", id.number())
                    .update();
            acts.tell(vote, Optional.empty(), vote.closesAt(), "reached its end without a quorum; ballots still count");
            return;
        }
        // Nobody confirmed a time-out date in time: the vote lapses, whatever was cast since.
        boolean lapsed = vote.state() == VoteState.OVERDUE && vote.timeOutAt().isEmpty();
        Outcome outcome = lapsed ? new Outcome.Inquorate(List.of()) : assessment.outcome();
        freeze(id, at, outcome, terms, tally);
        if (terms.roster() == RosterDate.CLOSING) {
            rosters.keep(id, rosterOf(at));
        }
        acts.tell(vote, Optional.empty(), at, "closed: " + Explanation.decided(outcome, tally));
        tellProposal(vote, Result.of(outcome), at, at);
    }

    private static Instant endOf(VoteSummary vote) {
        return vote.state() == VoteState.OPEN
                ? vote.closesAt()
                : vote.timeOutAt().orElse(vote.closesAt().plus(LAPSE));
    }

    /// The terms with the roster that counts for a vote that ends at that instant, however much later it is now.
    private VoteSummary.Terms asOf(Instant end, VoteSummary.Terms terms) {
        return switch (terms.roster()) {
            case OPENING -> terms;
            case CLOSING -> terms.on(rosterOf(end));
        };
    }

    private Roster rosterOf(Instant end) {
        return members.rosterOn(LocalDate.ofInstant(end, ZoneOffset.UTC));
    }

    private void freeze(VoteId id, Instant at, Outcome outcome, VoteSummary.Terms terms, Tally tally) {
        jdbc.sql("""
                        UPDATE vote SET state = 'CLOSED', decided_at = :at, outcome = :outcome, route = :route,
                               quorum = :quorum, active = :active, emeritus = :emeritus, yes_count = :yes, no_count = :no, abstain_count = :abstain
                        WHERE id = :id""")
                .param("id", id.number())
                .param("at", Utc.column(at))
                .param("outcome", Result.of(outcome).name())
                .param("route", outcome.decidedBy().map(Route::name).orElse(null))
                .param("quorum", terms.quorum())
                .param("active", terms.active())
                .param("emeritus", terms.emeritus())
                .param("yes", tally.yes())
                .param("no", tally.no())
                .param("abstain", tally.abstain())
                .update();
    }

    /// Tells the proposal that was voted on, if any, what was decided and when that went on record.
    void tellProposal(VoteSummary vote, Result result, Instant decidedAt, Instant recordedAt) {
        vote.proposal()
                .ifPresent(number -> result.statusOfProposal()
                        .ifPresent(status -> proposals.decided(
                                number,
                                status,
                                "%s: %s".formatted(vote.title(), result.label()),
                                decidedAt,
                                recordedAt)));
    }

    private static boolean mayTimeOut(Rule rule) {
        return switch (rule) {
            case Majority majority -> majority.routes().contains(Route.TIME_OUT);
            case Consensus consensus -> false;
            case AnyOf any -> any.rules().stream().anyMatch(VoteEnding::mayTimeOut);
        };
    }
}
