package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// An SVG picture made of elements, never of markup, so that no text can become a tag.
///
/// Horizontal places are shares of the width (0 to 1), vertical ones pixels: a drawing stretches with its card while
/// its text keeps its size. Colours come from classes in `styles.css`. What the picture says in words is its name for
/// those who do not see it.
@Tag("svg")
public final class Drawing extends Component {

    /// Which point of a text stands at its place.
    public enum Anchor {
        START,
        MIDDLE,
        END;

        /// The anchor that keeps a label of this width (a share) inside the picture.
        public static Anchor within(double at, double width) {
            if (at < width / 2) {
                return START;
            }
            return at > 1 - width / 2 ? END : MIDDLE;
        }
    }

    /// A path in a field, in its units; the hint may be empty.
    public record Stroke(String className, String path, String hint) {}

    public Drawing(String alternative, int height) {
        getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", alternative)
                .setAttribute("width", "100%")
                .setAttribute("height", Integer.toString(height))
                .setAttribute("class", "q-drawing");
    }

    /// What the picture says in words.
    public String alternative() {
        return getElement().getAttribute("aria-label");
    }

    public Drawing named(String className) {
        getElement().getClassList().add(className);
        return this;
    }

    /// A bar from one share of the width to another.
    public Drawing bar(double from, double to, int y, int height, String className) {
        return draw(bar(className, from, to, y, height));
    }

    /// A bar that tells more when pointed at.
    public Drawing bar(double from, double to, int y, int height, String className, String hint) {
        return draw(hinted(bar(className, from, to, y, height), hint));
    }

    /// An upright line.
    public Drawing mark(double at, int from, int to, String className) {
        return draw(mark(className, at, from, to));
    }

    /// An upright line that tells more when pointed at.
    public Drawing mark(double at, int from, int to, String className, String hint) {
        return draw(hinted(mark(className, at, from, to), hint));
    }

    public Drawing dot(double at, int y, int radius, String className, String hint) {
        return draw(hinted(
                shape("circle", className)
                        .setAttribute("cx", percent(at))
                        .setAttribute("cy", Integer.toString(y))
                        .setAttribute("r", Integer.toString(radius)),
                hint));
    }

    /// A line of text; `shift` moves it by pixels from its place.
    public Drawing text(double at, int shift, int y, Anchor anchor, String className, String text) {
        var label = shape("text", className)
                .setAttribute("x", percent(at))
                .setAttribute("y", Integer.toString(y))
                .setAttribute(
                        "text-anchor",
                        switch (anchor) {
                            case START -> "start";
                            case MIDDLE -> "middle";
                            case END -> "end";
                        });
        if (shift != 0) {
            label.setAttribute("dx", Integer.toString(shift));
        }
        return draw(label.appendChild(Element.createText(text)));
    }

    /// A field of `columns` by `rows` units over the whole width, counted from its lower left corner. It
    /// stretches in both directions; its lines keep their width.
    public Drawing field(int y, int height, int columns, int rows, List<Stroke> strokes) {
        var field = new Element("svg")
                .setAttribute("x", "0")
                .setAttribute("y", Integer.toString(y))
                .setAttribute("width", "100%")
                .setAttribute("height", Integer.toString(height));
        // Flow writes attributes in lower case; these two are known in theirs only.
        field.executeJs(
                "this.setAttribute('viewBox', $0); this.setAttribute('preserveAspectRatio', 'none');",
                "0 0 %d %d".formatted(columns, rows));
        strokes.forEach(stroke -> {
            var path = shape("path", stroke.className())
                    .setAttribute("d", stroke.path())
                    .setAttribute("vector-effect", "non-scaling-stroke");
            field.appendChild(stroke.hint().isEmpty() ? path : hinted(path, stroke.hint()));
        });
        return draw(field);
    }

    private Drawing draw(Element shape) {
        getElement().appendChild(shape);
        return this;
    }

    private static Element bar(String className, double from, double to, int y, int height) {
        return shape("rect", className)
                .setAttribute("x", percent(from))
                .setAttribute("y", Integer.toString(y))
                .setAttribute("width", percent(to - from))
                .setAttribute("height", Integer.toString(height))
                .setAttribute("rx", Integer.toString(Math.min(4, height / 2)));
    }

    private static Element mark(String className, double at, int from, int to) {
        return shape("line", className)
                .setAttribute("x1", percent(at))
                .setAttribute("x2", percent(at))
                .setAttribute("y1", Integer.toString(from))
                .setAttribute("y2", Integer.toString(to));
    }

    private static Element hinted(Element shape, String hint) {
        return shape.appendChild(new Element("title").appendChild(Element.createText(hint)));
    }

    private static Element shape(String tag, String className) {
        return new Element(tag).setAttribute("class", className);
    }

    private static String percent(double share) {
        var inside = Math.clamp(share, 0, 1);
        return BigDecimal.valueOf(inside * 100)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
