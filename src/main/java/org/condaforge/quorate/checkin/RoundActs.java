package org.condaforge.quorate.checkin;

import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells what was done in a round, to everybody and in the transaction of the act: answers are public.
@Component
class RoundActs {

    private final ApplicationEventPublisher events;

    RoundActs(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// @param who empty where the application did it by itself
    /// @param what a short sentence without its subject: "answered active"
    void tell(RoundId round, Optional<MemberId> who, Instant at, String what) {
        events.publishEvent(new Act(who, at, new Act.Subject("check-in", String.valueOf(round.number())), what));
    }
}
