package org.condaforge.quorate.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.condaforge.quorate.insight.QuorumHealth.ItemHealth;
import org.condaforge.quorate.meeting.Attendance;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.Courses;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.vote.Participation;
import org.condaforge.quorate.vote.Turnouts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The figures about the core team, for everybody: standard votes, proposals and minutes are public. Each answer takes
/// the same few statements however much there is.
@Service
@Transactional(readOnly = true)
public class Insights {

    private final Turnouts turnouts;
    private final Participation participation;
    private final Courses courses;
    private final Attendance attendance;
    private final MemberService members;
    private final Policies policies;
    private final Clock clock;

    Insights(
            Turnouts turnouts,
            Participation participation,
            Courses courses,
            Attendance attendance,
            MemberService members,
            Policies policies,
            Clock clock) {
        this.turnouts = turnouts;
        this.participation = participation;
        this.courses = courses;
        this.attendance = attendance;
        this.members = members;
        this.policies = policies;
        this.clock = clock;
    }

    /// The years of which there are votes, decided proposals or meetings; empty where there is nothing yet.
    public Optional<Years> years() {
        Map<ProposalNumber, Turnouts.Decision> decisions = turnouts.firstDecisions();
        IntStream years = IntStream.concat(
                IntStream.concat(
                        participation.endsSince(LocalDate.EPOCH).stream().mapToInt(at -> day(at).getYear()),
                        decisions.values().stream()
                                .mapToInt(one -> day(one.at()).getYear())),
                IntStream.concat(
                        attendance.held().stream()
                                .mapToInt(meeting -> meeting.day().getYear()),
                        courses.all().stream()
                                .flatMap(course -> course.settled().stream())
                                .mapToInt(LocalDate::getYear)));
        var all = years.summaryStatistics();
        return all.getCount() == 0 ? Optional.empty() : Optional.of(new Years(all.getMin(), all.getMax()));
    }

    private static LocalDate day(java.time.Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// In how many of the standard votes of each year each member took part. Only votes with ballots on record count.
    public MemberYears participation(Years years) {
        List<LocalDate> days = participation.endsSince(years.firstDay()).stream()
                .map(Insights::day)
                .toList();
        return MemberYears.of(
                years,
                members.everybody(),
                members.standings(),
                days,
                turnouts.ballotsByYear(years.firstDay(), years.lastDay()));
    }

    /// The standard votes that ended in these years, with how many took part, oldest first.
    public List<Turnouts.Ended> turnout(Years years) {
        return turnouts.ended(years.firstDay(), years.lastDay());
    }

    /// How long the proposals decided in these years took. The decision is the first standard vote that passed or
    /// rejected the proposal; where none is on record, the day its status became accepted or rejected.
    public Decisions decisions(Years years) {
        Map<ProposalNumber, Turnouts.Decision> votes = turnouts.firstDecisions();
        List<Decisions.Decided> decided = new ArrayList<>();
        int unknown = 0;
        for (Courses.Course course : courses.all()) {
            Optional<Turnouts.Decision> vote = Optional.ofNullable(votes.get(course.number()));
            Optional<LocalDate> on = vote.map(one -> day(one.at())).or(course::settled);
            if (on.filter(years::contains).isEmpty()) {
                continue;
            }
            LocalDate end = on.orElseThrow();
            if (course.begun().filter(begun -> !begun.isAfter(end)).isEmpty()) {
                unknown++;
                continue;
            }
            decided.add(new Decisions.Decided(
                    course.number(),
                    course.title(),
                    course.begun().orElseThrow(),
                    end,
                    vote.map(Turnouts.Decision::vote)));
        }
        decided.sort(Comparator.comparing(Decisions.Decided::on)
                .thenComparing(one -> one.number().value()));
        return new Decisions(years, decided, unknown);
    }

    /// How many attended the meetings of these years, and who.
    public MeetingYears attendance(Years years) {
        List<Attendance.Held> held = attendance.held();
        return new MeetingYears(
                MeetingYears.of(years, held),
                MemberYears.of(
                        years,
                        members.everybody(),
                        members.standings(),
                        held.stream().map(Attendance.Held::day).toList(),
                        attendance.byYear()));
    }

    /// How far the quorum of every item of the policies in force is from being out of reach, by who took part in the
    /// standard votes of the last year.
    public QuorumHealth health() {
        LocalDate since = LocalDate.now(clock).minusYears(1);
        Roster roster = members.roster();
        Set<MemberId> voters = participation.participationSince(since).keySet();
        int voting = in(roster.active(), voters);
        Electorate electorate = new Electorate(roster.active().size());
        List<ItemHealth> items = policies.all().stream()
                .flatMap(policy -> policy.items().stream().flatMap(item -> health(policy, item, electorate, voting)))
                .sorted(Comparator.comparingInt(health -> health.reach().spare()))
                .toList();
        return new QuorumHealth(
                since,
                participation.endedSince(since),
                electorate.active(),
                voting,
                in(roster.emeritus(), voters),
                items);
    }

    private static Stream<ItemHealth> health(Policy policy, VotingItem item, Electorate electorate, int voting) {
        return item.rule().stream().map(rule -> new ItemHealth(policy, item, Reach.of(rule, electorate, voting)));
    }

    private static int in(List<Roster.Entry> entries, Set<MemberId> voters) {
        return (int)
                entries.stream().filter(entry -> voters.contains(entry.id())).count();
    }
}
