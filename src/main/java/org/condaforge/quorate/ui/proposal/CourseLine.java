package org.condaforge.quorate.ui.proposal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.ui.component.StatusLine;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// A proposal's way from draft to decision as one drawn line.
final class CourseLine {

    private CourseLine() {}

    static StatusLine of(ProposalDetail proposal, List<VoteSummary> votes, LocalDate today) {
        List<LocalDate> meetings = proposal.discussions().stream()
                .map(Discussion::date)
                .distinct()
                .sorted()
                .toList();
        return new StatusLine(
                statuses(proposal),
                meetings,
                votes.stream().flatMap(vote -> span(vote).stream()).toList(),
                today,
                Address::of);
    }

    /// The statuses it came to have; before them the day the proposal was created, unless a status began on it.
    private static List<StatusLine.Span> statuses(ProposalDetail proposal) {
        List<StatusLine.Span> spans = new ArrayList<>();
        List<StatusEntry> course = proposal.course();
        Optional<LocalDate> first = course.stream().findFirst().flatMap(entry -> Optional.ofNullable(entry.since()));
        proposal.summary()
                .created()
                .filter(created -> first.filter(created::isBefore).isPresent())
                .ifPresent(created -> spans.add(new StatusLine.Span("Created", created, Tone.PLAIN)));
        for (StatusEntry entry : course) {
            spans.add(new StatusLine.Span(entry.status().label(), entry.since(), ProposalWords.tone(entry.status())));
        }
        return spans;
    }

    private static Optional<StatusLine.VoteSpan> span(VoteSummary vote) {
        LocalDate to = StoryEntry.day(vote.decidedAt().orElse(vote.endsAt()));
        LocalDate from = vote.opensAt().map(StoryEntry::day).orElse(to);
        if (to.isBefore(from)) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(from, to);
        String label = vote.state() == VoteState.EXPIRED
                ? "vote without result"
                : days == 1 ? "vote, 1 day" : "vote, %d days".formatted(days);
        return Optional.of(new StatusLine.VoteSpan(from, to, label));
    }
}
