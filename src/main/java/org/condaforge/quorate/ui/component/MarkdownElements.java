package org.condaforge.quorate.ui.component;

import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/// Walks a parsed text and makes the elements of one page of it. Bounded in depth and in number, whatever the text.
final class MarkdownElements {

    private static final int DEEPEST = 64;
    private static final int MOST = 20_000;

    private static final Pattern TASK = Pattern.compile("^\\[([ xX])](?=\\s|$)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final String TRAILING = ".,;:!?'\")]}*_";

    private final TextLinks links;
    private final int heading;
    private int shown;
    private int left = MOST;
    private int depth;
    private final TreeMap<Integer, Element> lines = new TreeMap<>();

    MarkdownElements(TextLinks links, int heading) {
        this.links = links;
        this.heading = heading;
        this.shown = heading;
    }

    /// Whether something was left out because there was too much of it.
    boolean exhausted() {
        return left <= 0;
    }

    /// The element made of what stands at that line of the source, or of what begins last above it.
    Optional<Element> at(int line) {
        return Optional.ofNullable(lines.floorEntry(line)).map(Map.Entry::getValue);
    }

    private Element placed(Element element, Node block) {
        if (!block.getSourceSpans().isEmpty()) {
            lines.putIfAbsent(block.getSourceSpans().getFirst().getLineIndex() + 1, element);
        }
        return element;
    }

    /// Appends what the node contains, not the node itself.
    void appendTo(Element parent, Node node) {
        if (depth >= DEEPEST) {
            text(parent, textOf(node));
            return;
        }
        depth++;
        for (var child = node.getFirstChild(); child != null && left > 0; child = child.getNext()) {
            append(parent, child);
        }
        depth--;
    }

    private void append(Element parent, Node node) {
        switch (node) {
            case Text text -> words(parent, text.getLiteral());
            case SoftLineBreak _ -> text(parent, "\n");
            case HardLineBreak _ -> parent.appendChild(element("br"));
            case Code code -> text(child(parent, "code"), code.getLiteral());
            case Emphasis _ -> appendTo(child(parent, "em"), node);
            case StrongEmphasis _ -> appendTo(child(parent, "strong"), node);
            case Strikethrough _ -> appendTo(child(parent, "s"), node);
            case Link link -> link(parent, link.getDestination(), link);
            case Image image -> image(parent, image);
            case HtmlInline html -> text(parent, withoutComments(html.getLiteral()));
            case HtmlBlock html -> htmlBlock(parent, html.getLiteral());
            case Heading title -> appendTo(placed(child(parent, "h" + level(title.getLevel())), title), title);
            case Paragraph paragraph -> paragraph(parent, paragraph);
            case BlockQuote _ -> appendTo(child(parent, "blockquote"), node);
            case BulletList _ -> appendTo(child(parent, "ul"), node);
            case OrderedList list -> orderedList(parent, list);
            case ListItem item -> listItem(parent, item);
            case FencedCodeBlock block -> code(parent, block.getLiteral());
            case IndentedCodeBlock block -> code(parent, block.getLiteral());
            case ThematicBreak _ -> parent.appendChild(element("hr"));
            case TableBlock table -> appendTo(placed(child(scrolling(parent, "div", "table"), "table"), table), table);
            case TableHead _ -> appendTo(child(parent, "thead"), node);
            case TableBody _ -> appendTo(child(parent, "tbody"), node);
            case TableRow _ -> appendTo(child(parent, "tr"), node);
            case TableCell cell -> cell(parent, cell);
            case LinkReferenceDefinition _ -> {}
            default -> appendTo(parent, node);
        }
    }

    /// One below the page's heading, and never more than one below the heading before.
    private int level(int level) {
        shown = Math.min(6, Math.min(heading + level, shown + 1));
        return shown;
    }

    /// Paragraphs of a tight list are its items' text.
    private void paragraph(Element parent, Paragraph paragraph) {
        var inTightList = paragraph.getParent() instanceof ListItem
                && paragraph.getParent().getParent() instanceof ListBlock list
                && list.isTight();
        appendTo(inTightList ? parent : placed(child(parent, "p"), paragraph), paragraph);
    }

    private void orderedList(Element parent, OrderedList list) {
        var element = child(parent, "ol");
        var start = list.getMarkerStartNumber();
        if (start != null && start != 1) {
            element.setAttribute("start", Integer.toString(start));
        }
        appendTo(element, list);
    }

    private void listItem(Element parent, ListItem item) {
        var element = placed(child(parent, "li"), item);
        if (item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
            var task = TASK.matcher(text.getLiteral());
            if (task.find()) {
                var done = !task.group(1).isBlank();
                element.setAttribute("class", done ? "q-task q-done" : "q-task");
                element.appendChild(mark(done));
                text.setLiteral(text.getLiteral().substring(task.end()).stripLeading());
            }
        }
        appendTo(element, item);
    }

    private Element mark(boolean done) {
        return element("span")
                .setAttribute("class", "q-mark-sign")
                .setAttribute("role", "img")
                .setAttribute("aria-label", done ? "done" : "open")
                .appendChild(Element.createText(done ? "✓" : "○"));
    }

    private void cell(Element parent, TableCell cell) {
        var element = child(parent, cell.isHeader() ? "th" : "td");
        if (cell.getAlignment() != null) {
            switch (cell.getAlignment()) {
                case CENTER -> element.setAttribute("class", "q-center");
                case RIGHT -> element.setAttribute("class", "q-right");
                case LEFT -> {}
            }
        }
        appendTo(element, cell);
    }

    private void link(Element parent, String destination, Node label) {
        var target = LinkTarget.of(destination)
                .flatMap(known -> known.outside()
                        ? Optional.of(known)
                        : links.relative(known.href()).flatMap(LinkTarget::of));
        if (target.isEmpty()) {
            appendTo(parent, label);
            return;
        }
        var anchor = anchor(target.get());
        parent.appendChild(anchor);
        appendTo(anchor, label);
        if (anchor.getTextRecursively().isBlank()) {
            text(anchor, destination);
        }
    }

    /// What others keep on their servers is not loaded into our pages: an image is a link to it.
    private void image(Element parent, Image image) {
        var alternative = textOf(image);
        var label = new Text(alternative.isBlank() ? "image" : "image: " + alternative);
        var holder = new Paragraph();
        holder.appendChild(label);
        link(parent, image.getDestination(), holder);
    }

    private void htmlBlock(Element parent, String literal) {
        var rest = withoutComments(literal).strip();
        if (!rest.isEmpty()) {
            code(parent, rest);
        }
    }

    private void code(Element parent, String literal) {
        var block = scrolling(parent, "pre", "code");
        text(child(block, "code"), literal.stripTrailing());
    }

    /// A box that scrolls inside itself and can be scrolled by keyboard.
    private Element scrolling(Element parent, String tag, String label) {
        return child(parent, tag)
                .setAttribute("class", "q-scroll")
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", label);
    }

    /// Text in which addresses and the caller's words are links, unless it is a link already.
    private void words(Element parent, String literal) {
        if (isInLink(parent)) {
            text(parent, literal);
            return;
        }
        var matcher = ADDRESS.matcher(literal);
        int done = 0;
        while (matcher.find() && left > 0) {
            var address = withoutTrailing(matcher.group());
            named(parent, literal.substring(done, matcher.start()));
            LinkTarget.of(address).ifPresent(target -> text(appended(parent, anchor(target)), address));
            done = matcher.start() + address.length();
        }
        named(parent, literal.substring(done));
    }

    private void named(Element parent, String literal) {
        int done = 0;
        for (MatchResult word :
                (Iterable<MatchResult>) links.words().matcher(literal).results()::iterator) {
            var target = links.href(word.group()).flatMap(LinkTarget::of);
            if (target.isPresent() && left > 0) {
                text(parent, literal.substring(done, word.start()));
                text(appended(parent, anchor(target.get())), word.group());
                done = word.end();
            }
        }
        text(parent, literal.substring(done));
    }

    private Element anchor(LinkTarget target) {
        var anchor = element("a").setAttribute("href", target.href());
        return target.outside()
                ? anchor.setAttribute("rel", "noopener nofollow")
                : anchor.setAttribute("router-link", true);
    }

    private static boolean isInLink(Element element) {
        for (var at = element; at != null; at = at.getParent()) {
            if ("a".equals(at.getTag())) {
                return true;
            }
        }
        return false;
    }

    private static String withoutTrailing(String address) {
        int end = address.length();
        while (end > 0 && TRAILING.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private static String withoutComments(String html) {
        var rest = new StringBuilder();
        int done = 0;
        for (int open = html.indexOf("<!--"); open >= 0; open = html.indexOf("<!--", done)) {
            rest.append(html, done, open);
            int close = html.indexOf("-->", open + 4);
            done = close < 0 ? html.length() : close + 3;
        }
        return rest.append(html.substring(done)).toString();
    }

    /// All text below a node, without recursion.
    private static String textOf(Node root) {
        var text = new StringBuilder();
        for (var node = root.getFirstChild(); node != null; node = following(node, root)) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                default -> {}
            }
        }
        return text.toString();
    }

    @SuppressWarnings("ReferenceEquality") // a node is itself, whatever it holds
    private static @Nullable Node following(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        var at = node;
        while (at != null && at != root) {
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }

    private Element child(Element parent, String tag) {
        return appended(parent, element(tag));
    }

    private static Element appended(Element parent, Element child) {
        parent.appendChild(child);
        return child;
    }

    private Element element(String tag) {
        left--;
        return new Element(tag);
    }

    private void text(Element parent, String text) {
        if (!text.isEmpty()) {
            left--;
            parent.appendChild(Element.createText(text));
        }
    }
}
