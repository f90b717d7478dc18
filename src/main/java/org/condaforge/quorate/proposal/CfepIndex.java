package org.condaforge.quorate.proposal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/// The index of a repository of CFEPs (its `README.md`): which number stands under which heading.
public final class CfepIndex {

    private CfepIndex() {}

    /// The numbers that the tables and lists of `markdown` name, each with the text of the heading it stands under
    /// (`Accepted CFEPs`; empty before the first heading). The first place counts; running text does not.
    public static Map<Integer, String> parse(String markdown) {
        var sections = new LinkedHashMap<Integer, String>();
        var heading = "";
        var document = MarkdownBlocks.parse(markdown);
        for (var node = document.getFirstChild(); node != null; node = PlainText.following(node, document)) {
            if (node instanceof Heading) {
                heading = MarkdownBlocks.textOf(node);
            } else if (node instanceof TableRow || node instanceof ListItem) {
                var named = CfepReference.in(beginning(node));
                if (!named.isEmpty()) {
                    sections.putIfAbsent(named.getFirst().number(), heading);
                }
            }
        }
        return Collections.unmodifiableMap(sections);
    }

    /// The text of the first cell or the first paragraph.
    private static String beginning(Node entry) {
        return entry.getFirstChild() == null ? "" : MarkdownBlocks.textOf(entry.getFirstChild());
    }
}
