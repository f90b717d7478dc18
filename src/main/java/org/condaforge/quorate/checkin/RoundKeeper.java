package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.checkin.RoundStore.Opening;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.CheckInPolicy.Every;
import org.condaforge.quorate.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens rounds by the schedule and ends them at their time, once, whichever node is first, also where the
/// application was down at that time. An end that was missed is carried out as of its own time. An opening that
/// was missed opens now, so that nobody has less time to answer: only the latest of each cadence; the round
/// keeps when it was due.
@Component
class RoundKeeper {

    private static final Logger log = LoggerFactory.getLogger(RoundKeeper.class);

    /// When on its day a round opens, in UTC: it is that day almost everywhere then.
    private static final LocalTime NOON = LocalTime.NOON;

    private final RoundStore store;
    private final ScheduleStore schedule;
    private final RoundOpening opening;
    private final RoundEnding ending;
    private final CheckInRules rules;
    private final MemberService members;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RoundKeeper(
            RoundStore store,
            ScheduleStore schedule,
            RoundOpening opening,
            RoundEnding ending,
            CheckInRules rules,
            MemberService members,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.schedule = schedule;
        this.opening = opening;
        this.ending = ending;
        this.rules = rules;
        this.members = members;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Does what is due; what fails is told in the log and tried again.
    @Scheduled(fixedDelayString = "${quorate.check-in.look-every:30s}")
    void look() {
        try {
            keep();
        } catch (RuntimeException e) {
            log.warn("The check-in could not be looked after, which is tried again: {}", e.getMessage());
        }
    }

    /// Ends what has ended, then opens what is due. Where nothing is due, these are two statements.
    void keep() {
        Instant now = clock.instant();
        store.ended(now).forEach(round -> transaction.executeWithoutResult(status -> end(round.id(), now)));
        rules.policy().ifPresent(policy -> openDue(policy, now));
    }

    private void end(RoundId id, Instant now) {
        // Whoever was first has changed its state.
        store.held(id)
                .filter(round -> round.state() == Round.State.OPEN && !round.takesAnswersAt(now))
                .ifPresent(ending::end);
    }

    private void openDue(Policy policy, Instant now) {
        List<Cadence> cadences = rules.cadences();
        Map<String, Instant> seen = cadences.isEmpty() ? Map.of() : schedule.lastDue(policy.name());
        for (Cadence cadence : cadences) {
            Instant due = lastDue(cadence.every(), now);
            Optional<Instant> last = Optional.ofNullable(seen.get(cadence.name()));
            if (last.isEmpty()) {
                transaction.executeWithoutResult(status -> schedule.begin(policy.name(), cadence.name(), due));
            } else if (last.get().isBefore(due)) {
                transaction.executeWithoutResult(status -> open(policy, cadence, due, now));
            }
        }
    }

    private void open(Policy policy, Cadence cadence, Instant due, Instant now) {
        if (cadence.every() == Every.QUARTER && yearBegins(due)) {
            schedule.take(policy.name(), cadence.name(), due);
            return;
        }
        List<Roster.Entry> active = members.rosterOn(CheckIns.day(now)).active();
        boolean waits = active.isEmpty()
                || store.busy(active.stream().map(Roster.Entry::id).toList()).isPresent();
        if (waits || !schedule.take(policy.name(), cadence.name(), due)) {
            return;
        }
        opening.open(
                new Opening(
                        Round.Kind.EVERYBODY,
                        policy.name(),
                        Optional.of(cadence.name()),
                        RoundTitle.of(cadence, due),
                        due,
                        now,
                        cadence.asking(),
                        Optional.empty()),
                active);
    }

    /// The question of the year takes the place of its first quarter's.
    private boolean yearBegins(Instant due) {
        return rules.cadences().stream()
                .anyMatch(other ->
                        other.every() == Every.YEAR && lastDue(Every.YEAR, due).equals(due));
    }

    /// When a round of that cadence was due last, at that instant or before.
    static Instant lastDue(Every every, Instant now) {
        LocalDate begun = every.beginningOf(CheckIns.day(now));
        Instant due = begun.atTime(NOON).toInstant(ZoneOffset.UTC);
        return due.isAfter(now)
                ? every.beginningOf(begun.minusDays(1)).atTime(NOON).toInstant(ZoneOffset.UTC)
                : due;
    }

    /// When a round of that cadence is due next, after that instant.
    static Instant nextDue(Every every, Instant now) {
        return every.beginningAfter(CheckIns.day(lastDue(every, now)))
                .atTime(NOON)
                .toInstant(ZoneOffset.UTC);
    }
}
