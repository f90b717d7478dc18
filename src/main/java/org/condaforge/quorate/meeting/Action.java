package org.condaforge.quorate.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberService.Person;

/// An action item over time.
///
/// @param text as last written
/// @param owners whose it is: by hand where a core member said so here, else as the minutes say last
/// @param begunOn the first meeting that had it, or the day it was added here
/// @param meetings the meetings that had it, oldest first; none for one that was added here and no minutes have yet
/// @param inMinutes what the minutes alone say of it
/// @param tickedOn the meeting whose minutes ticked it
/// @param addedBy who added it here
/// @param ticked the tick, or its taking back, that was recorded here; it counts more than what the minutes say
/// @param writtenOwners the owners the minutes name last
/// @param assigned who said last here whose it is
public record Action(
        ActionId id,
        String text,
        ActionState state,
        List<Owner> owners,
        LocalDate begunOn,
        List<LocalDate> meetings,
        ActionState inMinutes,
        Optional<LocalDate> tickedOn,
        Optional<LocalDate> dueOn,
        Optional<ByHand> addedBy,
        Optional<Tick> ticked,
        List<Owner> writtenOwners,
        Optional<ByHand> assigned) {

    /// An owner: the member, or the name as written where nobody, or not one alone, is called so.
    public record Owner(String name, Optional<Person> member) {

        /// The member's name, else the name as written.
        public String label() {
            return member.map(Person::name).orElse(name);
        }

        /// The member's login, else the name as written.
        public String key() {
            return member.map(Person::login).orElse(name);
        }
    }

    /// Who recorded something here, and when.
    public record ByHand(String name, Instant at) {}

    /// A tick, or a tick taken back, that was recorded here.
    public record Tick(boolean done, ByHand by) {}

    /// The first meeting that had it.
    public Optional<LocalDate> firstSeen() {
        return meetings.stream().findFirst();
    }

    /// The last meeting that had it.
    public Optional<LocalDate> lastSeen() {
        return meetings.isEmpty() ? Optional.empty() : Optional.of(meetings.getLast());
    }

    /// Whether it is done.
    public boolean done() {
        return state == ActionState.DONE;
    }

    /// The meeting whose minutes still list it unticked although it had been ticked here.
    public Optional<LocalDate> stillOpenIn() {
        return ticked.filter(Tick::done)
                .filter(tick -> inMinutes == ActionState.OPEN)
                .flatMap(tick -> lastSeen()
                        .filter(meeting ->
                                !meeting.isBefore(LocalDate.ofInstant(tick.by().at(), ZoneOffset.UTC))));
    }

    /// The meeting whose minutes tick it although that was taken back here.
    public Optional<LocalDate> doneIn() {
        return ticked.filter(tick -> !tick.done() && inMinutes == ActionState.DONE)
                .flatMap(tick -> lastSeen());
    }

    /// The owners the newest minutes name, where somebody else was named here.
    public Optional<String> ownersInMinutes() {
        return assigned.filter(by -> !meetings.isEmpty() && !keys(owners).equals(keys(writtenOwners)))
                .map(by -> writtenOwners.isEmpty()
                        ? "nobody"
                        : writtenOwners.stream().map(Owner::label).collect(Collectors.joining(", ")));
    }

    private static List<String> keys(List<Owner> owners) {
        return owners.stream().map(Owner::key).sorted().toList();
    }
}
