package org.condaforge.quorate.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A CFEP as its file tells it. The header is a table in raw HTML, which is read as a browser would read it.
///
/// @param number from 0 (the template) to 999, from the name of the file
/// @param title as written, back-quotes included; empty if the file has none
/// @param status as written, known or not; empty if the file has none
/// @param authors in the order of the file, never with a mail address
/// @param created absent if not given or not a date
/// @param updated the latest of all "Updated" and "Modified" rows
/// @param discussion address or number of where it is discussed; absent if NA or left as in the template
/// @param implementation like `discussion`; several addresses are separated by spaces
/// @param body the Markdown behind the header table
/// @param problems what was not understood, in the order of the lines
public record CfepFile(
        int number,
        String title,
        String status,
        List<Author> authors,
        Optional<LocalDate> created,
        Optional<LocalDate> updated,
        Optional<String> discussion,
        Optional<String> implementation,
        String body,
        List<Problem> problems) {

    private static final Pattern NAME = Pattern.compile("cfep-(\\d{1,3})\\.(?:md|markdown)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_APPLICABLE = Pattern.compile("(?:|-+|none|n/?a\\b.*|link to the pr\\b.*)");
    private static final Set<String> STATUSES =
            Set.of("draft", "proposed", "accepted", "rejected", "deferred", "implemented");
    private static final int LONGEST_HEADER = 20_000;
    private static final int DEEPEST = 30;

    public CfepFile {
        authors = List.copyOf(authors);
        problems = List.copyOf(problems);
    }

    /// A person who wrote a CFEP.
    ///
    /// @param name as written, first names included; the login if no name is given
    /// @param login on GitHub, without `@`
    public record Author(String name, Optional<String> login) {}

    /// What was not understood.
    ///
    /// @param line counted from 1
    /// @param message a sentence
    public record Problem(int line, String message) {}

    /// Whether this is the template, whose cells hold explanations.
    public boolean template() {
        return number == 0;
    }

    /// Reads the file `fileName` (a path will do) with the content `markdown`. A missing header table or row is a
    /// problem of the result, not an error.
    ///
    /// @throws UnreadableCfep if the file is not named `cfep-NN.md` or has far more lines than people write
    public static CfepFile parse(String markdown, String fileName) throws UnreadableCfep {
        var name =
                NAME.matcher(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        if (!name.matches()) {
            throw new UnreadableCfep(
                    1, "A CFEP is named cfep-NN.md, which gives its number; this is " + fileName + ".");
        }
        long lines = markdown.lines().count();
        if (lines > MarkdownBlocks.MOST_LINES) {
            throw new UnreadableCfep(
                    MarkdownBlocks.MOST_LINES + 1,
                    "The file has %,d lines; a CFEP has at most %,d. Import a shorter one."
                            .formatted(lines, MarkdownBlocks.MOST_LINES));
        }
        int number = Integer.parseInt(name.group(1));
        return new Header(number == 0).read(number, markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown);
    }

    private record Update(LocalDate date, int line) {}

    /// The header table, row by row.
    private static final class Header {

        private final boolean template;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Update> updates = new ArrayList<>();
        private @Nullable String title;
        private @Nullable String status;
        private @Nullable LocalDate created;
        private List<Author> authors = List.of();
        private Optional<String> discussion = Optional.empty();
        private Optional<String> implementation = Optional.empty();

        Header(boolean template) {
            this.template = template;
        }

        CfepFile read(int number, String markdown) {
            var lines = markdown.lines().toList();
            int first = firstTable(markdown);
            if (first < 0) {
                problems.add(new Problem(1, "There is no header table."));
                return finished(number, markdown);
            }
            int last = first;
            while (last < lines.size() - 1
                    && !closesTable(lines.get(last))
                    && !lines.get(last + 1).startsWith("#")) {
                last++;
            }
            if (!closesTable(lines.get(last))) {
                problems.add(new Problem(first + 1, "Nothing ends the header table."));
            }
            var header = String.join("\n", lines.subList(first, last + 1));
            if (header.length() > LONGEST_HEADER) {
                problems.add(new Problem(
                        first + 1,
                        "The header table is longer than %,d characters; what stands behind them is left out."
                                .formatted(LONGEST_HEADER)));
            }
            rows(PlainText.beginning(header, LONGEST_HEADER), first);
            int close = lines.get(last).toLowerCase(Locale.ROOT).indexOf("</table>");
            var rest = close < 0 ? "" : lines.get(last).substring(close + "</table>".length());
            return finished(
                    number, (rest + "\n" + String.join("\n", lines.subList(last + 1, lines.size()))).strip() + "\n");
        }

        private CfepFile finished(int number, String body) {
            if (title == null || title.isEmpty()) {
                problems.add(new Problem(1, "There is no title."));
            }
            if (status == null || status.isEmpty()) {
                problems.add(new Problem(1, "There is no status."));
            }
            for (var update : updates) {
                if (created != null && update.date().isBefore(created)) {
                    problems.add(new Problem(
                            update.line(),
                            "Updated on " + update.date() + ", before it was created on " + created + "."));
                }
            }
            problems.sort(Comparator.comparingInt(Problem::line));
            return new CfepFile(
                    number,
                    title == null ? "" : title,
                    status == null ? "" : status,
                    authors,
                    Optional.ofNullable(created),
                    updates.stream().map(Update::date).max(Comparator.naturalOrder()),
                    discussion,
                    implementation,
                    body,
                    problems);
        }

        /// The index of the line on which the first table in raw HTML begins, or -1. One behind a heading is not
        /// the header.
        private static int firstTable(String markdown) {
            for (Node block = MarkdownBlocks.parse(markdown).getFirstChild(); block != null; block = block.getNext()) {
                if (block instanceof Heading) {
                    return -1;
                }
                if (block instanceof HtmlBlock html) {
                    var literal = html.getLiteral().toLowerCase(Locale.ROOT);
                    int table = literal.indexOf("<table");
                    if (table >= 0) {
                        int above = Math.toIntExact(literal.chars()
                                .limit(table)
                                .filter(c -> c == '\n')
                                .count());
                        return html.getSourceSpans().getFirst().getLineIndex() + above;
                    }
                }
            }
            return -1;
        }

        private static boolean closesTable(String line) {
            return line.toLowerCase(Locale.ROOT).contains("</table>");
        }

        private void rows(String html, int lineIndex) {
            var parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
            var rows = parser.parseInput(html, "").select("body > table").stream()
                    .limit(1)
                    .flatMap(table -> table.select("> * > tr").stream())
                    .toList();
            for (var row : rows) {
                int line = lineIndex + Math.max(1, row.sourceRange().start().lineNumber());
                var cells = row.select("> td, > th");
                if (cells.size() >= 2) {
                    row(cells.get(0).text().strip(), cells.get(1), line);
                    if (cells.size() > 2) {
                        problems.add(new Problem(line, "The row has more than two cells; the others are left out."));
                    }
                } else if (!row.text().isBlank()) {
                    problems.add(new Problem(line, "The row does not have two cells."));
                }
            }
        }

        private void row(String label, Element cell, int line) {
            var text = cell.text().strip();
            switch (label.toLowerCase(Locale.ROOT).replaceAll("\\(s\\)|[\\s:*]", "")) {
                case "title" -> title = once(title, text, label, line);
                case "status" -> {
                    status = once(status, text, label, line);
                    if (!template && !STATUSES.contains(text.toLowerCase(Locale.ROOT)) && !text.isEmpty()) {
                        problems.add(new Problem(line, "The status \"" + text + "\" is not known."));
                    }
                }
                case "author", "authors" -> authors = AuthorList.parse(text);
                case "created" -> created = date(text, label, line).orElse(created);
                case "updated", "modified" ->
                    date(text, label, line).ifPresent(date -> updates.add(new Update(date, line)));
                case "discussion", "discussions" -> discussion = place(cell);
                case "implementation", "implementations" -> implementation = place(cell);
                default -> problems.add(new Problem(line, "The row \"" + label + "\" is not known."));
            }
        }

        private String once(@Nullable String before, String now, String label, int line) {
            if (before != null) {
                problems.add(new Problem(line, "A second row \"" + label + "\"; the first one counts."));
                return before;
            }
            return now;
        }

        private Optional<LocalDate> date(String text, String label, int line) {
            var date = WrittenDate.firstIn(text).map(WrittenDate::date);
            if (date.isEmpty()
                    && !NOT_APPLICABLE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
                problems.add(new Problem(line, "\"" + text + "\" (" + label + ") is not a date."));
            }
            return date;
        }

        /// What the cell says, with the addresses of its links in place of their texts.
        private static Optional<String> place(Element cell) {
            for (var link : cell.select("a[href]")) {
                link.text(link.attr("href").strip());
            }
            var text = cell.text().strip();
            return NOT_APPLICABLE.matcher(text.toLowerCase(Locale.ROOT)).matches()
                    ? Optional.empty()
                    : Optional.of(text);
        }
    }
}
