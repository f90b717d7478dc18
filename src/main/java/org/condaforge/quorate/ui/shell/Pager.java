package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.condaforge.quorate.store.Page;

/// Leads to the pages before and after a page of a list; hidden where the list has one page. The address keeps the
/// filters.
public final class Pager extends Nav {

    /// How many rows a page of a list has.
    public static final int SIZE = 50;

    /// For that page of the list at `path` with these other parameters.
    public Pager(Page<?> page, String path, Map<String, String> parameters) {
        this(page, path, parameters, Address.PAGE);
    }

    /// The same, where the number of the page stands under another name in the address.
    public Pager(Page<?> page, String path, Map<String, String> parameters, String name) {
        addClassName("q-pager");
        setAriaLabel("Pages");
        setVisible(page.pages() > 1);
        if (page.number() > 0) {
            add(Address.link(address(page.number() - 1, path, parameters, name), "‹ Before"));
        }
        add(new Span("Page %d of %d · %,d in all".formatted(page.number() + 1, page.pages(), page.total())));
        if (page.number() + 1 < page.pages()) {
            add(Address.link(address(page.number() + 1, path, parameters, name), "Next ›"));
        }
    }

    private static String address(int page, String path, Map<String, String> parameters, String name) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(name, page == 0 ? "" : String.valueOf(page + 1));
        return Address.with(path, all);
    }
}
