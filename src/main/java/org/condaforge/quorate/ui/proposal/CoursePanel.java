package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Composite;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.proposal.Discussion;
import org.condaforge.quorate.proposal.ProposalDetail;
import org.condaforge.quorate.proposal.StatusEntry;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.StatusLine;
import org.condaforge.quorate.ui.component.Tone;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// A proposal's way from draft to decision, drawn.
final class CoursePanel extends Composite<Card> {

    private final ProposalDetail proposal;
    private final List<VoteSummary> votes;
    private final LocalDate today;

    CoursePanel(ProposalDetail proposal, List<VoteSummary> votes, LocalDate today) {
        this.proposal = proposal;
        this.votes = votes;
        this.today = today;
    }

    @Override
    protected Card initContent() {
        List<LocalDate> meetings = proposal.discussions().stream()
                .map(Discussion::date)
                .distinct()
                .sorted()
                .toList();
        List<StatusLine.Span> statuses = statuses();
        return new Card(
                "From draft to decision",
                statuses.isEmpty()
                        ? new Empty("No status is on record yet.")
                        : new StatusLine(
                                statuses,
                                meetings,
                                votes.stream()
                                        .flatMap(vote -> span(vote).stream())
                                        .toList(),
                                today));
    }

    /// The statuses on record; before them the day the proposal was created, unless a status began on it.
    private List<StatusLine.Span> statuses() {
        List<StatusLine.Span> spans = new ArrayList<>();
        Optional<LocalDate> first =
                proposal.history().stream().findFirst().flatMap(entry -> Optional.ofNullable(entry.since()));
        proposal.summary()
                .created()
                .filter(created -> first.filter(created::isBefore).isPresent())
                .ifPresent(created -> spans.add(new StatusLine.Span("Created", created, Tone.PLAIN)));
        for (StatusEntry entry : proposal.history()) {
            spans.add(new StatusLine.Span(entry.status().label(), entry.since(), ProposalWords.tone(entry.status())));
        }
        return spans;
    }

    private Optional<StatusLine.VoteSpan> span(VoteSummary vote) {
        LocalDate to = day(vote.decidedAt().orElse(vote.endsAt()));
        LocalDate from = vote.opensAt().map(CoursePanel::day).orElse(to);
        if (to.isBefore(from)) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(from, to);
        String label = vote.state() == VoteState.EXPIRED
                ? "vote without result"
                : days == 1 ? "vote, 1 day" : "vote, %d days".formatted(days);
        return Optional.of(new StatusLine.VoteSpan(from, to, label));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
