package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Pattern;

/// Addresses that people wrote: a link where it leads somewhere on the web, else text.
final class Places {

    private static final Pattern WEB = Pattern.compile("https?://[A-Za-z0-9.-]+(?::\\d{1,5})?(?:[/?#]\\S*)?");

    private Places() {}

    static Component of(String text) {
        if (!WEB.matcher(text).matches()) {
            return new Span(text);
        }
        Anchor link = new Anchor(text, text);
        link.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        return link;
    }
}
