package org.condaforge.quorate.ui.component;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Which words of a text lead somewhere, such as "CFEP-12" or "@alder".
public interface TextLinks {

    /// The runs of text that may be links. It is matched against what others wrote: keep it linear.
    Pattern words();

    /// Where such a run of text leads; empty when it is only a word.
    Optional<String> href(String word);

    /// Where a relative link in the text leads; a text that was written for another place has them.
    default Optional<String> relative(String destination) {
        return Optional.of(destination);
    }

    static TextLinks none() {
        return of(Pattern.compile("(?!)"), word -> Optional.empty());
    }

    static TextLinks of(Pattern words, Function<String, Optional<String>> href) {
        return new TextLinks() {
            @Override
            public Pattern words() {
                return words;
            }

            @Override
            public Optional<String> href(String word) {
                return href.apply(word);
            }
        };
    }
}
