package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.store.Words;
import org.springframework.stereotype.Component;

/// What must be so for a vote to be called: what the item's policy asks for, and what every vote needs. Who calls it is
/// not asked here.
@Component
class CallConditions {

    private final ProposalService proposals;
    private final MeetingCalendar calendar;

    CallConditions(ProposalService proposals, MeetingCalendar calendar) {
        this.proposals = proposals;
        this.calendar = calendar;
    }

    /// What the call lacks, a sentence each; nothing where the vote can be called at that instant.
    ///
    /// @param text the text that is to be pinned
    List<String> unmetBy(Call call, Policy policy, VotingItem item, String text, Instant now) {
        List<String> reasons = new ArrayList<>();
        if (item.rule().isEmpty()) {
            reasons.add("“%s” needs no vote.".formatted(item.title()));
        }
        if (item.classification() == Classification.SENSITIVE) {
            reasons.add("“%s” is sensitive: it needs secret ballots, which are not there yet.".formatted(item.title()));
        }
        if (call.title().isBlank() || call.title().strip().length() > 300) {
            reasons.add("Give the question in one line of at most 300 characters.");
        }
        switch (item.subject()) {
            case PROPOSAL -> {
                if (call.proposal().isEmpty()) {
                    reasons.add("“%s” is a vote on a CFEP: choose which.".formatted(item.title()));
                }
            }
            case MEMBER, FREE -> {}
        }
        call.proposal()
                .filter(number -> !proposals.exists(number))
                .ifPresent(number -> reasons.add("There is no %s.".formatted(number.label())));
        if (text.isBlank()) {
            reasons.add("Give the text that is voted on.");
        }
        Duration period = Duration.between(now, call.closesAt());
        Duration shortest = item.restrictions().minimumPeriod();
        if (period.compareTo(shortest) < 0) {
            reasons.add("The period is %s at least; the deadline is too early.".formatted(words(shortest)));
        }
        if (!policy.deadline().allows(call.closesAt())) {
            reasons.add(
                    "Under this policy the deadline is the end of a date anywhere on Earth (12:00 UTC on the day after),"
                            + " not %s.".formatted(call.closesAt().truncatedTo(ChronoUnit.SECONDS)));
        }
        if (item.restrictions().meetingInPeriod()
                && calendar.firstMeeting(now, call.closesAt()).isEmpty()) {
            reasons.add("A core meeting must fall inside the period, and none does.");
        }
        if (item.restrictions().justification() && call.justification().isBlank()) {
            reasons.add("“%s” needs a justification.".formatted(item.title()));
        }
        if (call.justification().strip().length() > Words.MOST) {
            reasons.add(
                    "Keep the justification to %,d characters; the text itself may be longer.".formatted(Words.MOST));
        }
        if (!item.restrictions().asksFor().isEmpty() && call.justification().isBlank()) {
            reasons.add("“%s” asks for: %s."
                    .formatted(
                            item.title(), String.join(", ", item.restrictions().asksFor())));
        }
        return reasons;
    }

    static String words(Duration period) {
        return period.toHours() % 24 == 0 && period.toHours() > 24
                ? period.toDays() + " days"
                : period.toHours() + " hours";
    }
}
