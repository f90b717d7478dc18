package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;

/// Who stood where on any day, in memory: for counting thousands of votes without asking for each.
final class RosterHistory {

    private final Map<MemberId, List<StandingPeriod>> standings;
    private final Map<LocalDate, Integer> active = new HashMap<>();

    RosterHistory(Map<MemberId, List<StandingPeriod>> standings) {
        this.standings = standings;
    }

    /// How many were active on that day; 0 where the roster does not reach back that far.
    int activeOn(LocalDate day) {
        return active.computeIfAbsent(day, asked -> (int) standings.keySet().stream()
                .filter(member -> stood(member, Standing.ACTIVE, asked))
                .count());
    }

    boolean emeritusOn(MemberId member, LocalDate day) {
        return stood(member, Standing.EMERITUS, day);
    }

    /// Those who were emeritus at any time.
    Set<MemberId> everEmeritus() {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(period -> period.standing() == Standing.EMERITUS))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean stood(MemberId member, Standing standing, LocalDate day) {
        return standings.getOrDefault(member, List.of()).stream()
                .anyMatch(period -> period.standing() == standing && period.holdsOn(day));
    }
}
