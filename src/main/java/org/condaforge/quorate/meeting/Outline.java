package org.condaforge.quorate.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterNode;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.condaforge.quorate.proposal.MarkdownBlocks;
import org.condaforge.quorate.proposal.PlainText;
import org.jspecify.annotations.Nullable;

/// A Markdown text as minutes are read: headings with what stands under them, and for each line what it is. The
/// Markdown parser says what is a heading, a table, code or a comment; items are lines of the rest.
///
/// @param lines the text, line by line
/// @param kinds what each line is
/// @param sections in the order of the text; the first one, of level 0, is what stands before all headings
/// @param tables by the index of their first line
/// @param frontMatter first value of each key
/// @param unclosed indices of the lines that open a code block which nothing closes
record Outline(
        List<String> lines,
        List<Kind> kinds,
        List<Section> sections,
        Map<Integer, TableBlock> tables,
        Map<String, String> frontMatter,
        List<Integer> unclosed) {

    /// What a line is to the reader of minutes.
    enum Kind {
        TEXT,
        HEADING,
        TABLE,
        CODE,
        HIDDEN
    }

    /// A heading and the lines up to the next heading of any level.
    ///
    /// @param level 1 to 6, or 0 before the first heading
    /// @param heading its plain text
    /// @param first index of the line of the heading, -1 if there is none
    /// @param end index behind its last line
    /// @param parent the next heading above that is of a higher level
    /// @param items of all depths
    record Section(
            int level,
            String heading,
            int first,
            int end,
            @Nullable Section parent,
            List<ItemLine> items) {

        /// The items that stand below no other.
        List<ItemLine> firstLevel() {
            return leastIndented(items);
        }

        /// The items directly below `item`, which is one of this section.
        List<ItemLine> below(ItemLine item) {
            int at = Collections.binarySearch(items, item, Comparator.comparingInt(ItemLine::line));
            var below = items.subList(at + 1, items.size()).stream()
                    .takeWhile(other -> other.isBelow(item))
                    .toList();
            return leastIndented(below);
        }

        /// Whether this section or one around it is as `condition` says.
        boolean isWithin(Predicate<Section> condition) {
            return nearest(condition).isPresent();
        }

        /// This section or the nearest around it that is as `condition` says.
        Optional<Section> nearest(Predicate<Section> condition) {
            for (var section = this; section != null; section = section.parent) {
                if (condition.test(section)) {
                    return Optional.of(section);
                }
            }
            return Optional.empty();
        }

        /// Those of `items` that stand below none of the others.
        static List<ItemLine> leastIndented(List<ItemLine> items) {
            int least = items.stream().mapToInt(ItemLine::indent).min().orElse(0);
            return items.stream().filter(item -> item.indent() < least + 2).toList();
        }
    }

    static Outline of(String markdown) {
        return new Builder(markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown).build();
    }

    private static final class Builder {

        private final List<String> lines;
        private final Kind[] kinds;
        private final Node document;
        private final List<Heading> headings = new ArrayList<>();
        private final Map<Integer, TableBlock> tables = new LinkedHashMap<>();
        private final Map<String, String> frontMatter = new LinkedHashMap<>();
        private final List<Integer> unclosed = new ArrayList<>();

        Builder(String markdown) {
            lines = markdown.lines().toList();
            kinds = new Kind[lines.size()];
            Arrays.fill(kinds, Kind.TEXT);
            document = MarkdownBlocks.parse(markdown);
        }

        Outline build() {
            for (var node = document.getFirstChild(); node != null; node = PlainText.following(node, document)) {
                if (node instanceof YamlFrontMatterNode entry
                        && !entry.getValues().isEmpty()) {
                    frontMatter.putIfAbsent(entry.getKey(), entry.getValues().getFirst());
                } else if (node instanceof YamlFrontMatterBlock) {
                    hideFrontMatter();
                } else if (node instanceof Block block
                        && !block.getSourceSpans().isEmpty()) {
                    classify(block);
                }
            }
            return new Outline(lines, List.of(kinds), sections(), tables, frontMatter, unclosed);
        }

        private void classify(Block block) {
            switch (block) {
                case FencedCodeBlock code -> {
                    mark(code, Kind.CODE);
                    if (code.getClosingFenceLength() == null && document.equals(code.getParent())) {
                        unclosed.add(first(code));
                    }
                }
                case TableBlock table -> {
                    mark(table, Kind.TABLE);
                    tables.put(first(table), table);
                }
                case HtmlBlock html
                when html.getLiteral().stripLeading().startsWith("<!--")
                        && html.getLiteral().contains("-->") -> mark(html, Kind.HIDDEN);
                case ThematicBreak rule -> mark(rule, Kind.HIDDEN);
                case Heading heading
                when document.equals(heading.getParent())
                        && lines.get(first(heading)).stripLeading().startsWith("#") -> {
                    mark(heading, Kind.HEADING);
                    headings.add(heading);
                }
                default -> {}
            }
        }

        private void hideFrontMatter() {
            int last = IntStream.range(1, lines.size())
                    .filter(at -> lines.get(at).strip().equals("---")
                            || lines.get(at).strip().equals("..."))
                    .findFirst()
                    .orElse(0);
            Arrays.fill(kinds, 0, last + 1, Kind.HIDDEN);
        }

        private void mark(Block block, Kind kind) {
            int last = block.getSourceSpans().getLast().getLineIndex();
            Arrays.fill(kinds, first(block), last + 1, kind);
        }

        private static int first(Block block) {
            return block.getSourceSpans().getFirst().getLineIndex();
        }

        private List<Section> sections() {
            var sections = new ArrayList<Section>();
            @Nullable Section before = null;
            for (int at = -1; at < headings.size(); at++) {
                int first = at < 0 ? -1 : first(headings.get(at));
                int end = at + 1 < headings.size() ? first(headings.get(at + 1)) : lines.size();
                int level = at < 0 ? 0 : headings.get(at).getLevel();
                var text = at < 0 ? "" : MarkdownBlocks.textOf(headings.get(at));
                var parent = before;
                while (parent != null && parent.level() >= level) {
                    parent = parent.parent();
                }
                before = new Section(level, text, first, end, parent, items(first + 1, end));
                sections.add(before);
            }
            return sections;
        }

        private List<ItemLine> items(int from, int to) {
            return IntStream.range(from, to)
                    .filter(at -> kinds[at] == Kind.TEXT)
                    .mapToObj(at -> ItemLine.read(lines.get(at), at + 1))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
