package org.condaforge.quorate.proposal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/// The index of a repository of CFEPs (its `README.md`): which number stands under which heading.
public final class CfepIndex {

    private CfepIndex() {}

    /// A proposal that the index lists.
    ///
    /// @param section the text of the heading it stands under; empty before the first heading
    /// @param line counted from 1
    public record Listed(int number, String section, int line) {

        /// The status that the heading begins with (`Accepted CFEPs`), if it names one.
        public Optional<Status> status() {
            return Status.of(section.strip().split("\\s+", 2)[0]);
        }
    }

    /// The numbers that the tables and lists of `markdown` name, each with the text of the heading it stands under
    /// (`Accepted CFEPs`; empty before the first heading). The first place counts; running text does not.
    public static Map<Integer, String> parse(String markdown) {
        var sections = new LinkedHashMap<Integer, String>();
        listed(markdown).forEach(listed -> sections.put(listed.number(), listed.section()));
        return Collections.unmodifiableMap(sections);
    }

    /// The same with the line of each, in the order of the lines.
    public static List<Listed> listed(String markdown) {
        var found = new LinkedHashMap<Integer, Listed>();
        var heading = "";
        var document = MarkdownBlocks.parse(markdown);
        for (var node = document.getFirstChild(); node != null; node = PlainText.following(node, document)) {
            if (node instanceof Heading) {
                heading = MarkdownBlocks.textOf(node);
            } else if (node instanceof TableRow || node instanceof ListItem) {
                var named = CfepReference.in(beginning(node));
                if (!named.isEmpty()) {
                    int number = named.getFirst().number();
                    found.putIfAbsent(number, new Listed(number, heading, line(node)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static int line(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
    }

    /// The text of the first cell or the first paragraph.
    private static String beginning(Node entry) {
        return entry.getFirstChild() == null ? "" : MarkdownBlocks.textOf(entry.getFirstChild());
    }
}
