package org.condaforge.quorate.ui.action;

import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.ui.component.LinkedText;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.ui.shell.Address;

/// How action items are said.
final class ActionText {

    private static final TextLinks CFEPS = Address.inText();
    private static final TextLinks LINKS = TextLinks.of(
            Pattern.compile("https?://[^\\s<>\"]{0,500}[^\\s<>\"().,;:!?'\\]]|"
                    + CFEPS.words().pattern()),
            word -> word.startsWith("http") ? Optional.of(word) : CFEPS.href(word));

    private ActionText() {}

    /// Its words, with web addresses and CFEPs as links.
    static LinkedText linked(String text) {
        return new LinkedText(said(text), LINKS);
    }

    /// Its words on one line, cut to so many characters.
    static String cut(String text, int most) {
        String said = said(text);
        return said.codePointCount(0, said.length()) <= most
                ? said
                : said.substring(0, said.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    private static String said(String text) {
        return text.isBlank() ? "(without words)" : text;
    }

    static String meetings(int count) {
        return count == 1 ? "1 meeting" : "%d meetings".formatted(count);
    }

    /// "Alder, Birch"; "nobody’s".
    static String owners(Action action) {
        return action.owners().isEmpty()
                ? "nobody’s"
                : String.join(
                        ", ", action.owners().stream().map(Action.Owner::label).toList());
    }
}
