package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends votes at their deadline by itself, once, whoever looks: decided, or overdue where a time-out may still decide,
/// or inquorate. The instant on record is the deadline's, also when the application was down at that time.
@Component
class VoteCloser {

    private static final Logger log = LoggerFactory.getLogger(VoteCloser.class);

    private final VoteReader reader;
    private final VoteService service;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    VoteCloser(
            VoteReader reader,
            VoteService service,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.reader = reader;
        this.service = service;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /// Ends every vote whose time has come; one that fails is told in the log and tried again.
    @Scheduled(fixedDelayString = "${quorate.votes.close-every:1s}")
    void closeDue() {
        for (VoteId id : due(clock.instant())) {
            try {
                transaction.executeWithoutResult(status -> end(id));
            } catch (RuntimeException e) {
                log.warn("Vote {} could not be ended and is tried again: {}", id.number(), e.getMessage());
            }
        }
    }

    private List<VoteId> due(Instant now) {
        return jdbc.sql("""
                        SELECT id FROM vote
                        WHERE (state = 'OPEN' AND closes_at <= :now)
                           OR (state = 'OVERDUE' AND (time_out_at <= :now OR (time_out_at IS NULL AND closes_at <= :lapsed)))
                        ORDER BY closes_at, id""")
                .param("now", Utc.column(now))
                .param("lapsed", Utc.column(now.minus(VoteService.LAPSE)))
                .query((row, i) -> new VoteId(row.getLong("id")))
                .list();
    }

    private void end(VoteId id) {
        // The row's lock lets casts under way finish; then no ballot can be added before this commits.
        jdbc.sql("SELECT state FROM vote WHERE id = :id FOR UPDATE")
                .param("id", id.number())
                .query(String.class)
                .single();
        VoteSummary vote = reader.summary(id).orElseThrow();
        if (!due(clock.instant()).contains(id)) {
            return; // Another node was first.
        }
        VoteSummary.Terms terms = vote.terms().orElseThrow();
        Tally tally = reader.tally(id);
        Assessment assessment =
                Assessment.of(terms.rule(), terms.electorate(), tally, Evidence.atEndOf(vote.planned()));
        boolean undecided = assessment.outcome() instanceof Outcome.Inquorate;
        if (undecided && vote.state() == VoteState.OPEN && mayTimeOut(terms.rule())) {
            jdbc.sql("UPDATE vote SET state = 'OVERDUE' WHERE id = :id")
                    .param("id", id.number())
                    .update();
            publish(id, vote.closesAt(), "reached its end without a quorum; ballots still count");
            return;
        }
        Instant at = vote.state() == VoteState.OPEN
                ? vote.closesAt()
                : vote.timeOutAt().orElse(vote.closesAt().plus(VoteService.LAPSE));
        // Nobody confirmed a time-out date in time: the vote lapses, whatever was cast since.
        boolean lapsed = vote.state() == VoteState.OVERDUE && vote.timeOutAt().isEmpty();
        Outcome outcome = lapsed ? new Outcome.Inquorate(List.of()) : assessment.outcome();
        Result result = Result.of(outcome);
        jdbc.sql("""
                        UPDATE vote SET state = 'CLOSED', decided_at = :at, outcome = :outcome, route = :route,
                               quorum = :quorum, yes_count = :yes, no_count = :no, abstain_count = :abstain
                        WHERE id = :id""")
                .param("id", id.number())
                .param("at", Utc.column(at))
                .param("outcome", result.name())
                .param("route", outcome.decidedBy().map(Route::name).orElse(null))
                .param("quorum", assessment.quorum())
                .param("yes", tally.yes())
                .param("no", tally.no())
                .param("abstain", tally.abstain())
                .update();
        publish(id, at, "closed: " + Explanation.decided(outcome, tally));
        service.decideProposal(vote, result, at);
    }

    private static boolean mayTimeOut(Rule rule) {
        return switch (rule) {
            case Majority majority -> majority.routes().contains(Route.TIME_OUT);
            case Consensus consensus -> false;
            case AnyOf any -> any.rules().stream().anyMatch(VoteCloser::mayTimeOut);
        };
    }

    private void publish(VoteId id, Instant at, String what) {
        events.publishEvent(new Act(Optional.empty(), at, new Act.Subject("vote", String.valueOf(id.number())), what));
    }
}
