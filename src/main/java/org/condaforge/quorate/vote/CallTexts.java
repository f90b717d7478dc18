package org.condaforge.quorate.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.policy.Wording;
import org.condaforge.quorate.rule.Tally;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The texts that announce a vote, as its governance page words them, ready to paste.
@Service
@Transactional(readOnly = true)
public class CallTexts {

    private final Policies policies;
    private final MemberService members;
    private final MeetingCalendar calendar;
    private final CallReader calls;
    private final SealedBox box;
    private final Clock clock;

    CallTexts(
            Policies policies,
            MemberService members,
            MeetingCalendar calendar,
            CallReader calls,
            SealedBox box,
            Clock clock) {
        this.policies = policies;
        this.members = members;
        this.calendar = calendar;
        this.calls = calls;
        this.box = box;
        this.clock = clock;
    }

    /// How a vote that is called now would be announced; empty where the item needs none.
    ///
    /// @param link the address where its page will be
    public Optional<String> preview(Call call, String link) {
        Optional<Policy> policy = policies.policy(call.policy());
        Optional<VotingItem> item = policy.flatMap(found -> found.item(call.item()));
        if (item.flatMap(VotingItem::rule).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        CallText text = new CallText(
                item.get().title(),
                call.title().strip(),
                item.get().rule().orElseThrow(),
                members.roster().active().size(),
                policy.get().deadline(),
                call.closesAt(),
                Duration.between(now, call.closesAt()),
                calendar.firstMeeting(now, call.closesAt()),
                call.justification(),
                item.get().restrictions().asksFor().stream()
                        .map(asked -> new CalledVote.Statement(
                                asked, call.statements().getOrDefault(asked, "")))
                        .toList(),
                call.source(),
                link,
                OptionalInt.empty());
        return Optional.of(text.filled(policy.get().callText()));
    }

    /// How a vote is announced by the text that calls it; empty where it was not called here or the reader may not
    /// know.
    public Optional<String> call(VoteDetail vote, String link) {
        return filled(vote, vote.summary().closesAt(), link, false);
    }

    /// How a vote that takes ballots is announced by the text that reminds of it; empty as above.
    ///
    /// @param end until when it takes them
    public Optional<String> reminder(VoteDetail vote, Instant end, String link) {
        return filled(vote, end, link, true);
    }

    private Optional<String> filled(VoteDetail vote, Instant end, String link, boolean reminder) {
        return calls.of(vote.summary()).map(called -> {
            Optional<Policy> policy =
                    policies.known(vote.summary().terms().orElseThrow().policy());
            Wording wording = reminder
                    ? policy.map(Policy::reminderText).orElse(Wording.REMINDER)
                    : policy.map(Policy::callText).orElse(Wording.CALL);
            // A time-out date is an instant, whatever form the policy's deadlines have.
            Deadline form = end.equals(vote.summary().closesAt())
                    ? policy.map(Policy::deadline).orElse(Deadline.INSTANT)
                    : Deadline.INSTANT;
            return text(vote, called, form, end, link).filled(wording);
        });
    }

    private CallText text(VoteDetail vote, CalledVote called, Deadline form, Instant end, String link) {
        VoteSummary summary = vote.summary();
        VoteSummary.Terms terms = summary.terms().orElseThrow();
        Instant from = summary.opensAt()
                .filter(opened -> opened.isAfter(clock.instant()))
                .orElse(clock.instant());
        return new CallText(
                terms.itemTitle(),
                summary.title(),
                terms.rule(),
                terms.active(),
                form,
                end,
                summary.planned(),
                calendar.firstMeeting(from, end),
                vote.justification(),
                called.statements(),
                called.source(),
                link,
                OptionalInt.of(tookPart(summary)));
    }

    private int tookPart(VoteSummary vote) {
        return vote.isPublic() ? vote.tally().orElse(Tally.NONE).cast() : box.voters(vote.id());
    }

    /// How the last extension of a vote is announced; empty where it was not extended.
    public Optional<String> extension(VoteDetail vote, String link) {
        return calls.of(vote.summary()).flatMap(CalledVote::extension).map(extended -> {
            Deadline form = policies.known(vote.summary().terms().orElseThrow().policy())
                    .map(Policy::deadline)
                    .orElse(Deadline.INSTANT);
            return """
                    **Open for longer: %s**

                    The vote does not end at %s but at %s. Ballots that were cast stay as they are, and can be changed.

                    %s

                    Vote here: %s""".formatted(
                            vote.summary().title(),
                            CallWords.moment(Instant.parse(extended.oldValue())),
                            CallWords.deadline(form, Instant.parse(extended.newValue())),
                            extended.reason(),
                            link);
        });
    }
}
