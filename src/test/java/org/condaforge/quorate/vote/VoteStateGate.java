package org.condaforge.quorate.vote;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.condaforge.quorate.vote.VoteStateMachine.Place;
import org.condaforge.quorate.vote.VoteStateMachine.Role;

/// One reason why an act may be refused.
interface VoteStateGate {

    /// That reason, where it is one.
    Optional<String> refuses(Place place, Role role);

    static VoteStateGate in(Set<Place> places, String reason) {
        return (place, role) -> places.contains(place) ? Optional.empty() : Optional.of(reason);
    }

    static VoteStateGate notIn(Set<Place> places, String reason) {
        return (place, role) -> places.contains(place) ? Optional.of(reason) : Optional.empty();
    }

    static VoteStateGate only(Set<Role> roles, String reason) {
        return (place, role) -> roles.contains(role) ? Optional.empty() : Optional.of(reason);
    }

    static VoteStateGate always(String reason) {
        return (place, role) -> Optional.of(reason);
    }

    static VoteStateGate signedIn(String act) {
        return only(EnumSet.complementOf(EnumSet.of(Role.ANONYMOUS)), "Sign in to %s.".formatted(act));
    }

    static VoteStateGate core(String act) {
        return signedIn(act).then(only(VoteStateMachine.ACTIVE, "Only active core members may %s.".formatted(act)));
    }

    /// Those who called it, and others; nobody called one that is known from minutes.
    static VoteStateGate callers(String reason, Role... others) {
        return (place, role) -> (place != Place.EXPIRED && VoteStateMachine.CALLERS.contains(role))
                        || List.of(others).contains(role)
                ? Optional.empty()
                : Optional.of(reason);
    }

    default VoteStateGate then(VoteStateGate next) {
        return (place, role) -> refuses(place, role).or(() -> next.refuses(place, role));
    }
}
