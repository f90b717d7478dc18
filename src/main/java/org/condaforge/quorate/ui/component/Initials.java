package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two letters in a circle beside a name. The name is said by the text next to it, so readers of the screen skip this.
public final class Initials extends Span {

    public Initials(String name) {
        super(of(name));
        addClassName("q-avatar");
        getElement().setAttribute("aria-hidden", "true");
    }

    /// "AL" of "Alder", "MB" of "Mountain Birch" and of "mountain-birch".
    static String of(String name) {
        var words = Stream.of(name.split("[^\\p{L}\\p{N}]+", 8))
                .filter(word -> !word.isEmpty())
                .toList();
        var letters = words.size() > 1
                ? Stream.of(words.getFirst(), words.getLast())
                        .map(word -> first(word, 1))
                        .collect(Collectors.joining())
                : words.stream().map(word -> first(word, 2)).collect(Collectors.joining());
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int count) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(count, word.codePointCount(0, word.length()))));
    }
}
