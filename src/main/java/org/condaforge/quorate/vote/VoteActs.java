package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Act.Audience;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.policy.Classification;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells what was done to a vote, in the transaction of the act: everybody for a standard vote, the members of core for
/// a sensitive one.
@Component
class VoteActs {

    private final ApplicationEventPublisher events;

    VoteActs(ApplicationEventPublisher events) {
        this.events = events;
    }

    /// @param who empty where the application did it by itself
    /// @param what a short sentence without its subject: "withdrew the vote"
    void tell(VoteSummary vote, Optional<MemberId> who, Instant at, String what) {
        tell(vote.id(), vote.classification(), who, at, what);
    }

    /// The same for a vote that was not read.
    void tell(VoteId vote, Classification classification, Optional<MemberId> who, Instant at, String what) {
        Audience audience = switch (classification) {
            case STANDARD -> Audience.PUBLIC;
            case SENSITIVE -> Audience.MEMBERS;
        };
        events.publishEvent(new Act(who, at, new Act.Subject("vote", String.valueOf(vote.number())), what, audience));
    }
}
