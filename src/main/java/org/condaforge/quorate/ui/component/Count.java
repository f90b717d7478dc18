package org.condaforge.quorate.ui.component;

import java.util.List;

/// How many of something, as a sentence begins: in words up to twelve.
public final class Count {

    private static final List<String> WORDS = List.of(
            "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");

    private Count() {}

    /// "No", "One", "Twelve", "13".
    public static String word(int number) {
        return number < WORDS.size() ? WORDS.get(number) : String.valueOf(number);
    }

    /// "One vote is open", "Three votes are open".
    public static String words(int number, String one, String many) {
        return word(number) + " " + (number == 1 || number == 0 ? one : many);
    }
}
