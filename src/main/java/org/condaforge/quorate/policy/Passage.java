package org.condaforge.quorate.policy;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// What stands under one heading of a page, taken apart for its readers: the prose, and the data the application goes
/// by.
///
/// @param heading as plain text; empty for what stands above the first heading
/// @param level of the heading, 1 to 6; 0 above the first
/// @param line of the heading, from 1; 0 above the first
/// @param prose as Markdown, without the data, and for an item without its tables of examples
/// @param data the YAML of its blocks, empty where there is none
/// @param item the item it is about
public record Passage(String heading, int level, int line, String prose, String data, Optional<VotingItem> item) {

    /// The name by which other places of the page link to the heading: `who-votes`, as GitHub makes it.
    public String anchor() {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    /// The passages of a page in its order; one above the first heading only where something stands there.
    static List<Passage> of(String markdown, List<VotingItem> items) {
        var page = Section.parse(markdown);
        var lines = markdown.lines().toList();
        var starts = new ArrayList<Heading>();
        var taken = new BitSet();
        var definitions = new ArrayList<String>();
        for (Node node = page; node != null; node = Section.next(node, page)) {
            switch (node) {
                case Heading heading -> {
                    starts.add(heading);
                    take(heading, taken);
                }
                case FencedCodeBlock block when Section.isData(block) -> take(block, taken);
                case TableBlock table
                when !starts.isEmpty() && itemAt(starts.getLast(), items).isPresent() -> take(table, taken);
                case LinkReferenceDefinition definition -> definitions.add(text(definition, lines));
                default -> {}
            }
        }
        // The page was read before its passages are asked for: there are no faults to find.
        var data = Section.of(markdown, new Faults("")).stream()
                .map(section ->
                        section.blocks().stream().map(Section.Block::yaml).collect(joining("\n")))
                .toList();
        var passages = new ArrayList<Passage>();
        int first = starts.isEmpty() ? lines.size() : firstLine(starts.getFirst());
        var above = prose(lines, 0, first, taken, definitions);
        if (!above.isEmpty() || !data.getFirst().isEmpty()) {
            passages.add(new Passage("", 0, 0, above, data.getFirst(), Optional.empty()));
        }
        for (int i = 0; i < starts.size(); i++) {
            var heading = starts.get(i);
            int from = firstLine(heading);
            int to = i + 1 < starts.size() ? firstLine(starts.get(i + 1)) : lines.size();
            passages.add(new Passage(
                    words(heading),
                    heading.getLevel(),
                    from + 1,
                    prose(lines, from, to, taken, definitions),
                    data.get(i + 1),
                    itemAt(heading, items)));
        }
        return List.copyOf(passages);
    }

    private static String prose(List<String> lines, int from, int to, BitSet taken, List<String> definitions) {
        var prose = new StringBuilder();
        for (int line = from; line < to; line++) {
            prose.append(taken.get(line) ? "" : lines.get(line)).append('\n');
        }
        if (prose.toString().isBlank()) {
            return "";
        }
        // A link may be defined anywhere on the page.
        definitions.forEach(definition -> prose.append('\n').append(definition).append('\n'));
        return prose.toString().strip() + "\n";
    }

    private static Optional<VotingItem> itemAt(Heading heading, List<VotingItem> items) {
        return items.stream()
                .filter(item -> item.line() == firstLine(heading) + 1)
                .findFirst();
    }

    private static void take(Node node, BitSet taken) {
        node.getSourceSpans().forEach(span -> taken.set(span.getLineIndex()));
    }

    private static int firstLine(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex();
    }

    private static String text(Node node, List<String> lines) {
        return node.getSourceSpans().stream()
                .map(span -> lines.get(span.getLineIndex()))
                .collect(joining("\n"));
    }

    private static String words(Heading heading) {
        var words = new StringBuilder();
        for (Node node = Section.next(heading, heading); node != null; node = Section.next(node, heading)) {
            switch (node) {
                case Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                default -> {}
            }
        }
        return words.toString().strip();
    }
}
