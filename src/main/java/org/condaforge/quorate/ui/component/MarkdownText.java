package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Somebody's Markdown, such as minutes or a CFEP, as elements of the page.
///
/// Never goes through markup: HTML in the source is shown as the text it is, comments are dropped. Links lead to http,
/// https, mailto or a place here; images become links. A text longer than {@value #LONGEST} characters ends with a note
/// that says so.
public final class MarkdownText extends Div {

    static final int LONGEST = 400_000;

    private static final int DEEPEST_BLOCK = 24;
    private static final int MOST_MARKS = 2_000;
    private static final Pattern BULLET = Pattern.compile("^ {0,3}[*+-] \\S");
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .maxOpenBlockParsers(DEEPEST_BLOCK)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private final MarkdownElements elements;

    public MarkdownText(String markdown) {
        this(markdown, TextLinks.none());
    }

    public MarkdownText(String markdown, TextLinks links) {
        this(markdown, links, 2);
    }

    /// @param heading the level of the heading above the text; the text's own begin one below
    public MarkdownText(String markdown, TextLinks links, int heading) {
        addClassName("q-markdown");
        Node document = PARSER.parse(flattened(bounded(markdown)));
        elements = new MarkdownElements(links, heading);
        elements.appendTo(getElement(), document);
        if (markdown.length() > LONGEST || elements.exhausted()) {
            var note = new Paragraph("This text is longer than what is shown here.");
            note.addClassName("q-cut");
            add(note);
        }
    }

    /// Scrolls to what stands at that line of the text, from 1, and lights it up.
    public MarkdownText show(int line) {
        elements.at(line).ifPresent(element -> {
            element.getClassList().add("q-found");
            element.scrollIntoView();
        });
        return this;
    }

    private static String bounded(String markdown) {
        if (markdown.length() <= LONGEST) {
            return markdown;
        }
        var end = Character.isHighSurrogate(markdown.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return markdown.substring(0, end);
    }

    /// The parser descends once for each emphasis or image within another, however many there are. No paragraph has
    /// thousands of marks, so those beyond are made plain characters; a bullet begins a new paragraph.
    private static String flattened(String markdown) {
        if (markdown.chars().filter(MarkdownText::isMark).count() <= MOST_MARKS) {
            return markdown;
        }
        var flat = new StringBuilder();
        int marks = 0;
        for (var line : (Iterable<String>) markdown.lines()::iterator) {
            if (line.isBlank() || BULLET.matcher(line).find()) {
                marks = 0;
            }
            for (int i = 0; i < line.length(); i++) {
                if (isMark(line.charAt(i)) && ++marks > MOST_MARKS) {
                    flat.append('\\');
                }
                flat.append(line.charAt(i));
            }
            flat.append('\n');
        }
        return flat.toString();
    }

    private static boolean isMark(int character) {
        return character == '*' || character == '_' || character == '~' || character == '[';
    }
}
