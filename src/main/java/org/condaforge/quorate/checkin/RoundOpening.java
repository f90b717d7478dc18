package org.condaforge.quorate.checkin;

import java.util.List;
import org.condaforge.quorate.checkin.RoundStore.Opening;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Roster;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Opens rounds, whoever wants it. Works in the transaction of its caller.
@Component
class RoundOpening {

    private final RoundStore store;
    private final RoundActs acts;

    RoundOpening(RoundStore store, RoundActs acts) {
        this.store = store;
        this.acts = acts;
    }

    /// @throws CheckInRefused where there is nobody to ask, or somebody is being asked already
    RoundId open(Opening opening, List<Roster.Entry> people) {
        if (people.isEmpty()) {
            throw new CheckInRefused("There is nobody to ask: nobody is active today.");
        }
        List<MemberId> asked = people.stream().map(Roster.Entry::id).toList();
        store.busy(asked).ifPresent(busy -> {
            throw new CheckInRefused(reason(busy));
        });
        try {
            RoundId id = store.add(opening, asked);
            acts.tell(
                    id,
                    opening.by(),
                    opening.openedAt(),
                    "opened “%s”: %d %s asked, until %s"
                            .formatted(
                                    opening.title(),
                                    asked.size(),
                                    asked.size() == 1 ? "member is" : "members are",
                                    CheckIns.day(opening.openedAt()
                                            .plus(opening.asking().timeToAnswer()))));
            return id;
        } catch (DuplicateKeyException e) {
            throw new CheckInRefused("Somebody opened a check-in at the same moment. Look at the check-in's page.");
        }
    }

    private static String reason(RoundStore.Busy busy) {
        String who = busy.names().size() == 1
                ? busy.names().getFirst()
                : "%s and %d more"
                        .formatted(busy.names().getFirst(), busy.names().size() - 1);
        String what = busy.state() == Round.State.OVER
                ? "Carry out its end first."
                : "Wait for its end: nobody is asked twice at once.";
        return "“%s” asks %s already. %s".formatted(busy.title(), who, what);
    }
}
