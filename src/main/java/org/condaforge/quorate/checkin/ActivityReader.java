package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.Activity;
import org.condaforge.quorate.member.ActivitySource;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.policy.CheckInPolicy.Inactivity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was seen of members, by all who see something. Sensitive votes are no part of it.
@Service
@Transactional(readOnly = true)
public class ActivityReader {

    private static final Comparator<Activity> NEWEST_FIRST =
            Comparator.comparing(Activity::on).reversed().thenComparing(Activity::what);

    private final List<ActivitySource> sources;
    private final CheckInRules rules;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final Clock clock;

    ActivityReader(
            List<ActivitySource> sources,
            CheckInRules rules,
            MemberService members,
            CurrentMember currentMember,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.rules = rules;
        this.members = members;
        this.currentMember = currentMember;
        this.clock = clock;
    }

    /// An active member of whom nothing was seen for as long as the page says.
    ///
    /// @param activeSince from when on they have been active
    /// @param evidence the last of each kind that was seen before, newest first; may be empty
    public record Quiet(Roster.Entry member, LocalDate activeSince, List<Activity> evidence) {

        public Quiet {
            evidence = List.copyOf(evidence);
        }
    }

    /// What was seen of each member last. Members of whom nothing is known are absent.
    public Map<MemberId, Activity> lastSeen() {
        return evidence().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    /// The active members of whom nothing was seen for as long as the page says, by name. Whoever became
    /// active since then is not among them. Nobody where the page asks nobody for being inactive.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    public List<Quiet> quiet() {
        currentMember.requireSecretary("look for inactive members");
        Optional<Inactivity> inactivity = rules.checkIn().flatMap(checkIn -> checkIn.inactivity());
        if (inactivity.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minus(inactivity.get().after());
        Map<MemberId, List<Activity>> evidence = evidence();
        Map<MemberId, StandingPeriod> standings = members.standingsOn(today);
        return members.rosterOn(today).active().stream()
                .map(entry -> new Quiet(
                        entry,
                        Optional.ofNullable(standings.get(entry.id()))
                                .map(StandingPeriod::since)
                                .orElse(today),
                        evidence.getOrDefault(entry.id(), List.of())))
                .filter(quiet -> !quiet.activeSince().isAfter(from))
                .filter(quiet -> quiet.evidence().isEmpty()
                        || !quiet.evidence().getFirst().on().isAfter(from))
                .toList();
    }

    private Map<MemberId, List<Activity>> evidence() {
        Map<MemberId, List<Activity>> evidence = new HashMap<>(sources.stream()
                .flatMap(source -> source.last().stream())
                .collect(Collectors.groupingBy(Activity::member)));
        evidence.replaceAll((member, seen) -> seen.stream().sorted(NEWEST_FIRST).toList());
        return evidence;
    }
}
