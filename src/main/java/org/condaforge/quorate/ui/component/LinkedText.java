package org.condaforge.quorate.ui.component;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.regex.Matcher;

/// A line of somebody's plain text in which some words are links.
public final class LinkedText extends Span {

    public LinkedText(String text, TextLinks links) {
        Matcher words = links.words().matcher(text);
        int done = 0;
        while (words.find()) {
            Optional<String> href = links.href(words.group());
            if (href.isPresent()) {
                add(new Text(text.substring(done, words.start())));
                Anchor anchor = new Anchor(href.get(), words.group());
                anchor.setRouterIgnore(false);
                add(anchor);
                done = words.end();
            }
        }
        add(new Text(text.substring(done)));
    }
}
