package org.condaforge.quorate.ui.search;

import org.condaforge.quorate.search.Kind;

/// What the search page says.
final class SearchWords {

    private static final int SHOWN = 60;

    private SearchWords() {}

    static String label(Kind kind) {
        return switch (kind) {
            case CFEPS -> "CFEPs";
            case VOTES -> "Votes";
            case MINUTES -> "Minutes";
            case MEMBERS -> "Members";
            case ACTIONS -> "Action items";
            case DECISIONS -> "Decisions";
            case RULES -> "Rules";
        };
    }

    /// "Nothing has “zeppelin”. Try ...".
    static String nothing(String asked) {
        String words = asked.strip();
        String advice = "Try fewer words, the beginning of a word, or a number such as CFEP-12.";
        return words.isEmpty()
                ? "Nothing fits these filters. " + advice
                : "Nothing has “%s”. %s"
                        .formatted(
                                words.length() <= SHOWN
                                        ? words
                                        : words.substring(
                                                        0, words.offsetByCodePoints(0, words.codePointCount(0, SHOWN)))
                                                + "…",
                                advice);
    }
}
