package org.condaforge.quorate.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;

/// A member who is asked in a round.
///
/// @param standing of today; empty for one who left
/// @param since of that standing
/// @param openedOn the day on which the round opened, in UTC
/// @param change what the end made of it
public record Asked(
        MemberId member,
        String login,
        String name,
        Optional<Standing> standing,
        Optional<LocalDate> since,
        LocalDate openedOn,
        Optional<Answer> answer,
        Optional<Change> change) {

    /// How somebody becomes emeritus at the end of a round.
    public enum How {
        /// They answered so.
        CHOICE,
        /// They did not answer.
        SILENCE
    }

    /// A member whom the end made emeritus.
    ///
    /// @param on from which day on
    public record Change(How how, LocalDate on, Optional<Undone> undone) {}

    /// That a change was taken back.
    public record Undone(Instant at, String why) {}

    /// Whether the round's end still concerns them: they have been active all the time. Whoever left, became
    /// emeritus, or came back since is out of it.
    public boolean stillAsked() {
        return standing.filter(Standing.ACTIVE::equals).isPresent()
                && since.filter(day -> !day.isAfter(openedOn)).isPresent();
    }

    /// How the end would make them emeritus, if it would.
    Optional<How> leaving(Silence silence) {
        if (!stillAsked()) {
            return Optional.empty();
        }
        if (answer.isEmpty()) {
            return silence == Silence.EMERITUS ? Optional.of(How.SILENCE) : Optional.empty();
        }
        return answer.filter(said -> said.choice() == Answer.Choice.EMERITUS).map(said -> How.CHOICE);
    }
}
