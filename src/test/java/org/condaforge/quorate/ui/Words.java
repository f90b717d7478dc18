package org.condaforge.quorate.ui;

import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of an element: its text, labels of fields, and the names of what is drawn.
public final class Words {

    private Words() {}

    public static String of(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        if (!element.isVisible()) {
            return "";
        }
        Stream<String> own = Stream.of("label", "aria-label", "helperText", "errorMessage")
                .flatMap(name -> Stream.of(element.getAttribute(name), element.getProperty(name)))
                .filter(value -> value != null && !value.isBlank());
        Stream<String> within = element.getChildren().map(Words::of);
        return Stream.concat(own, within)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll(" (?=[,.:;](?: |$))", "");
    }

    /// The addresses of all links within, those in rendered text included.
    static Stream<String> hrefs(Element element) {
        if (element.isTextNode() || !element.isVisible()) {
            return Stream.empty();
        }
        Stream<String> own =
                element.getTag().equals("a") ? Stream.ofNullable(element.getAttribute("href")) : Stream.empty();
        return Stream.concat(own, element.getChildren().flatMap(Words::hrefs));
    }
}
