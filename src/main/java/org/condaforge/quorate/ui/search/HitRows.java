package org.condaforge.quorate.ui.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.search.Found.Excerpt;
import org.condaforge.quorate.search.Found.Hit;
import org.condaforge.quorate.search.Found.Part;
import org.condaforge.quorate.search.Kind;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// What was found, in rows: what it is, its title and date, and the places with the words marked.
final class HitRows extends UnorderedList {

    HitRows(List<Hit> hits, Reader reader) {
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        for (Hit hit : hits) {
            Span title = new Span(Address.link(address(hit), title(hit)));
            title.addClassName("q-item-title");
            Div head = new Div(title, Chip.plain(hit.kind().one()));
            head.addClassName("q-row");
            hit.date().ifPresent(date -> {
                Span when = new Span(reader.on(date));
                when.addClassNames("q-dim", "q-small");
                head.add(when);
            });
            Div all = new Div(head);
            hit.excerpts().forEach(excerpt -> all.add(place(hit, excerpt)));
            ListItem row = new ListItem(all);
            row.addClassNames("q-item", "q-stacked");
            add(row);
        }
    }

    private static String title(Hit hit) {
        return hit.kind() == Kind.MEMBERS ? "%s (%s)".formatted(hit.title(), hit.key()) : hit.title();
    }

    private static String address(Hit hit) {
        return switch (hit.kind()) {
            case CFEPS -> "cfeps/" + hit.key();
            case VOTES -> "votes/" + hit.key();
            case MINUTES -> "meetings/" + hit.key();
            case MEMBERS -> Address.member(hit.key());
            case ACTIONS -> "actions/" + hit.key();
            case DECISIONS, RULES -> rule(hit.key().split(" ", 3));
        };
    }

    /// The page of an item, or a section of the page of a policy.
    private static String rule(String[] key) {
        return key[1].startsWith("#")
                ? Address.with("rules", Map.of("page", key[0])) + key[1]
                : Address.with("rules/" + key[1], Map.of("page", key[0]));
    }

    /// A place in the text; in minutes and proposals a link to its line.
    private static Component place(Hit hit, Excerpt excerpt) {
        if (hit.kind() != Kind.MINUTES && hit.kind() != Kind.CFEPS) {
            return marked(new Div(), excerpt);
        }
        String line = Address.with(address(hit), Map.of(Address.LINE, String.valueOf(excerpt.line())));
        Anchor anchor = Address.link(line, "");
        return marked(anchor, excerpt);
    }

    private static <T extends Component & HasComponents> T marked(T holder, Excerpt excerpt) {
        holder.addClassName("q-excerpt");
        for (Part part : excerpt.parts()) {
            if (part.hit()) {
                HtmlContainer mark = new HtmlContainer("mark");
                mark.setText(part.text());
                holder.add(mark);
            } else {
                holder.add(new Text(part.text()));
            }
        }
        return holder;
    }
}
