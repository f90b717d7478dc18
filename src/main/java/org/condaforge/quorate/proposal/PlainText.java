package org.condaforge.quorate.proposal;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// What a reader sees of Markdown: of a link its text, of code its content, no emphasis and no HTML tags.
public final class PlainText {

    private static final int LONGEST = 4_000;
    private static final int MOST_MARKS = 200;
    private static final String MARKS = "<[]*_~`!&";

    private static final Parser INLINE = Parser.builder()
            .extensions(List.of(StrikethroughExtension.create()))
            .enabledBlockTypes(Set.of())
            .build();

    private PlainText() {}

    /// Whether a line is longer, or has more marks of emphasis, code, links or HTML, than people write. Reading those
    /// would take a time that grows with the square of the line.
    public static boolean isTangled(String line) {
        if (line.length() > LONGEST) {
            return true;
        }
        int marks = 0;
        for (int at = 0; at < line.length(); at++) {
            marks += MARKS.indexOf(line.charAt(at)) >= 0 ? 1 : 0;
        }
        return marks > MOST_MARKS;
    }

    /// The plain text of one line, in which nothing is read as a block. A tangled line is left as it is written.
    public static String of(String line) {
        if (isTangled(line)) {
            return line.strip();
        }
        var document = INLINE.parse(line);
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof LinkReferenceDefinition) {
                return line.strip();
            }
        }
        return of(document);
    }

    /// The plain text of everything below `root`, without surrounding spaces.
    public static String of(Node root) {
        var text = new StringBuilder();
        for (var node = following(root, root); node != null; node = following(node, root)) {
            switch (node) {
                case Text part -> text.append(part.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                default -> {}
            }
        }
        return text.toString().strip();
    }

    /// The node after `node` in reading order, parents before children, or null behind the last one below `root`.
    /// Walks without recursion, so the depth of the nesting does not matter.
    public static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (@Nullable Node at = node; at != null && !at.equals(root); at = at.getParent()) {
            if (at.getNext() != null) {
                return at.getNext();
            }
        }
        return null;
    }

    /// At most `limit` characters of `text` around index `at`, cut between words unless one is longer.
    public static String excerpt(String text, int at, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int start = Math.clamp(at - limit / 3, 0, text.length() - limit);
        int end = start + limit;
        if (start > 0) {
            int space = at > start ? text.indexOf(' ', start - 1, at) : -1;
            start = space >= 0 ? space + 1 : start;
            start += Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
        }
        if (end < text.length()) {
            int space = end;
            while (space > at && text.charAt(space) != ' ') {
                space--;
            }
            end = space > at ? space : end;
            end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        }
        return text.substring(start, end).strip();
    }

    /// The first characters of `text`, at most `limit` of them and none of them half.
    public static String beginning(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
