package org.condaforge.quorate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// What stands between one heading of a page and the next, as far as the application reads it.
///
/// @param line the line of the heading, 0 for what stands above the first
record Section(int line, List<Block> blocks, List<Table> tables) {

    /// A fenced block of YAML.
    ///
    /// @param line the line of its fence; the YAML begins on the next
    record Block(int line, String yaml) {}

    /// A table; its first row is the header.
    record Table(List<Row> rows) {

        Row header() {
            return rows.getFirst();
        }

        List<Row> body() {
            return rows.subList(1, rows.size());
        }
    }

    /// A row with the plain text of its cells.
    record Row(int line, List<String> cells) {}

    private static final Pattern YAML = Pattern.compile("ya?ml\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    /// The sections of a page, in its order; headings of all levels are alike.
    static List<Section> of(String markdown) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(0, new ArrayList<>(), new ArrayList<>()));
        var document = MARKDOWN.parse(markdown);
        for (Node node = document; node != null; node = next(node, document)) {
            switch (node) {
                case Heading heading ->
                    sections.add(new Section(lineOf(heading), new ArrayList<>(), new ArrayList<>()));
                case FencedCodeBlock block
                when YAML.matcher(block.getInfo()).matches() ->
                    sections.getLast().blocks.add(new Block(lineOf(block), block.getLiteral()));
                case TableBlock _ -> sections.getLast().tables.add(new Table(new ArrayList<>()));
                case TableRow row -> sections.getLast().tables.getLast().rows.add(row(row));
                default -> {}
            }
        }
        return sections;
    }

    private static Row row(TableRow row) {
        var cells = new ArrayList<String>();
        for (Node node = next(row, row); node != null; node = next(node, row)) {
            switch (node) {
                case TableCell _ -> cells.add("");
                case Text text -> cells.add(cells.removeLast() + text.getLiteral());
                case Code code -> cells.add(cells.removeLast() + code.getLiteral());
                default -> {}
            }
        }
        return new Row(lineOf(row), cells.stream().map(String::strip).toList());
    }

    /// The node after `node` in the order of the text, inside of `root`. No recursion: a page may nest at will.
    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (Node above = node; above != null && !above.equals(root); above = above.getParent()) {
            if (above.getNext() != null) {
                return above.getNext();
            }
        }
        return null;
    }

    private static int lineOf(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
