package org.condaforge.quorate.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.condaforge.quorate.store.Page;

/// What somebody looks for, as they wrote it: words, "phrases", `in:minutes`, `year:2021`. Whatever is written is a
/// search: no operator, no wildcard, no error.
///
/// @param words one by one, as written
/// @param phrases what stood in quotation marks
/// @param unfinished the beginning of a word that is still being written, if the text ends with one
public record Search(
        List<String> words,
        List<String> phrases,
        Optional<String> unfinished,
        Optional<Kind> kind,
        Optional<Integer> year,
        Page.Request page) {

    /// How much of a query is read.
    static final int LONGEST = 500;

    /// How many words and phrases of it count.
    static final int MOST = 16;

    private static final Pattern PART = Pattern.compile("[\"“”]([^\"“”]*)(?:[\"“”]|$)|[^\\s\"“”]+");
    private static final Pattern FILTER = Pattern.compile("(?i)(in|year):(\\w{1,12})");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u00a0]+");

    public Search {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
    }

    /// Reads a query; its own filters count more than those given.
    public static Search of(String query, Optional<Kind> kind, Optional<Integer> year, Page.Request page) {
        String text = UNSEEN.matcher(query.substring(0, Math.min(query.length(), LONGEST)))
                .replaceAll(" ");
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        Optional<Kind> in = kind;
        Optional<Integer> during = year;
        Optional<String> unfinished = Optional.empty();
        Matcher part = PART.matcher(text.stripLeading());
        while (part.find() && words.size() + phrases.size() < MOST) {
            unfinished = Optional.empty();
            Matcher filter = FILTER.matcher(part.group());
            Optional<String> phrase = Optional.ofNullable(part.group(1));
            if (phrase.isPresent()) {
                phrases.add(phrase.get().strip());
            } else if (filter.matches() && filter.group(1).equalsIgnoreCase("in")) {
                in = Kind.of(filter.group(2)).or(() -> kind);
            } else if (filter.matches()) {
                during = year(filter.group(2)).or(() -> year);
            } else {
                words.add(part.group());
                unfinished = part.hitEnd() ? Optional.of(part.group()) : Optional.empty();
            }
        }
        phrases.removeIf(String::isEmpty);
        return new Search(words, phrases, unfinished, in, during, page);
    }

    /// A year from 1000 to 9999.
    public static Optional<Integer> year(String text) {
        return text.matches("[1-9]\\d{3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /// Whether nothing but filters was written, or not even these.
    public boolean isWordless() {
        return words.isEmpty() && phrases.isEmpty();
    }
}
