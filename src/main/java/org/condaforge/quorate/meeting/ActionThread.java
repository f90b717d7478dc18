package org.condaforge.quorate.meeting;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.condaforge.quorate.meeting.ActionChain.Added;
import org.condaforge.quorate.meeting.ActionChain.Line;

/// Finds the same action item in one list after the other. A pure function of the lists: the order in which minutes
/// were imported does not matter. List by list, each line is
/// 1. an item with the same words and the same owners, else
/// 2. one with the same words and other owners: it was reassigned, else
/// 3. one of the list before whose words are alike ([ActionWords#likeness]), the most alike first, else
/// 4. a new item.
///
/// Two lines of one list are never the same item. An item that was ticked and has left the list is over: the same
/// words later are a new item. A meeting without a list says nothing.
final class ActionThread {

    /// Nobody edits by hand a list with more new lines than this: of longer ones only the first are compared.
    private static final int COMPARED = 300;

    private final List<Item> items = new ArrayList<>();
    private final Map<String, List<Item>> byWords = new HashMap<>();
    private List<Item> before = new ArrayList<>();

    /// Added here, and in no minutes yet.
    private final List<Item> unwritten = new ArrayList<>();

    /// The same line stands in many lists.
    private final Map<String, ActionWords> words = new HashMap<>();

    private int list;

    private ActionThread() {}

    /// The items of these lists, oldest first.
    ///
    /// @param lists the lines of each meeting; meetings without any are no lists
    static List<ActionChain> through(SortedMap<LocalDate, List<Line>> lists, List<Added> added) {
        ActionThread thread = new ActionThread();
        Deque<Added> waiting = new ArrayDeque<>(added.stream()
                .sorted(Comparator.comparing(Added::on).thenComparing(Added::id))
                .toList());
        lists.forEach((meeting, lines) -> {
            while (!waiting.isEmpty() && !waiting.getFirst().on().isAfter(meeting)) {
                thread.begin(waiting.removeFirst());
            }
            if (!lines.isEmpty()) {
                thread.read(lines);
            }
        });
        waiting.forEach(thread::begin);
        return thread.items.stream()
                .map(item -> new ActionChain(
                        item.added.map(Added::id), item.lines, item.lines.isEmpty() || item.list == thread.list))
                .toList();
    }

    private static final class Item {

        private final Optional<Added> added;
        private final List<Line> lines = new ArrayList<>();
        private ActionWords words;
        private int list;

        private Item(Optional<Added> added, ActionWords words) {
            this.added = added;
            this.words = words;
        }

        private boolean over(int list) {
            return !lines.isEmpty() && lines.getLast().done() && this.list < list - 1;
        }

        private String owners() {
            return lines.isEmpty() ? "" : lines.getLast().owners();
        }
    }

    private record Alike(double likeness, boolean sameOwners, int item, int line) {}

    private void begin(Added item) {
        unwritten.add(keep(new Item(Optional.of(item), words(item.text()))));
    }

    private ActionWords words(String text) {
        return words.computeIfAbsent(text, ActionWords::of);
    }

    private Item keep(Item item) {
        items.add(item);
        byWords.computeIfAbsent(item.words.joined(), w -> new ArrayList<>()).add(item);
        return item;
    }

    private void read(List<Line> lines) {
        list++;
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(words(line.text()).joined(), w -> new ArrayList<>())
                .add(line));
        List<Item> now = new ArrayList<>();
        List<Line> rest = new ArrayList<>();
        groups.forEach((words, group) -> same(words, group, now, rest));
        rest.sort(Comparator.comparingInt(Line::position));
        for (Line line : alike(rest, now)) {
            Item item = keep(new Item(Optional.empty(), words(line.text())));
            now.add(carry(item, line));
        }
        before = now;
    }

    /// Gives lines with the same words to the items that have them; what is left over goes to `rest`.
    private void same(String words, List<Line> group, List<Item> now, List<Line> rest) {
        List<Item> known = byWords.getOrDefault(words, new ArrayList<>());
        known.removeIf(item -> item.over(list));
        Map<String, Deque<Item>> byOwners = new LinkedHashMap<>();
        known.stream()
                .sorted(Comparator.comparingInt((Item item) -> -item.list))
                .forEach(item -> byOwners.computeIfAbsent(item.owners(), o -> new ArrayDeque<>())
                        .add(item));
        List<Line> others = new ArrayList<>();
        for (Line line : group) {
            Deque<Item> theirs = byOwners.getOrDefault(line.owners(), new ArrayDeque<>());
            if (theirs.isEmpty()) {
                others.add(line);
            } else {
                now.add(carry(theirs.removeFirst(), line));
            }
        }
        Deque<Item> reassigned = new ArrayDeque<>();
        byOwners.values().forEach(reassigned::addAll);
        for (Line line : others) {
            if (reassigned.isEmpty()) {
                rest.add(line);
            } else {
                now.add(carry(reassigned.removeFirst(), line));
            }
        }
    }

    /// Gives lines to the items of the list before that were edited.
    ///
    /// @return the lines that are new
    private List<Line> alike(List<Line> rest, List<Item> now) {
        List<Item> missing = new ArrayList<>(before);
        unwritten.removeIf(item -> !item.lines.isEmpty());
        missing.addAll(unwritten);
        missing.removeIf(item -> item.list == list);
        List<Alike> pairs = new ArrayList<>();
        for (int l = 0; l < Math.min(COMPARED, rest.size()); l++) {
            ActionWords words = words(rest.get(l).text());
            for (int i = 0; i < Math.min(COMPARED, missing.size()); i++) {
                double likeness = missing.get(i).words.likeness(words);
                if (likeness >= ActionWords.ALIKE) {
                    pairs.add(new Alike(
                            likeness, missing.get(i).owners().equals(rest.get(l).owners()), i, l));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Alike::likeness)
                .reversed()
                .thenComparing(Comparator.comparing(Alike::sameOwners).reversed())
                .thenComparingInt(Alike::item)
                .thenComparingInt(Alike::line));
        Set<Integer> taken = new HashSet<>();
        for (Alike pair : pairs) {
            Item item = missing.get(pair.item());
            Line line = rest.get(pair.line());
            if (item.list < list && taken.add(pair.line())) {
                now.add(reword(carry(item, line), words(line.text())));
            }
        }
        return IntStream.range(0, rest.size())
                .filter(l -> !taken.contains(l))
                .mapToObj(rest::get)
                .toList();
    }

    private Item carry(Item item, Line line) {
        item.lines.add(line);
        item.list = list;
        return item;
    }

    private Item reword(Item item, ActionWords words) {
        List<Item> old = byWords.getOrDefault(item.words.joined(), new ArrayList<>());
        old.remove(item);
        item.words = words;
        byWords.computeIfAbsent(words.joined(), w -> new ArrayList<>()).add(item);
        return item;
    }
}
