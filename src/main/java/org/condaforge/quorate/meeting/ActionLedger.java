package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.condaforge.quorate.meeting.ActionChain.Added;
import org.condaforge.quorate.meeting.ActionChain.Line;
import org.condaforge.quorate.meeting.ActionStore.Owner;
import org.condaforge.quorate.meeting.ActionStore.Sighting;
import org.condaforge.quorate.meeting.ActionStore.Stored;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.store.Sha256;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the action items over time in step with the minutes: works out all of them anew, finds each one's number again
/// by the lines it had, and writes only what changed. What was recorded here by hand is never touched.
@Service
public class ActionLedger implements SmartInitializingSingleton {

    private final ActionStore store;
    private final MemberService members;

    ActionLedger(ActionStore store, MemberService members) {
        this.store = store;
        this.members = members;
    }

    /// Follows the minutes that an earlier version of the application took over.
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        follow();
    }

    /// Follows all minutes on record. To be called once minutes or rosters were taken over, after the last of many.
    @Transactional
    public void follow() {
        store.lock();
        SortedMap<LocalDate, List<Line>> lists = store.lists();
        List<Stored> stored = store.items();
        List<ActionChain> chains = ActionThread.through(
                lists, stored.stream().flatMap(item -> item.added().stream()).toList());
        Map<Long, List<Sighting>> sightings = store.sightings();
        // The same line stands in many lists.
        Map<String, String> wordings = new HashMap<>();
        Map<Integer, Long> ids = new Numbers(chains, stored, sightings, wordings).found();

        List<ActionChain> begun = new ArrayList<>();
        Map<Long, ActionChain> known = new HashMap<>();
        for (int i = 0; i < chains.size(); i++) {
            Long id = ids.get(i);
            if (id == null) {
                begun.add(chains.get(i));
            } else {
                known.put(id, chains.get(i));
            }
        }
        keep(stored, known);
        List<Long> numbers = store.insert(begun.stream().map(ActionFacts::of).toList());
        for (int i = 0; i < numbers.size(); i++) {
            known.put(numbers.get(i), begun.get(i));
        }
        store.seen(sightings, seen(known, wordings));
        store.owners(owners(known));
        store.forget(stored.stream()
                .filter(item -> !known.containsKey(item.id()) && !item.byHand())
                .map(Stored::id)
                .toList());
    }

    /// Writes what changed of known items. One that was added or changed here stays although no minutes have it.
    private void keep(List<Stored> stored, Map<Long, ActionChain> known) {
        Map<Long, ActionFacts> changed = new HashMap<>();
        for (Stored item : stored) {
            ActionChain chain = known.get(item.id());
            ActionFacts facts = item.facts();
            if (chain != null && !chain.lines().isEmpty()) {
                facts = ActionFacts.of(chain);
                if (item.added().isPresent() && item.added().get().on().isBefore(facts.begunOn())) {
                    facts = facts.begun(item.added().get().on());
                }
            } else if (item.added().isPresent()) {
                Added added = item.added().get();
                facts = new ActionFacts(
                        added.text(), added.on(), Optional.empty(), 0, ActionState.OPEN, Optional.empty());
            } else if (item.byHand()) {
                facts = new ActionFacts(
                        facts.text(), facts.begunOn(), facts.lastOn(), 0, ActionState.GONE, Optional.empty());
            }
            if (!facts.equals(item.facts())) {
                changed.put(item.id(), facts);
            }
        }
        store.update(changed);
    }

    private static Map<Long, List<Sighting>> seen(Map<Long, ActionChain> chains, Map<String, String> wordings) {
        Map<Long, List<Sighting>> seen = new HashMap<>();
        chains.forEach((id, chain) -> seen.put(
                id, chain.lines().stream().map(line -> sighting(line, wordings)).toList()));
        return seen;
    }

    private static Sighting sighting(Line line, Map<String, String> wordings) {
        return new Sighting(
                line.meeting(),
                line.position(),
                wordings.computeIfAbsent(
                        line.text(), text -> Sha256.of(ActionWords.of(text).joined())));
    }

    private Map<Long, List<Owner>> owners(Map<Long, ActionChain> chains) {
        OwnerNames names = new OwnerNames(members.everybody(), store.attendeeNames());
        Map<Long, List<Owner>> owners = new HashMap<>();
        chains.forEach((id, chain) -> {
            if (!chain.lines().isEmpty()) {
                owners.put(
                        id,
                        new LinkedHashSet<>(MeetingService.parts(
                                        chain.lines().getLast().owners()))
                                .stream()
                                        .map(name -> new Owner(name, names.find(name)))
                                        .toList());
            }
        });
        return owners;
    }

    /// Which stored item each chain is: the one that was added here and began it, else the one it shares most lines
    /// with, else one in the same meeting whose words are alike.
    private static final class Numbers {

        private final Map<Integer, Long> found = new HashMap<>();
        private final Set<Long> taken = new HashSet<>();

        private record Shared(int lines, long id, int chain) {}

        private Numbers(
                List<ActionChain> chains,
                List<Stored> stored,
                Map<Long, List<Sighting>> sightings,
                Map<String, String> wordings) {
            for (int i = 0; i < chains.size(); i++) {
                int chain = i;
                chains.get(i).added().ifPresent(id -> give(chain, id));
            }
            byLines(chains, sightings, wordings);
            byMeeting(chains, stored, sightings);
        }

        private void give(int chain, long id) {
            if (!found.containsKey(chain) && taken.add(id)) {
                found.put(chain, id);
            }
        }

        private record Wording(LocalDate meeting, String wording) {}

        private void byLines(
                List<ActionChain> chains, Map<Long, List<Sighting>> sightings, Map<String, String> wordings) {
            Map<Wording, List<Long>> holders = new HashMap<>();
            sightings.forEach((id, seen) -> seen.forEach(
                    one -> holders.computeIfAbsent(new Wording(one.meeting(), one.wording()), w -> new ArrayList<>())
                            .add(id)));
            List<Shared> all = new ArrayList<>();
            for (int i = 0; i < chains.size(); i++) {
                Map<Long, Integer> shared = new HashMap<>();
                for (Line line : chains.get(i).lines()) {
                    Sighting one = sighting(line, wordings);
                    List<Long> holding = holders.getOrDefault(new Wording(one.meeting(), one.wording()), List.of());
                    // The same words twice in one list: nothing to choose between many, and too many to try.
                    holding.stream().limit(50).forEach(id -> shared.merge(id, 1, Integer::sum));
                }
                int chain = i;
                shared.forEach((id, lines) -> all.add(new Shared(lines, id, chain)));
            }
            all.sort(Comparator.comparingInt(Shared::lines)
                    .reversed()
                    .thenComparingInt(Shared::chain)
                    .thenComparingLong(Shared::id));
            all.forEach(one -> give(one.chain(), one.id()));
        }

        private void byMeeting(List<ActionChain> chains, List<Stored> stored, Map<Long, List<Sighting>> sightings) {
            Map<LocalDate, List<Stored>> free = new TreeMap<>();
            for (Stored item : stored) {
                if (!taken.contains(item.id())) {
                    sightings
                            .getOrDefault(item.id(), List.of())
                            .forEach(one -> free.computeIfAbsent(one.meeting(), m -> new ArrayList<>())
                                    .add(item));
                }
            }
            for (int i = 0; i < chains.size() && !free.isEmpty(); i++) {
                int chain = i;
                for (Line line :
                        found.containsKey(i) ? List.<Line>of() : chains.get(i).lines()) {
                    ActionWords words = ActionWords.of(line.text());
                    free.getOrDefault(line.meeting(), List.of()).stream()
                            .limit(300)
                            .filter(item -> !taken.contains(item.id()))
                            .filter(item -> ActionWords.of(item.facts().text()).likeness(words) >= ActionWords.ALIKE)
                            .findFirst()
                            .ifPresent(item -> give(chain, item.id()));
                }
            }
        }

        private Map<Integer, Long> found() {
            return found;
        }
    }
}
