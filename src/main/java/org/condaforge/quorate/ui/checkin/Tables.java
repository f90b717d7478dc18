package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/// Tables as this page has them.
final class Tables {

    private Tables() {}

    static NativeTableRow header(String... titles) {
        NativeTableRow row = new NativeTableRow();
        for (String title : titles) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        return row;
    }

    /// The table in a frame that scrolls where the page is narrow.
    static Div scrolling(NativeTable table, String name) {
        Div scroll = new Div(table);
        scroll.addClassName("q-scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", name);
        return scroll;
    }
}
