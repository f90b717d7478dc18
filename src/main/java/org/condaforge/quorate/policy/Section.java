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
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// What stands between one heading of a page and the next, as far as the application reads it.
///
/// @param line the line of the heading, 0 for what stands above the first
/// @param strays lines of paragraphs that look like a table and are none
record Section(int line, List<Block> blocks, List<Table> tables, List<Integer> strays) {

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

    /// A row with the plain text of its cells: as many as its table has columns.
    ///
    /// @param written how many cells stand there
    record Row(int line, List<String> cells, int written) {}

    private static final Pattern YAML = Pattern.compile("ya?ml\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FENCE =
            Pattern.compile("^[ \t]*(```+|~~~+)[ \t]*ya?ml\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    /// The sections of a page, in its order; headings of all levels are alike.
    ///
    /// @param faults takes what keeps a part of the page from being read
    static List<Section> of(String markdown, Faults faults) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(0));
        var document = parse(markdown);
        for (Node node = document; node != null; node = next(node, document)) {
            switch (node) {
                case Heading heading -> sections.add(new Section(lineOf(heading)));
                case FencedCodeBlock block
                when neverEnds(block) ->
                    faults.add(
                            lineOf(block),
                            "a block that never ends",
                            block.getFenceCharacter().repeat(block.getOpeningFenceLength()) + " below it");
                case FencedCodeBlock block
                when isData(block) -> sections.getLast().blocks.add(new Block(lineOf(block), block.getLiteral()));
                case TableBlock _ -> sections.getLast().tables.add(new Table(new ArrayList<>()));
                case TableRow row -> sections.getLast().tables.getLast().rows.add(row(row, written(row, markdown)));
                case HtmlBlock html -> hidden(html, faults);
                case IndentedCodeBlock code
                when FENCE.matcher(code.getLiteral()).find() ->
                    faults.add(lineOf(code), "a block of data that is indented", "it at the beginning of its line");
                case Paragraph paragraph
                when written(paragraph, markdown).startsWith("|") ->
                    sections.getLast().strays.add(lineOf(paragraph));
                default -> {}
            }
        }
        return sections;
    }

    private Section(int line) {
        this(line, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// A block goes on to the end of the page, or to the end of the next one, where its own end is missing.
    private static boolean neverEnds(FencedCodeBlock block) {
        return block.getClosingFenceLength() == null
                || (isData(block) && FENCE.matcher(block.getLiteral()).find());
    }

    /// A comment hides what stands in it, and shall do so only as far as its author meant.
    private static void hidden(HtmlBlock html, Faults faults) {
        var comment = html.getLiteral().startsWith("<!--");
        if (comment && !html.getLiteral().contains("-->")) {
            faults.add(lineOf(html), "a comment that never ends", "--> behind it");
        } else if (!comment && FENCE.matcher(html.getLiteral()).find()) {
            faults.add(lineOf(html), "a block of data inside of HTML", "an empty line above it");
        }
    }

    /// The first line of a node as it is written.
    private static String written(Node node, String markdown) {
        var span = node.getSourceSpans().getFirst();
        return markdown.substring(span.getInputIndex(), span.getInputIndex() + span.getLength())
                .strip();
    }

    /// How many cells a row has, as Markdown counts them: a pipe behind a backslash is text.
    private static int cellsIn(String row) {
        var cells = row.startsWith("|") ? 0 : 1;
        for (int at = 0; at < row.length() - 1; at++) {
            if (row.charAt(at) == '\\' && row.charAt(at + 1) == '|') {
                at++;
            } else if (row.charAt(at) == '|') {
                cells++;
            }
        }
        return cells;
    }

    /// The page with the lines of its blocks.
    static Node parse(String markdown) {
        return MARKDOWN.parse(markdown);
    }

    /// Whether a fenced block is for the application.
    static boolean isData(FencedCodeBlock block) {
        return YAML.matcher(block.getInfo()).matches();
    }

    private static Row row(TableRow row, String written) {
        var cells = new ArrayList<String>();
        for (Node node = next(row, row); node != null; node = next(node, row)) {
            switch (node) {
                case TableCell _ -> cells.add("");
                case Text text -> cells.add(cells.removeLast() + text.getLiteral());
                case Code code -> cells.add(cells.removeLast() + code.getLiteral());
                default -> {}
            }
        }
        return new Row(lineOf(row), cells.stream().map(String::strip).toList(), cellsIn(written));
    }

    /// The node after `node` in the order of the text, inside of `root`. No recursion: a page may nest at will.
    static @Nullable Node next(Node node, Node root) {
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
