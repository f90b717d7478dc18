package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Sha256;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the page of a vote shows besides its line in a list. Works in the transaction of its caller.
@Component
class VoteDetails {

    private final JdbcClient jdbc;
    private final MemberService members;
    private final ProposalService proposals;
    private final MeetingCalendar calendar;
    private final EvidenceStore evidence;
    private final FrozenEnds ends;
    private final OtherRecords otherRecords;
    private final Clock clock;

    VoteDetails(
            JdbcClient jdbc,
            MemberService members,
            ProposalService proposals,
            MeetingCalendar calendar,
            EvidenceStore evidence,
            FrozenEnds ends,
            OtherRecords otherRecords,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.proposals = proposals;
        this.calendar = calendar;
        this.evidence = evidence;
        this.ends = ends;
        this.otherRecords = otherRecords;
        this.clock = clock;
    }

    /// The vote with all that its page shows.
    VoteDetail of(VoteSummary summary) {
        Instant now = clock.instant();
        Roster roster = members.roster();
        Map<MemberId, MemberService.Person> people = members.people();
        Rest rest = rest(summary.id());
        List<VoteDetail.Ballot> ballots = ballots(summary.id());
        Set<MemberId> voted = ballots.stream().map(VoteDetail.Ballot::member).collect(Collectors.toUnmodifiableSet());
        boolean emeritus =
                summary.terms().map(VoteSummary.Terms::emeritusMayVote).orElse(false);
        boolean counting = summary.takesBallots()
                && summary.timeOutAt().filter(date -> !date.isAfter(now)).isEmpty();
        // Who has not voted in a sensitive vote is nobody's business.
        boolean rollCall = counting && summary.isPublic();
        List<Roster.Entry> silent = !rollCall
                ? List.of()
                : (emeritus ? roster.all() : roster.active())
                        .stream().filter(e -> !voted.contains(e.id())).toList();
        Set<MemberId> recused = recused(summary);
        List<Roster.Entry> missing = silent.stream()
                .filter(e -> e.standing() == Standing.ACTIVE && !recused.contains(e.id()))
                .toList();
        // Whoever recused themselves may still cast: nothing is said to be certain that they could overturn.
        int mayStillVote = silent.size();
        VoteEvidence known = evidence.of(summary);
        Optional<FrozenEnd> frozen = summary.state() == VoteState.CLOSED ? ends.of(summary.id()) : Optional.empty();
        Evidence counts = frozen.map(FrozenEnd::evidence)
                .orElseGet(() -> known.at(summary, summary.decidedAt().orElse(now)));
        List<RouteExplanation> routes = routes(summary, frozen, counts, mayStillVote);
        boolean textChanged = summary.takesBallots()
                && summary.proposal()
                        .flatMap(proposals::bodyOf)
                        .filter(body -> !Sha256.of(body).equals(rest.textHash()))
                        .isPresent();
        return new VoteDetail(
                summary,
                rest.text(),
                rest.textHash(),
                textChanged,
                rest.justification(),
                rest.noNeedsComment(),
                rest.calledBy().flatMap(by -> Optional.ofNullable(people.get(by))),
                ballots,
                missing,
                mayStillVote,
                counts,
                routes,
                known.spoken(),
                known.presented(),
                counting ? calendar.firstMeeting(now, summary.endsAt()) : Optional.empty(),
                recount(summary, ballots, rest.castHere(), frozen),
                rest.recordNote(),
                rest.completable(),
                otherRecords.contradictions(summary));
    }

    /// Each route as it stands, or as it stood when the vote ended.
    private static List<RouteExplanation> routes(
            VoteSummary summary, Optional<FrozenEnd> frozen, Evidence counts, int mayStillVote) {
        return summary.terms()
                .flatMap(terms -> summary.tally()
                        .map(tally -> frozen.map(end -> RouteExplanation.ofEnded(end.routes(), tally))
                                .orElseGet(() -> RouteExplanation.all(
                                        terms.rule(), terms.electorate(), tally, counts, mayStillVote))))
                .orElse(List.of());
    }

    private static Optional<Recount> recount(
            VoteSummary summary, List<VoteDetail.Ballot> ballots, boolean castHere, Optional<FrozenEnd> frozen) {
        if (summary.state() != VoteState.CLOSED || summary.classification() != Classification.STANDARD) {
            return Optional.empty();
        }
        Tally counted = Tally.NONE;
        for (VoteDetail.Ballot ballot : ballots) {
            counted = counted.plus(ballot.choice());
        }
        return Optional.of(Recount.of(new ClosedVote(summary, counted, castHere, frozen)));
    }

    private record Rest(
            String text,
            String textHash,
            String justification,
            boolean noNeedsComment,
            Optional<MemberId> calledBy,
            Optional<String> recordNote,
            boolean castHere,
            boolean completable) {}

    private Rest rest(VoteId id) {
        return jdbc.sql("""
                        SELECT text, text_hash, justification, no_needs_comment, called_by, record_note, casts,
                               classification = 'STANDARD' AND record_file IS NULL AND casts = 0
                                 AND (state = 'EXPIRED' OR (state = 'CLOSED' AND recorded_by IS NOT NULL)) AS completable
                        FROM vote WHERE id = :id""")
                .param("id", id.number())
                .query((row, i) -> new Rest(
                        row.getString("text"),
                        row.getString("text_hash"),
                        row.getString("justification"),
                        row.getBoolean("no_needs_comment"),
                        Utc.maybeLong(row, "called_by").map(MemberId::new),
                        Optional.ofNullable(row.getString("record_note")),
                        row.getLong("casts") > 0,
                        row.getBoolean("completable")))
                .single();
    }

    private Set<MemberId> recused(VoteSummary vote) {
        return vote.takesBallots()
                ? Set.copyOf(jdbc.sql("SELECT member_id FROM recusal WHERE vote_id = :id")
                        .param("id", vote.id().number())
                        .query((row, i) -> new MemberId(row.getLong("member_id")))
                        .list())
                : Set.of();
    }

    private List<VoteDetail.Ballot> ballots(VoteId id) {
        return jdbc.sql("""
                        SELECT b.member_id, m.login, m.name, b.choice, b.comment, b.cast_at
                        FROM ballot b JOIN member m ON m.id = b.member_id
                        WHERE b.vote_id = :id ORDER BY m.name, m.login_key""")
                .param("id", id.number())
                .query((row, i) -> new VoteDetail.Ballot(
                        new MemberId(row.getLong("member_id")),
                        row.getString("login"),
                        row.getString("name"),
                        Choice.valueOf(row.getString("choice")),
                        row.getString("comment"),
                        Utc.instant(row, "cast_at")))
                .list();
    }
}
