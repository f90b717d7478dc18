package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.VotableProposals;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.CalledVote;
import org.condaforge.quorate.vote.MeetingCalendar;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;

/// The fields of a call, a card for each question. Whatever is chosen, what was typed stays.
final class CallForm {

    /// How far ahead a coming meeting is looked for.
    private static final Duration SCHEDULE = Duration.ofDays(90);

    private final Policies policies;
    private final VotableProposals votable;
    private final MeetingCalendar calendar;
    private final Reader reader;
    private final ItemFields item;
    private final SubjectFields subject;
    private final TextFields text;
    private final DeadlineField deadline;
    private final Paragraph meeting = new Paragraph();
    private final ReasonFields reasons;

    CallForm(
            Policies policies,
            VotableProposals votable,
            MeetingCalendar calendar,
            Reader reader,
            ItemFields item,
            SubjectFields subject,
            Runnable changed) {
        this.policies = policies;
        this.votable = votable;
        this.calendar = calendar;
        this.reader = reader;
        this.item = item;
        this.subject = subject;
        this.text = new TextFields(changed);
        this.deadline = new DeadlineField(reader);
        this.reasons = new ReasonFields(changed);
        deadline.onChange(changed);
        meeting.addClassNames("q-dim", "q-small");
    }

    /// The cards, in the order in which they are filled in.
    List<Component> cards() {
        return List.of(
                new Card("Decision", item),
                new Card("On what", subject),
                new Card("The text", text),
                new Card("Until when", deadline, meeting),
                new Card("Why", reasons));
    }

    /// Asks for what that item needs.
    void ask(VotingItem chosen) {
        subject.ask(chosen);
        reasons.ask(chosen);
        if (chosen.rule().isPresent()) {
            Policy policy = policies.policy(chosen.policy()).orElseThrow();
            deadline.ask(policy.deadline(), offered(policy, chosen));
        }
    }

    /// The usual end, or a day after the next core meeting where one must fall inside the period. Where the usual
    /// period is the least one, it is ten minutes longer, or it would be too short once the form is filled in.
    /// Elsewhere not: a week and a minute is longer than a week, which opens other routes.
    private Instant offered(Policy policy, VotingItem chosen) {
        Instant now = reader.now();
        Duration usual = policy.usualPeriod(chosen);
        boolean least = policy.deadline() == Deadline.INSTANT
                && usual.equals(chosen.restrictions().minimumPeriod());
        Instant end = now.plus(least ? usual.plusMinutes(10) : usual);
        return chosen.restrictions().meetingInPeriod()
                ? calendar.firstMeeting(now, now.plus(SCHEDULE))
                        .map(meeting -> meeting.plus(Duration.ofDays(1)))
                        .filter(end::isBefore)
                        .orElse(end)
                : end;
    }

    /// Says what is known of the chosen CFEP, and of meetings until the deadline.
    void sayWhatIsKnown() {
        text.on(subject.chosen().flatMap(found -> votable.find(found.number())));
        meeting.removeAll();
        deadline.instant()
                .ifPresent(until -> calendar.firstMeeting(reader.now(), until)
                        .ifPresentOrElse(
                                at -> meeting.add(new Span("First core meeting in the period: "), reader.both(at)),
                                () -> meeting.add(new Span("No core meeting falls inside the period."))));
    }

    /// Begins with what another vote was called with.
    void show(VoteDetail vote, CalledVote called) {
        subject.ask(vote.summary().title());
        called.about().ifPresent(person -> subject.about(person.login()));
        boolean file = subject.chosen()
                .flatMap(found -> votable.find(found.number()))
                .filter(found -> found.hasFile())
                .isPresent();
        text.show(file ? "" : vote.text(), file ? Call.Source.HERE : called.source(), called.discussion());
        Map<String, String> stated = called.statements().stream()
                .collect(Collectors.toMap(CalledVote.Statement::asked, CalledVote.Statement::stated));
        reasons.show(vote.justification(), stated);
    }

    /// Goes on with what was filled in before.
    void restore(Call begun) {
        subject.ask(begun.title());
        begun.about().ifPresent(subject::about);
        text.show(begun.text(), begun.source(), begun.discussion());
        if (begun.closesAt().isAfter(reader.now())) {
            deadline.choose(begun.closesAt());
        }
        reasons.show(begun.justification(), begun.statements());
    }

    /// What was filled in; without a deadline it ends at once, which is refused.
    Call read(VotingItem chosen, Optional<VoteId> replaces) {
        return new Call(
                chosen.policy(),
                chosen.name(),
                subject.chosen().map(ProposalSummary::number),
                subject.about(),
                subject.question(),
                text.text(),
                text.source(),
                text.discussion(),
                deadline.instant().orElse(Instant.EPOCH),
                reasons.justification(),
                reasons.statements(),
                replaces);
    }

    boolean hasDeadline() {
        return deadline.instant().isPresent();
    }
}
