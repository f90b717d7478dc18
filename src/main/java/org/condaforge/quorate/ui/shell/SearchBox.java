package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyNotifier;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;

/// The search box of every page but the search page, which has its own. The key "/" leads to either.
@JsModule("context://assets/ui/js/search-key.js")
public final class SearchBox extends Div {

    /// Where everything is found.
    public static final String PATH = "search";

    private final Field words = new Field("Search votes, CFEPs, minutes", ValueChangeMode.EAGER);

    SearchBox() {
        addClassName("q-search");
        getElement().setAttribute("role", "search");
        words.addKeyDownListener(Key.ENTER, press -> go());
        Span key = new Span("/");
        key.addClassName("q-key");
        key.getElement().setAttribute("aria-hidden", "true");
        add(words, key);
    }

    /// A field for words to look for.
    public static final class Field extends Input implements KeyNotifier {

        private static final String LONGEST = "500";

        /// @param hint what may be looked for
        public Field(String hint, ValueChangeMode mode) {
            super(mode);
            setType("search");
            setPlaceholder(hint);
            getElement().setAttribute("aria-label", "Search").setAttribute("maxlength", LONGEST);
        }
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
