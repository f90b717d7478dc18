package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Deadline;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Rule;
import org.springframework.stereotype.Component;

/// Finds what speaks against calling a vote: what it says, when it is to end, and whether anybody will come. Who calls
/// it is not asked here.
@Component
class CallLinter {

    /// How far ahead a coming meeting is looked for.
    private static final Duration SCHEDULE = Duration.ofDays(90);

    /// Over which time the turnout of votes is taken.
    private static final Duration YEAR = Duration.ofDays(365);

    private final ContentLinter content;
    private final OtherVotes others;
    private final MeetingCalendar calendar;
    private final MemberService members;
    private final Participation participation;

    CallLinter(
            ContentLinter content,
            OtherVotes others,
            MeetingCalendar calendar,
            MemberService members,
            Participation participation) {
        this.content = content;
        this.others = others;
        this.calendar = calendar;
        this.members = members;
        this.participation = participation;
    }

    /// What was found, what forbids before what warns; nothing where the vote can be called at that instant.
    ///
    /// @param text the text that is to be pinned
    List<Finding> lint(Call call, Policy policy, VotingItem item, String text, Actor by, Instant now) {
        if (item.rule().isEmpty()) {
            return List.of(Finding.forbids(clause(item, "rule: none"), "“%s” needs no vote.".formatted(item.title())));
        }
        List<Finding> findings = new ArrayList<>(content.of(call, item, text));
        findings.addAll(others.of(call, policy, item, by));
        findings.addAll(when(call, policy, item, now));
        findings.addAll(who(call, policy, item, now));
        return findings.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    /// A clause of an item, by its key on the page.
    static String clause(VotingItem item, String key) {
        return "%s, %s: %s".formatted(item.policy(), item.title(), key);
    }

    private List<Finding> when(Call call, Policy policy, VotingItem item, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Duration shortest = item.restrictions().minimumPeriod();
        String earliest = CallWords.deadline(policy.deadline(), inMinutes(policy.deadline(), now.plus(shortest)));
        if (!call.closesAt().isAfter(now)) {
            findings.add(Finding.forbids(
                    "every vote: its deadline",
                    "The deadline %s is over. Set it to %s or later."
                            .formatted(CallWords.moment(call.closesAt()), earliest)));
        } else if (Duration.between(now, call.closesAt()).compareTo(shortest) < 0) {
            findings.add(Finding.forbids(
                    shortest.equals(policy.minimumPeriod())
                            ? "%s: periods, minimum %s".formatted(policy.name(), CallWords.period(shortest))
                            : clause(item, "minimum-period " + CallWords.period(shortest)),
                    "The period is %s at least; the deadline is too early. Set it to %s or later."
                            .formatted(CallWords.period(shortest), earliest)));
        }
        if (!policy.deadline().allows(call.closesAt())) {
            findings.add(Finding.forbids(
                    policy.name() + ": deadline anywhere-on-earth",
                    "Under this policy the deadline is the end of a date anywhere on Earth (12:00 UTC on the day after),"
                            + " not %s.".formatted(CallWords.moment(call.closesAt()))));
        }
        meeting(call, item, now).ifPresent(findings::add);
        return findings;
    }

    /// The first end that can be entered: to the minute, and not before `earliest`.
    private static Instant inMinutes(Deadline form, Instant earliest) {
        Instant minute = earliest.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        return form.firstFrom(minute.isBefore(earliest) ? minute.plusSeconds(60) : minute);
    }

    private Optional<Finding> meeting(Call call, VotingItem item, Instant now) {
        boolean needed = item.restrictions().meetingInPeriod();
        boolean timeOut = new RouteFindings(item.rule().orElseThrow(), 0, 0, Duration.ZERO, "").mayTimeOut();
        if ((!needed && !timeOut) || calendar.firstMeeting(now, call.closesAt()).isPresent()) {
            return Optional.empty();
        }
        String next = calendar.firstMeeting(now, now.plus(SCHEDULE))
                .map(at -> "The next one is on %s: set the deadline after it.".formatted(CallWords.moment(at)))
                .orElse("None is on the schedule: set a later deadline.");
        return Optional.of(
                needed
                        ? Finding.forbids(
                                clause(item, "meeting-cycle"),
                                "A core meeting must fall inside the period, and none does. " + next)
                        : Finding.warns(
                                clause(item, "routes, time-out"),
                                "No core meeting falls inside the period, and a time-out asks for one. " + next));
    }

    private List<Finding> who(Call call, Policy policy, VotingItem item, Instant now) {
        Rule rule = item.rule().orElseThrow();
        Roster roster = members.roster();
        int active = roster.active().size();
        int voters = active + (policy.emeritusMayVote() ? roster.emeritus().size() : 0);
        Duration period = Duration.between(now, call.closesAt());
        List<Finding> findings =
                new ArrayList<>(new RouteFindings(rule, active, voters, period, clause(item, "rule and routes")).all());
        turnout(item, VoteSummary.Terms.quorum(rule, active), now).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> turnout(VotingItem item, int needed, Instant now) {
        Participation.Turnout turnout = participation.turnoutSince(now.minus(YEAR));
        if (turnout.votes() == 0 || turnout.ballots() >= (long) needed * turnout.votes()) {
            return Optional.empty();
        }
        return Optional.of(Finding.warns(
                clause(item, "quorum"),
                "Fewer may come than must: in the last year %s took part on average (%d ballots in %s), and %d must here."
                                .formatted(
                                        CallWords.mean(turnout.ballots(), turnout.votes()),
                                        turnout.ballots(),
                                        turnout.votes() == 1 ? "one vote" : turnout.votes() + " votes",
                                        needed)
                        + " Remind people early."));
    }
}
