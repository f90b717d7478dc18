package org.condaforge.quorate.meeting;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of an action item without what changes while it is copied from minutes to minutes: case, punctuation,
/// links, a date in front, strikethrough.
final class ActionWords {

    /// From which likeness on two texts are one that was edited. In conda-forge's minutes of 2019 to 2022 every edit of
    /// an item is at 0.79 or above, and every pair of different items at 0.55 or below.
    static final double ALIKE = 0.75;

    private static final int FEWEST = 3;
    private static final int LONGEST = 400;
    private static final Pattern DATE = Pattern.compile("\\W*\\d{4}-\\d{2}-\\d{2}\\W*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> words;
    private final String joined;

    /// Worked out when they are first compared, and then as often as there are other lines.
    private @Nullable Pairs pairs;

    private record Pairs(Map<Integer, Integer> counts, int sum, Set<String> numbers) {}

    private ActionWords(List<String> words) {
        this.words = List.copyOf(words);
        this.joined = String.join(" ", words);
    }

    static ActionWords of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> parts = Arrays.stream(plain.split("\\s+"))
                .dropWhile(part -> DATE.matcher(part).matches() || part.equals("todo:"))
                .filter(part -> !part.contains("://"))
                .toList();
        List<String> words = split(String.join(" ", parts));
        return new ActionWords(words.isEmpty() ? split(plain) : words);
    }

    private static List<String> split(String text) {
        return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    /// All of them, with a blank between.
    String joined() {
        return joined;
    }

    /// How likely the other text is this one after an edit, 0 to 1: 1 when a note was appended or taken off, else
    /// the share of letter pairs both have (Dice). Texts of fewer than three words are not alike, and no texts that
    /// name other numbers: those tell "CFEP-05: merge" from "CFEP-06: merge".
    double likeness(ActionWords other) {
        if (Math.min(words.size(), other.words.size()) < FEWEST) {
            return words.equals(other.words) ? 1 : 0;
        }
        if (begins(other) || other.begins(this)) {
            return 1;
        }
        Pairs these = pairs();
        Pairs those = other.pairs();
        return these.numbers().equals(those.numbers()) ? dice(these, those) : 0;
    }

    private boolean begins(ActionWords longer) {
        return longer.words.size() >= words.size()
                && longer.words.subList(0, words.size()).equals(words);
    }

    private Pairs pairs() {
        Pairs known = pairs;
        if (known == null) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (int i = 1; i < Math.min(joined.length(), LONGEST); i++) {
                counts.merge(joined.charAt(i - 1) << 16 | joined.charAt(i), 1, Integer::sum);
            }
            Set<String> numbers = words.stream()
                    .filter(word -> word.chars().anyMatch(Character::isDigit))
                    .collect(Collectors.toCollection(HashSet::new));
            known = new Pairs(
                    counts, counts.values().stream().mapToInt(Integer::intValue).sum(), numbers);
            pairs = known;
        }
        return known;
    }

    private static double dice(Pairs one, Pairs other) {
        int all = one.sum() + other.sum();
        // What is common is no more than the shorter text: most pairs need no counting.
        if (all == 0 || 2.0 * Math.min(one.sum(), other.sum()) / all < ALIKE) {
            return 0;
        }
        int common = 0;
        for (var pair : one.counts().entrySet()) {
            common += Math.min(pair.getValue(), other.counts().getOrDefault(pair.getKey(), 0));
        }
        return 2.0 * common / all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActionWords text && words.equals(text.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}
