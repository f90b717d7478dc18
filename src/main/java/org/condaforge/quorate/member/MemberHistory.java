package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A member as everybody may see them: login, name and every standing they had, oldest first.
public record MemberHistory(String login, String name, List<StandingPeriod> standings) {

    public MemberHistory {
        standings = List.copyOf(standings);
    }

    /// The standing that held on that day, if one did.
    public Optional<StandingPeriod> on(LocalDate day) {
        return standings.stream().filter(period -> period.holdsOn(day)).findFirst();
    }
}
