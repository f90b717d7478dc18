package org.condaforge.quorate.proposal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// The index of a repository of CFEPs (its `README.md`): which number stands under which heading.
public final class CfepIndex {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(50)
            .build();

    private CfepIndex() {}

    /// The numbers that the tables and lists of `markdown` name, each with the text of the heading it stands under
    /// (`Accepted CFEPs`; empty before the first heading). The first place counts; running text does not.
    public static Map<Integer, String> parse(String markdown) {
        var sections = new LinkedHashMap<Integer, String>();
        var heading = "";
        var document = PARSER.parse(markdown);
        for (var node = document.getFirstChild(); node != null; node = PlainText.following(node, document)) {
            if (node instanceof Heading) {
                heading = PlainText.of(node);
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
        return entry.getFirstChild() == null ? "" : PlainText.of(entry.getFirstChild());
    }
}
