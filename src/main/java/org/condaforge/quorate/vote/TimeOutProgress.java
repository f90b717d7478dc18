package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Route;

/// The time-out of a vote as far as it is: its dates, its evidence, and who declared and verified it.
///
/// @param opened when ballots were first taken
/// @param end the one that its notices run towards: see [TimeOuts#endThatCounts]
/// @param endIsSet whether that is its end; otherwise it is only proposed
/// @param lapses when it lapses if nobody does anything
/// @param presented the meetings that count, newest first
/// @param notices oldest first
/// @param conditions of the time-out route, as they stand
/// @param ending how it ended here
public record TimeOutProgress(
        VoteSummary vote,
        TimeOutStage stage,
        Instant opened,
        Instant end,
        boolean endIsSet,
        Optional<Instant> lapses,
        List<Presentation> presented,
        List<VoteNotice> notices,
        List<Condition> conditions,
        Optional<Hand> declared,
        Optional<Hand> verified,
        Optional<Ending> ending) {

    public TimeOutProgress {
        presented = List.copyOf(presented);
        notices = List.copyOf(notices);
        conditions = List.copyOf(conditions);
    }

    /// Somebody who did something, and when.
    public record Hand(MemberId member, String name, Instant at) {}

    /// Where a notice stands that the time-out asks for.
    public enum State {
        /// It was sent in time.
        DONE,
        /// It is to be sent now.
        DUE,
        /// Its time has not come.
        LATER,
        /// Its time is over.
        MISSED
    }

    /// A notice that the time-out asks for.
    public record Wanted(Channel channel, NoticeMark mark, NoticeWindows.Window window, State state) {}

    /// When notices count.
    public NoticeWindows windows() {
        return new NoticeWindows(opened, end);
    }

    /// The six notices that it asks for, in the order of time.
    public List<Wanted> wanted(Instant now) {
        List<Wanted> wanted = new ArrayList<>();
        for (NoticeMark mark : NoticeMark.values()) {
            NoticeWindows.Window window = windows().window(mark);
            for (Channel channel : Channel.values()) {
                wanted.add(new Wanted(channel, mark, window, state(channel, window, now)));
            }
        }
        return wanted;
    }

    private State state(Channel channel, NoticeWindows.Window window, Instant now) {
        boolean sent =
                notices.stream().anyMatch(notice -> notice.channel() == channel && window.contains(notice.sentAt()));
        if (sent) {
            return State.DONE;
        }
        return now.isAfter(window.until()) ? State.MISSED : now.isBefore(window.from()) ? State.LATER : State.DUE;
    }

    /// The notices that are to be sent now, the most urgent first.
    public List<Wanted> due(Instant now) {
        return wanted(now).stream()
                .filter(one -> one.state() == State.DUE)
                .sorted(Comparator.comparing(one -> one.window().until()))
                .toList();
    }

    /// Whether a time-out at [#end] is still possible: no notice was missed for good.
    public boolean isPossible(Instant now) {
        return wanted(now).stream().noneMatch(one -> one.state() == State.MISSED);
    }

    /// What keeps it from being declared, in the words of the checklist; nothing where all is met.
    public List<String> unmet() {
        return unmet(conditions);
    }

    /// The same of any conditions of the route; how those who voted decide is not asked.
    static List<String> unmet(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.requirement() != org.condaforge.quorate.rule.Requirement.MAJORITY)
                .filter(condition -> !condition.met())
                .map(Condition::name)
                .toList();
    }

    /// The conditions of the time-out route.
    static List<Condition> conditions(Assessment assessment) {
        return assessment.routes().stream()
                .filter(route -> route.route() == Route.TIME_OUT)
                .findFirst()
                .map(route -> route.conditions())
                .orElse(List.of());
    }
}
