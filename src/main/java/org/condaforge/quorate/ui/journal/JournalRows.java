package org.condaforge.quorate.ui.journal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.condaforge.quorate.journal.JournalService.Entry;
import org.condaforge.quorate.member.Act.Subject;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Entries of the journal in rows: who did what, to what, when, and where it stands in the chain.
final class JournalRows extends UnorderedList {

    private static final int SHOWN_OF_HASH = 10;

    private final Reader reader;

    JournalRows(List<Entry> entries, Reader reader) {
        this.reader = reader;
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        entries.forEach(entry -> add(row(entry)));
    }

    private ListItem row(Entry entry) {
        Div what = new Div();
        entry.who()
                .ifPresentOrElse(
                        who -> what.add(Address.link(Address.member(who.login()), who.name())),
                        () -> what.add(new Span("Quorate")));
        what.add(new Span(" " + entry.what()));
        Span sub = new Span();
        sub.addClassName("q-item-sub");
        sub.add(subject(entry.subject()), new Span(" · "), reader.both(entry.at()));
        what.add(sub);
        ListItem row = new ListItem(what, place(entry));
        row.addClassNames("q-item", "q-plain-item");
        return row;
    }

    private static Component place(Entry entry) {
        return entry.link()
                .<Component>map(place -> {
                    Code hash = new Code(
                            "%,d · %s…".formatted(place.position(), place.hash().substring(0, SHOWN_OF_HASH)));
                    hash.setTitle("Position %d of the chain, SHA-256 %s".formatted(place.position(), place.hash()));
                    hash.addClassName("q-item-sub");
                    return hash;
                })
                .orElseGet(() -> {
                    Span waiting = new Span("not chained yet");
                    waiting.addClassName("q-item-sub");
                    return waiting;
                });
    }

    private static Component subject(Subject subject) {
        return address(subject)
                .<Component>map(address -> Address.link(address, label(subject)))
                .orElseGet(() -> new Span(label(subject)));
    }

    private static String label(Subject subject) {
        return switch (subject.kind()) {
            case "proposal" -> "CFEP-%2s".formatted(subject.key()).replace(' ', '0');
            default -> kind(subject.kind()) + " " + subject.key();
        };
    }

    /// A kind of subjects in words: `Vote`.
    static String kind(String kind) {
        return kind.isEmpty() ? "" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    private static Optional<String> address(Subject subject) {
        return switch (subject.kind()) {
            case "vote" -> Optional.of("votes/" + subject.key());
            case "proposal" -> Optional.of("cfeps/" + subject.key());
            case "meeting" -> Optional.of("meetings/" + subject.key());
            case "member" -> Optional.of(Address.member(subject.key()));
            case "check-in" -> Optional.of("check-in/" + subject.key());
            case "action" -> Optional.of("actions/" + subject.key());
            default -> Optional.empty();
        };
    }
}
