package org.condaforge.quorate.proposal;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The blocks of a Markdown text: headings, lists, tables, code, raw HTML, front matter. What stands in a block
/// stays as it is written, in one [Text]: reading emphasis and links takes a time that grows with the square of
/// a hostile paragraph, and is done where it is wanted, line by line and within bounds, by [PlainText].
public final class MarkdownBlocks {

    /// How many lines are looked at. No proposal and no minutes come near it.
    public static final int MOST_LINES = 20_000;

    /// What stands further right than this in a line does not say what the line is.
    public static final int WIDEST_LINE = 2_000;

    private static final int MOST_BARS = 24;
    private static final int LONGEST_TAG = 300;
    private static final int DEEPEST = 100;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, block) -> block.appendChild(new Text(lines.getContent())))
            .build();

    private MarkdownBlocks() {}

    /// The tree of blocks. Takes a time that grows as the text does.
    public static Node parse(String markdown) {
        return PARSER.parse(markdown.lines()
                .limit(MOST_LINES)
                .map(MarkdownBlocks::beginning)
                .collect(Collectors.joining("\n")));
    }

    /// The plain text of a heading, a cell or a paragraph of such a tree.
    public static String textOf(Node block) {
        return PlainText.of(PlainText.of(block));
    }

    /// The part of a line that says what it is. A line with more bars than a table has columns is cut there,
    /// too: the cells of a table are as many as its columns times its rows, written or not. So is a long tag:
    /// the parser reads attributes with a regular expression that needs a piece of the stack for each.
    private static String beginning(String line) {
        int bars = 0;
        int end = Math.min(line.length(), WIDEST_LINE);
        for (int at = 0; at < end; at++) {
            char c = line.charAt(at);
            if (c == '|' && ++bars > MOST_BARS) {
                end = at;
            } else if (c == '<' && at + 1 < end && line.charAt(at + 1) != '!') {
                end = Math.min(end, at + LONGEST_TAG);
            }
        }
        return end == line.length() ? line : PlainText.beginning(line, end);
    }
}
