package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What clients were told of their casts, held against what is stored: every acknowledged ballot is there with its last
/// number; at most one cast of each client, its next one, may be there that was not acknowledged.
final class CastLedger {

    /// Where a ballot is stored: one a member and vote.
    record Place(String login, long vote) {}

    /// The numbers one of which is stored at that place; 0 is no ballot.
    private final Map<Place, Set<Long>> possible = new HashMap<>();

    /// The next number of each client who has cast in this round.
    private final Map<String, Long> next = new HashMap<>();

    private int acknowledged;
    private int unsure;

    /// A line of [Caster].
    void take(String line) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != 4) {
            return;
        }
        Place place = new Place(words.get(1), Long.parseLong(words.get(2)));
        long number = Long.parseLong(words.get(3));
        next.put(place.login(), number + 1);
        switch (words.getFirst()) {
            case "acked" -> {
                possible.put(place, Set.of(number));
                acknowledged++;
            }
            case "unsure" -> {
                Set<Long> either = new HashSet<>(possibleAt(place));
                either.add(number);
                possible.put(place, either);
                unsure++;
            }
            case "refused" -> {}
            default -> throw new IllegalArgumentException(line);
        }
    }

    private Set<Long> possibleAt(Place place) {
        return possible.getOrDefault(place, Set.of(0L));
    }

    /// What a round came to.
    ///
    /// @param unsure casts that failed otherwise than by the close
    /// @param next casts that were stored and not acknowledged
    /// @param faults what is wrong, a sentence each
    record Settled(int acknowledged, int unsure, int next, List<String> faults) {}

    /// Compares with the numbers that are stored and begins a new round with them.
    ///
    /// @param first the number of the first cast of each client in this round
    Settled settle(Map<Place, Long> stored, long first) {
        List<String> faults = new ArrayList<>();
        Set<String> cutOff = new HashSet<>();
        Set<Place> places = new HashSet<>(possible.keySet());
        places.addAll(stored.keySet());
        for (Place place : places) {
            long found = stored.getOrDefault(place, 0L);
            if (possibleAt(place).contains(found)) {
                continue;
            }
            boolean nextOne = found == next.getOrDefault(place.login(), first);
            if (!nextOne || !cutOff.add(place.login())) {
                faults.add("%s in vote %d: stored is no. %d, and it should be one of %s"
                        .formatted(place.login(), place.vote(), found, possibleAt(place)));
            }
        }
        Settled settled = new Settled(acknowledged, unsure, cutOff.size(), List.copyOf(faults));
        possible.clear();
        stored.forEach((place, number) -> possible.put(place, Set.of(number)));
        next.clear();
        acknowledged = 0;
        unsure = 0;
        return settled;
    }
}
