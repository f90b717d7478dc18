package org.condaforge.quorate.ui;

import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of an element: its text, labels of fields, and the names of what is drawn.
final class Words {

    private Words() {}

    static String of(Element element) {
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
                .collect(Collectors.joining(" "));
    }
}
