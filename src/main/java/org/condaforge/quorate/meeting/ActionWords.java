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

/// The words of an action item without what changes while it is copied from minutes to minutes: case, punctuation,
/// links, a date in front, strikethrough.
record ActionWords(List<String> words) {

    /// From which likeness on two texts are one that was edited. In conda-forge's minutes of 2019 to 2022 every edit of
    /// an item is at 0.79 or above, and every pair of different items at 0.55 or below.
    static final double ALIKE = 0.75;

    private static final int FEWEST = 3;
    private static final int LONGEST = 400;
    private static final Pattern DATE = Pattern.compile("\\W*\\d{4}-\\d{2}-\\d{2}\\W*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    ActionWords {
        words = List.copyOf(words);
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
        return String.join(" ", words);
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
        return numbers().equals(other.numbers()) ? dice(pairs(), other.pairs()) : 0;
    }

    private boolean begins(ActionWords longer) {
        return longer.words.size() >= words.size()
                && longer.words.subList(0, words.size()).equals(words);
    }

    private Set<String> numbers() {
        return words.stream()
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<Integer, Integer> pairs() {
        String text = joined();
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 1; i < Math.min(text.length(), LONGEST); i++) {
            pairs.merge(text.charAt(i - 1) << 16 | text.charAt(i), 1, Integer::sum);
        }
        return pairs;
    }

    private static double dice(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        int common = 0;
        for (var pair : one.entrySet()) {
            common += Math.min(pair.getValue(), other.getOrDefault(pair.getKey(), 0));
        }
        int all = sum(one) + sum(other);
        return all == 0 ? 0 : 2.0 * common / all;
    }

    private static int sum(Map<Integer, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
