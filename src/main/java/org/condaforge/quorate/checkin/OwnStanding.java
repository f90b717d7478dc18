package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.store.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What members decide about their own standing, at any time: to become emeritus, and where the page leaves
/// it to them to come back ("Teams & Roles: emeritus-core" of conda-forge's governance page).
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class OwnStanding {

    private final RoundStore store;
    private final ScheduleStore schedule;
    private final CheckInRules rules;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final RoundActs acts;
    private final Clock clock;

    OwnStanding(
            RoundStore store,
            ScheduleStore schedule,
            CheckInRules rules,
            MemberService members,
            CurrentMember currentMember,
            RoundActs acts,
            Clock clock) {
        this.store = store;
        this.schedule = schedule;
        this.rules = rules;
        this.members = members;
        this.currentMember = currentMember;
        this.acts = acts;
        this.clock = clock;
    }

    /// The person at the keyboard becomes emeritus now.
    ///
    /// @param returnsOn when they want to be asked whether they come back
    /// @throws NotAllowed when they are not active
    /// @throws CheckInRefused for a day that is not to come
    public void becomeEmeritus(Optional<LocalDate> returnsOn) {
        MemberId me = currentMember.requireCore("become emeritus");
        Instant now = clock.instant();
        LocalDate today = CheckIns.day(now);
        returnsOn.ifPresent(day -> CheckIns.requireReturn(day, today));
        members.changeStanding(me, Standing.EMERITUS, today, now, Optional.of(me), "own decision");
        schedule.returnsOn(me, returnsOn);
    }

    /// The person at the keyboard, who is emeritus, becomes active again. A round that asks them takes it for
    /// their answer.
    ///
    /// @throws NotAllowed when they are not emeritus, or the page does not let members decide it
    public void comeBack() {
        MemberId me = currentMember.requireMember("become active again");
        if (!mayComeBack()) {
            throw new NotAllowed(
                    currentMember.signedIn().filter(SignedIn::isCore).isPresent()
                            ? "You are active already."
                            : "Ask a secretary: by the governance page they look at what else it asks for.");
        }
        Instant now = clock.instant();
        store.asking(me).filter(round -> round.takesAnswersAt(now)).ifPresent(round -> {
            store.answer(round.id(), me, new Answer(Answer.Choice.ACTIVE, Optional.empty(), now));
            acts.tell(round.id(), Optional.of(me), now, "answered active by coming back");
        });
        activate(me, now, Optional.of(me), "own decision");
    }

    /// Whom the person at the keyboard can bring back, by name: nobody, unless they are a secretary.
    @Transactional(readOnly = true)
    public List<Roster.Entry> returnable() {
        return currentMember.signedIn().filter(SignedIn::isSecretary).isPresent()
                ? members.roster().emeritus()
                : List.of();
    }

    /// A secretary makes an emeritus member active again.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    /// @throws IllegalArgumentException without a reason, or for somebody who is not emeritus
    public void bringBack(MemberId member, String reason) {
        SignedIn by = currentMember.requireSecretary("bring a member back");
        String why = Words.given(reason, "Say why the member comes back.");
        if (members.roster().emeritus().stream().noneMatch(entry -> entry.id().equals(member))) {
            throw new IllegalArgumentException("Only an emeritus member can be brought back.");
        }
        activate(member, clock.instant(), by.member(), why);
    }

    private void activate(MemberId member, Instant now, Optional<MemberId> by, String source) {
        schedule.returnsOn(member, Optional.empty());
        members.changeStanding(member, Standing.ACTIVE, CheckIns.day(now), now, by, source);
    }

    /// Whether the person at the keyboard is emeritus and may become active by saying so.
    @Transactional(readOnly = true)
    public boolean mayComeBack() {
        return rules.returnsAtWill()
                && currentMember
                        .signedIn()
                        .flatMap(SignedIn::standing)
                        .filter(Standing.EMERITUS::equals)
                        .isPresent();
    }

    /// When the person at the keyboard, who is emeritus, wanted to be asked again.
    @Transactional(readOnly = true)
    public Optional<LocalDate> returnsOn() {
        return currentMember
                .signedIn()
                .filter(person ->
                        person.standing().filter(Standing.EMERITUS::equals).isPresent())
                .flatMap(SignedIn::member)
                .flatMap(schedule::returnOf);
    }
}
