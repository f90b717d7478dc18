package org.condaforge.quorate.proposal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/// The index of a repository of CFEPs (its `README.md`): which number stands under which heading.
public final class CfepIndex {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(50)
            .build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private CfepIndex() {}

    /// The numbers that the tables and lists of `markdown` name, each with the text of the heading it stands under
    /// (`Accepted CFEPs`; empty before the first heading). The first place counts; running text does not.
    public static Map<Integer, String> parse(String markdown) {
        var sections = new LinkedHashMap<Integer, String>();
        var heading = "";
        for (var block = PARSER.parse(markdown).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                heading = PLAIN.render(block).strip();
            } else {
                var section = heading;
                block.accept(new Entries(entry -> CfepReference.in(entry).stream()
                        .limit(1)
                        .forEach(first -> sections.putIfAbsent(first.number(), section))));
            }
        }
        return Collections.unmodifiableMap(sections);
    }

    /// Hands over the text of the first cell of each row and of each item of the outermost lists.
    private static final class Entries extends AbstractVisitor {

        private final Consumer<String> entries;

        Entries(Consumer<String> entries) {
            this.entries = entries;
        }

        @Override
        public void visit(ListItem item) {
            take(item.getFirstChild());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow && node.getFirstChild() instanceof TableCell cell) {
                take(cell);
            } else {
                visitChildren(node);
            }
        }

        private void take(@Nullable Node node) {
            if (node != null) {
                entries.accept(PLAIN.render(node));
            }
        }
    }
}
