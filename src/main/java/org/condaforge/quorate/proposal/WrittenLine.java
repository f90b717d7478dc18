package org.condaforge.quorate.proposal;

import java.util.regex.Pattern;

/// Plain text as one line of Markdown that reads back as the same text: the way back from [PlainText].
public final class WrittenLine {

    private static final int LONGEST = 1_000;
    private static final int MOST_MARKS = 100;
    private static final String CUT = " …";
    private static final String ESCAPED = "\\`*[]<~";
    private static final String MARKS = "<[]*_~`!&";
    private static final String BEGINS_BLOCK = "#>-+=|(:";

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\p{Cc}\\p{Cs}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?=[.)](?:\\s|$))");

    private WrittenLine() {}

    /// The text as a line can hold it: without line breaks and control characters, and cut where it is longer, or has
    /// more marks, than people write. All other methods take such a text.
    public static String tidy(String text) {
        String line = unbroken(text);
        int marks = 0;
        int end = line.length();
        for (int at = 0; at < end; at++) {
            if (MARKS.indexOf(line.charAt(at)) >= 0 && ++marks > MOST_MARKS) {
                end = at;
            }
        }
        if (end == line.length() && end <= LONGEST) {
            return line;
        }
        String kept = PlainText.beginning(line, Math.min(end, LONGEST - CUT.length()));
        int space = kept.lastIndexOf(' ');
        return (space > 0 ? kept.substring(0, space) : kept).strip() + CUT;
    }

    /// The text in one line, however long.
    public static String unbroken(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /// A tidy text where a line begins to say something: nothing in it begins a list, a heading or a quotation.
    public static String begun(String tidy) {
        var number = NUMBER.matcher(tidy);
        if (number.lookingAt()) {
            return tidy.substring(0, number.end()) + "\\" + of(tidy.substring(number.end()));
        }
        return (!tidy.isEmpty() && BEGINS_BLOCK.indexOf(tidy.charAt(0)) >= 0 ? "\\" : "") + of(tidy);
    }

    /// A tidy text as a heading of that level, 1 to 6.
    public static String heading(int level, String tidy) {
        String text = of(tidy);
        boolean closes = text.endsWith("#");
        return "#".repeat(level) + " " + (closes ? text.substring(0, text.length() - 1) + "\\#" : text);
    }

    /// A tidy text in the middle of a line.
    public static String of(String tidy) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < tidy.length(); at++) {
            char c = tidy.charAt(at);
            if (ESCAPED.indexOf(c) >= 0 || (c == '_' && !isWithinWord(tidy, at)) || (c == '&' && isEntity(tidy, at))) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /// Underscores between letters or digits emphasise nothing: those of `a_b` and `a__b`, not those of `__a__`.
    private static boolean isWithinWord(String text, int at) {
        int before = at;
        int behind = at;
        while (before >= 0 && text.charAt(before) == '_') {
            before--;
        }
        while (behind < text.length() && text.charAt(behind) == '_') {
            behind++;
        }
        return before >= 0
                && behind < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(before + 1))
                && Character.isLetterOrDigit(text.codePointAt(behind));
    }

    private static boolean isEntity(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return next == '#' || (next < 128 && Character.isLetter(next));
    }
}
