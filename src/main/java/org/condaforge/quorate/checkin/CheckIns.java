package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.checkin.RoundStore.Opening;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.CheckInPolicy.Inactivity;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.store.Words;
import org.condaforge.quorate.vote.Channel;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rounds of the check-in: opening, answering, announcing, ending and taking back. Each act is one
/// transaction; a deadlock or lock time-out repeats it whole.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class CheckIns {

    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_SABBATICAL = 10;

    private final RoundStore store;
    private final ScheduleStore schedule;
    private final RoundOpening opening;
    private final RoundEnding ending;
    private final CheckInRules rules;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final RoundActs acts;
    private final Clock clock;

    CheckIns(
            RoundStore store,
            ScheduleStore schedule,
            RoundOpening opening,
            RoundEnding ending,
            CheckInRules rules,
            MemberService members,
            CurrentMember currentMember,
            RoundActs acts,
            Clock clock) {
        this.store = store;
        this.schedule = schedule;
        this.opening = opening;
        this.ending = ending;
        this.rules = rules;
        this.members = members;
        this.currentMember = currentMember;
        this.acts = acts;
        this.clock = clock;
    }

    /// A secretary opens a round of that cadence now: every active member is asked.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    /// @throws CheckInRefused where the page has no such cadence, nobody is active, or somebody is asked
    ///     already
    public RoundId open(String cadence) {
        SignedIn by = currentMember.requireSecretary("open a check-in");
        Policy policy = rules.required();
        Cadence found = rules.cadences().stream()
                .filter(one -> one.name().equals(cadence))
                .findFirst()
                .orElseThrow(
                        () -> new CheckInRefused("The page %s has no cadence %s.".formatted(policy.title(), cadence)));
        Instant now = clock.instant();
        return opening.open(
                new Opening(
                        Round.Kind.EVERYBODY,
                        policy.name(),
                        Optional.of(found.name()),
                        RoundTitle.of(found, now),
                        now,
                        now,
                        found.asking(),
                        by.member()),
                members.roster().active());
    }

    /// A secretary asks single members, of whom nothing was seen for long.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    /// @throws CheckInRefused where the page has no inquiries, somebody is not active, or is being asked
    ///     already
    public RoundId inquire(List<MemberId> asked) {
        SignedIn by = currentMember.requireSecretary("open an inquiry");
        Policy policy = rules.required();
        Asking asking = rules.checkIn()
                .flatMap(checkIn -> checkIn.inactivity())
                .map(Inactivity::asking)
                .orElseThrow(() ->
                        new CheckInRefused("The page %s asks nobody for being inactive.".formatted(policy.title())));
        if (asked.isEmpty()) {
            throw new CheckInRefused("There is nobody to ask: choose at least one member.");
        }
        Roster roster = members.roster();
        List<Roster.Entry> found = roster.active().stream()
                .filter(entry -> asked.contains(entry.id()))
                .toList();
        if (found.size() < asked.stream().distinct().count()) {
            throw new CheckInRefused("Only active members can be asked; one of these is not active today.");
        }
        Instant now = clock.instant();
        return opening.open(
                new Opening(
                        Round.Kind.INQUIRY,
                        policy.name(),
                        Optional.empty(),
                        RoundTitle.inquiry(
                                found.stream().map(Roster.Entry::name).toList()),
                        now,
                        now,
                        asking,
                        by.member()),
                found);
    }

    /// The person at the keyboard answers for themselves, or changes their answer.
    ///
    /// @param returnsOn with the answer emeritus, when they want to be asked again; after the round's end
    /// @throws NotAllowed when they are no member
    /// @throws CheckInRefused after the end, and for those who are not asked
    public void answer(RoundId id, Answer.Choice choice, Optional<LocalDate> returnsOn) {
        MemberId me = currentMember.requireMember("answer the check-in");
        Round round = held(id);
        Instant now = clock.instant();
        Asked asked = asked(round, me, now);
        if (!round.takesAnswersAt(now)) {
            throw new CheckInRefused("“%s” ended on %s; no answer is taken any more. Your standing is on your own page."
                    .formatted(round.title(), day(round.endsAt())));
        }
        if (!asked.stillAsked()) {
            throw new CheckInRefused("Your standing has changed since this check-in opened, so it no longer asks you.");
        }
        returnsOn.ifPresent(day -> {
            if (choice == Answer.Choice.ACTIVE) {
                throw new CheckInRefused("Who stays active does not return: leave the date out.");
            }
            requireReturn(day, LocalDate.ofInstant(round.endsAt(), ZoneOffset.UTC));
        });
        Answer answer = new Answer(choice, returnsOn, now);
        store.answer(id, me, answer);
        String verb = asked.answer().isPresent() ? "changed the answer to " : "answered ";
        acts.tell(id, Optional.of(me), now, verb + words(answer));
    }

    static void requireReturn(LocalDate day, LocalDate from) {
        if (!day.isAfter(from) || day.isAfter(from.plusYears(LONGEST_SABBATICAL))) {
            throw new CheckInRefused(
                    "Choose a day of return after %s and within %d years.".formatted(from, LONGEST_SABBATICAL));
        }
    }

    static String words(Answer answer) {
        String choice = answer.choice() == Answer.Choice.ACTIVE ? "active" : "emeritus";
        return choice
                + answer.returnsOn().map(day -> ", to be asked again on " + day).orElse("");
    }

    /// A secretary carries out the end of a round that is over.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    /// @throws CheckInRefused where it still takes answers or was carried out before
    public void apply(RoundId id) {
        SignedIn by = currentMember.requireSecretary("carry out the end of a check-in");
        Round round = held(id);
        Instant now = clock.instant();
        if (now.isBefore(round.endsAt())) {
            throw new CheckInRefused("“%s” takes answers until %s.".formatted(round.title(), day(round.endsAt())));
        }
        if (round.state() == Round.State.APPLIED) {
            throw new CheckInRefused("The end of “%s” was carried out already.".formatted(round.title()));
        }
        ending.apply(round, now, by.member());
    }

    /// A secretary takes back that the end of a round made somebody emeritus.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary
    /// @throws IllegalArgumentException without a reason
    /// @throws CheckInRefused where there is nothing to take back, the round is no longer recent, or the
    ///     member's standing has changed since
    public void undo(RoundId id, MemberId member, String reason) {
        SignedIn by = currentMember.requireSecretary("take back what a check-in did");
        String why = Words.given(reason, "Say why the change is taken back.");
        Round round = held(id);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Asked asked = asked(round, member, now);
        LocalDate since = asked.change()
                .filter(change -> change.undone().isEmpty())
                .map(Asked.Change::on)
                .orElseThrow(() -> new CheckInRefused(
                        "This check-in did not change the standing of %s, or it was taken".formatted(asked.name())
                                + " back already."));
        if (!round.recentAt(now)) {
            throw new CheckInRefused("“%s” ended more than %d days ago. Change the standing of %s by a new decision."
                    .formatted(round.title(), Round.RECENT.toDays(), asked.name()));
        }
        boolean same = asked.standing().filter(Standing.EMERITUS::equals).isPresent()
                && asked.since().filter(since::equals).isPresent();
        if (!same) {
            throw new CheckInRefused("The standing of %s has changed since.".formatted(asked.name()));
        }
        store.undone(id, member, now, why);
        schedule.returnsOn(member, Optional.empty());
        members.changeStanding(
                member, Standing.ACTIVE, today, now, by.member(), "%s taken back: %s".formatted(name(round), why));
        acts.tell(id, by.member(), now, "took back that %s became emeritus: %s".formatted(asked.name(), why));
    }

    /// A secretary records that the round was announced.
    ///
    /// @param note a link to the announcement, or where it can be found
    /// @throws NotAllowed when the person at the keyboard is no secretary
    /// @throws IllegalArgumentException with the reason why that announcement cannot be
    /// @throws CheckInRefused after the end
    public void announce(RoundId id, Channel channel, Instant sentAt, String note) {
        SignedIn by = currentMember.requireSecretary("record the announcement of a check-in");
        Round round = held(id);
        Instant now = clock.instant();
        String words = note.strip();
        if (words.isEmpty() || words.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "Give a link to the announcement, or say where it can be found, in at most %,d characters."
                            .formatted(LONGEST_NOTE));
        }
        if (sentAt.isAfter(now) || sentAt.isBefore(round.openedAt())) {
            throw new IllegalArgumentException("An announcement is recorded once it is sent, and is sent after %s, when"
                            .formatted(day(round.openedAt()))
                    + " the check-in opened.");
        }
        if (!round.takesAnswersAt(now)) {
            throw new CheckInRefused("“%s” has ended: what was announced stays as it was.".formatted(round.title()));
        }
        RoundNotice notice = new RoundNotice(channel, sentAt.truncatedTo(ChronoUnit.MICROS), words);
        if (store.notices(id).stream()
                .anyMatch(known -> known.channel() == channel && known.sentAt().equals(notice.sentAt()))) {
            throw new IllegalArgumentException("That announcement is on record already.");
        }
        store.add(id, notice, by.member(), now);
        acts.tell(id, by.member(), now, "recorded its announcement " + channel.label());
    }

    private Round held(RoundId id) {
        return store.held(id).orElseThrow(() -> new CheckInRefused("There is no check-in %d.".formatted(id.number())));
    }

    private Asked asked(Round round, MemberId member, Instant now) {
        return store.asked(round, LocalDate.ofInstant(now, ZoneOffset.UTC)).stream()
                .filter(one -> one.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new CheckInRefused("“%s” asks those who were active when it opened, on %s."
                        .formatted(round.title(), day(round.openedAt()))));
    }

    /// "check-in 3": what a standing gives as its source.
    static String name(Round round) {
        return "check-in %d (%s)".formatted(round.id().number(), round.title());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
