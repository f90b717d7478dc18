package org.condaforge.quorate.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Standing;
import org.springframework.stereotype.Component;

/// Ends rounds. Works in the transaction of its caller, who holds the round.
@Component
class RoundEnding {

    private final RoundStore store;
    private final ScheduleStore schedule;
    private final MemberService members;
    private final RoundActs acts;
    private final Clock clock;

    RoundEnding(RoundStore store, ScheduleStore schedule, MemberService members, RoundActs acts, Clock clock) {
        this.store = store;
        this.schedule = schedule;
        this.members = members;
        this.acts = acts;
        this.clock = clock;
    }

    /// What becomes of an open round at its end by itself.
    void end(Round round) {
        if (round.byItself()) {
            apply(round, round.endsAt(), Optional.empty());
        } else {
            store.over(round.id());
            acts.tell(round.id(), Optional.empty(), round.endsAt(), "ended the round; a secretary carries out its end");
        }
    }

    /// Makes those emeritus who said so, and where silence means it those who said nothing. Whoever left,
    /// became emeritus or came back meanwhile keeps the standing they have.
    void apply(Round round, Instant at, Optional<MemberId> by) {
        LocalDate day = CheckIns.day(at);
        int choice = 0;
        int silence = 0;
        // What they are today: somebody may have left between an end that was missed and now.
        List<Asked> asked = store.asked(round, CheckIns.day(clock.instant()));
        for (Asked one : asked) {
            Optional<Asked.How> how = one.leaving(round.silence());
            if (how.isEmpty()) {
                continue;
            }
            boolean chosen = how.get() == Asked.How.CHOICE;
            members.changeStanding(
                    one.member(),
                    Standing.EMERITUS,
                    day,
                    at,
                    by,
                    "%s: %s".formatted(CheckIns.name(round), chosen ? "own answer" : "no answer"));
            store.became(round.id(), one.member(), how.get(), day);
            if (chosen) {
                schedule.returnsOn(one.member(), one.answer().flatMap(Answer::returnsOn));
                choice++;
            } else {
                silence++;
            }
        }
        store.applied(round.id(), at);
        acts.tell(
                round.id(),
                by,
                at,
                "carried out the end: %d of %d became emeritus, %d by choice, %d by silence"
                        .formatted(choice + silence, asked.size(), choice, silence));
    }
}
