package org.condaforge.quorate.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A part of a text that is found by itself: a first-level item with all below it, or what stands under a heading.
///
/// @param line of its beginning in the text, from 1
/// @param words without the marks of Markdown
record Passage(int line, String words) {

    /// The longest passage; a longer part of a text becomes several.
    static final int LONGEST = 4_000;

    /// How much of a text is looked at.
    private static final int MOST = 400_000;

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}(?=\\s|$)");
    private static final Pattern FIRST_LEVEL = Pattern.compile("^[*+-]\\s+");
    private static final Pattern BULLET = Pattern.compile("^[\\s\\u00a0]*[*+-]\\s+");
    private static final Pattern BOX = Pattern.compile("^(?:\\( ?\\)\\s*)?\\[[ xX]?]\\s*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,500})]\\([^()\\s]{0,500}\\)");
    private static final Pattern TAG = Pattern.compile("<!--|-->|</?[a-zA-Z][^<>]{0,300}>");
    private static final Pattern MARKS = Pattern.compile("[*`~|]+|__|^[-=:\\s|]{3,}$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\p{Cntrl}]+");

    /// The passages of a Markdown text, in its order.
    static List<Passage> of(String markdown) {
        List<Passage> passages = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int begun = 1;
        int number = 0;
        for (String line : (Iterable<String>)
                markdown.substring(0, Math.min(markdown.length(), MOST)).lines()::iterator) {
            number++;
            boolean begins =
                    HEADING.matcher(line).find() || FIRST_LEVEL.matcher(line).find();
            String plain = plain(line);
            if (begins || words.length() + plain.length() >= LONGEST) {
                add(passages, begun, words);
                begun = number;
            }
            if (words.isEmpty() && !begins) {
                begun = number;
            }
            for (int at = 0; at < plain.length(); at += LONGEST) {
                if (at > 0) {
                    add(passages, begun, words);
                }
                words.append(plain, at, Math.min(plain.length(), at + LONGEST)).append(' ');
            }
        }
        add(passages, begun, words);
        return passages;
    }

    private static void add(List<Passage> passages, int line, StringBuilder words) {
        String text = words.toString().strip();
        if (!text.isEmpty()) {
            passages.add(new Passage(line, text));
        }
        words.setLength(0);
    }

    /// A line as its reader sees it.
    static String plain(String line) {
        String bare = HEADING.matcher(line).replaceFirst("");
        bare = BOX.matcher(BULLET.matcher(bare).replaceFirst("").stripLeading()).replaceFirst("");
        bare = LINK.matcher(bare).replaceAll("$1");
        bare = TAG.matcher(bare).replaceAll(" ");
        bare = MARKS.matcher(bare).replaceAll(" ");
        return BLANKS.matcher(bare).replaceAll(" ").strip();
    }
}
