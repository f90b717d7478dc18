package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;

/// The search box of every page but the search page, which has its own. The key "/" leads to either.
@JsModule("context://assets/ui/js/search-key.js")
public final class SearchBox extends Div {

    /// Where everything is found.
    public static final String PATH = "search";

    private static final int LONGEST = 500;

    private final TextField words;

    SearchBox() {
        addClassName("q-search");
        getElement().setAttribute("role", "search");
        words = field();
        words.setPlaceholder("Search votes, CFEPs, minutes");
        words.addKeyDownListener(Key.ENTER, press -> go());
        add(words);
    }

    /// A field for words to look for.
    public static TextField field() {
        TextField field = new TextField();
        field.setAriaLabel("Search");
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        Span key = new Span("/");
        key.addClassName("q-key");
        key.getElement().setAttribute("aria-hidden", "true");
        field.setSuffixComponent(key);
        return field;
    }

    private void go() {
        String asked = words.getValue().strip();
        if (!asked.isEmpty()) {
            words.clear();
            Address.open(Address.with(PATH, Map.of("q", asked)));
        }
    }

    /// The page at that path is shown.
    void at(String path) {
        setVisible(!path.equals(PATH));
    }
}
