package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.DiscussionSource;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// At which core meetings votes were presented. Minutes tell by speaking of a CFEP; what they do not tell, core
/// members mark by hand. Each act is one transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class Presentations {

    /// A vote that was open on the day of a meeting.
    ///
    /// @param presented how it was presented there, as far as known
    /// @param settled whether it was held here and has ended: what counted for it stays as it was
    public record OpenVote(VoteSummary vote, List<Presentation> presented, boolean settled) {}

    private final PresentationStore store;
    private final EvidenceHold hold;
    private final VoteReader reader;
    private final DiscussionSource discussions;
    private final MeetingCalendar calendar;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final VoteActs acts;

    Presentations(
            PresentationStore store,
            EvidenceHold hold,
            VoteReader reader,
            DiscussionSource discussions,
            MeetingCalendar calendar,
            CurrentMember currentMember,
            Clock clock,
            VoteActs acts) {
        this.store = store;
        this.hold = hold;
        this.reader = reader;
        this.discussions = discussions;
        this.calendar = calendar;
        this.currentMember = currentMember;
        this.clock = clock;
        this.acts = acts;
    }

    /// The standard votes that were open on that day, the one that ended first at the front, and how each was
    /// presented then.
    @Transactional(readOnly = true)
    public List<OpenVote> openOn(LocalDate meeting) {
        List<VoteSummary> votes = reader.openOn(meeting);
        List<VoteId> ids = votes.stream().map(VoteSummary::id).toList();
        Map<VoteId, List<PresentationStore.Mark>> marks = store.marks(ids);
        Set<VoteId> settled = hold.settled(ids);
        Collection<ProposalNumber> proposals =
                votes.stream().flatMap(vote -> vote.proposal().stream()).collect(Collectors.toSet());
        Map<ProposalNumber, List<Discussion>> spoken = discussions.discussionsOf(proposals);
        return votes.stream()
                .map(vote -> new OpenVote(
                        vote,
                        PresentationStore.of(
                                        vote,
                                        marks.getOrDefault(vote.id(), List.of()),
                                        vote.proposal()
                                                .map(number -> spoken.getOrDefault(number, List.of()))
                                                .orElse(List.of()))
                                .stream()
                                .filter(presented -> presented.date().equals(meeting))
                                .toList(),
                        settled.contains(vote.id())))
                .toList();
    }

    /// The days of meetings, newest first, on which that vote can be marked as presented: from its opening to its
    /// end, and not in the future.
    @Transactional(readOnly = true)
    public List<LocalDate> markable(VoteDetail detail) {
        VoteSummary vote = detail.summary();
        LocalDate today = LocalDate.now(clock);
        LocalDate last = LocalDate.ofInstant(vote.endsAt(), ZoneOffset.UTC);
        boolean running = vote.state() == VoteState.OVERDUE || last.isAfter(today);
        if (vote.opensAt().isEmpty() || !mayKnow(vote) || isSettled(detail)) {
            return List.of();
        }
        LocalDate first = LocalDate.ofInstant(vote.opensAt().get(), ZoneOffset.UTC);
        return calendar.days(first, running ? today : last).stream()
                .filter(day -> Presentation.counts(vote, day, Optional.empty()))
                .filter(day -> detail.presentations().stream()
                        .noneMatch(known -> known.counts() && known.date().equals(day)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// Whether that vote was held here and has ended: what counted for it stays as it was.
    public static boolean isSettled(VoteDetail vote) {
        return switch (vote.summary().state()) {
            case OPEN, OVERDUE, EXPIRED -> false;
            case WITHDRAWN -> true;
            case CLOSED -> vote.recordNote().isEmpty();
        };
    }

    /// A core member marks that the vote was presented at the meeting of that day.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member, or the vote was held here
    ///     and has ended or reached its end
    /// @throws IllegalArgumentException with the reason why that meeting cannot count, or when it is marked already
    public void mark(VoteId id, LocalDate meeting) {
        MemberId by = currentMember.requireCore("mark where a vote was presented");
        EvidenceHold.Held held = hold.held(id);
        VoteSummary vote = held.vote();
        Instant opened = vote.opensAt()
                .orElseThrow(() -> new IllegalArgumentException(
                        "When this vote opened is not on record, so no meeting can count."));
        if (meeting.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("The meeting of %s is still to come.".formatted(meeting));
        }
        if (!Presentation.counts(vote, meeting, Optional.empty())) {
            throw new IllegalArgumentException(
                    "The meeting of %s does not count: the vote opened on %s and ended on %s."
                            .formatted(meeting, day(opened), day(vote.endsAt())));
        }
        if (!calendar.days(meeting, meeting).contains(meeting)) {
            throw new IllegalArgumentException("No core meeting is known on %s.".formatted(meeting));
        }
        Instant now = clock.instant();
        held.requireChangeable(now);
        if (!store.mark(id, meeting, by, now)) {
            throw new IllegalArgumentException("It is marked as presented on %s already.".formatted(meeting));
        }
        acts.tell(vote, Optional.of(by), now, "marked it as presented at the meeting of %s".formatted(meeting));
    }

    /// A core member takes such a mark back. What minutes and records say stays.
    ///
    /// @throws NotAllowed when the person at the keyboard is no active core member, or the vote was held here
    ///     and has ended or reached its end
    /// @throws IllegalArgumentException when nobody marked it by hand
    public void unmark(VoteId id, LocalDate meeting) {
        MemberId by = currentMember.requireCore("take back where a vote was presented");
        EvidenceHold.Held held = hold.held(id);
        Instant now = clock.instant();
        held.requireChangeable(now);
        if (!store.unmark(id, meeting)) {
            throw new IllegalArgumentException("Nobody marked it as presented on %s by hand.".formatted(meeting));
        }
        acts.tell(
                held.vote(),
                Optional.of(by),
                now,
                "took back that it was presented at the meeting of %s".formatted(meeting));
    }

    /// Where a sensitive vote was presented is for members of core only.
    private boolean mayKnow(VoteSummary vote) {
        return vote.isPublic()
                || currentMember
                        .signedIn()
                        .flatMap(CurrentMember.SignedIn::member)
                        .isPresent();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
