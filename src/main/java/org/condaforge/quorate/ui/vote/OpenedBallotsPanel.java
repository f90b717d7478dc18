package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.SecretVote;

/// What was in the sealed ballots, each under its code, and beside it who voted. Nothing links the two lists.
@JsModule("context://assets/ui/js/find-code.js")
final class OpenedBallotsPanel extends Composite<Card> {

    private static final String LIST = "opened-ballots";
    private static final String SAYS = "opened-ballots-found";

    private final Reader reader;
    private final Div body = new Div();

    OpenedBallotsPanel(Reader reader) {
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        return new Card("The ballots, opened", body);
    }

    void show(Optional<SecretVote> secret) {
        body.removeAll();
        Optional<SecretVote> published = secret.filter(vote -> !vote.opened().isEmpty());
        setVisible(published.isPresent());
        published.ifPresent(this::show);
    }

    private void show(SecretVote vote) {
        body.add(new Paragraph(
                "Each line is one ballot under the code that only its voter was shown, in the order of the"
                        + " codes."));
        revealed(vote).ifPresent(warning -> {
            Paragraph line = new Paragraph(warning);
            line.addClassName("q-contradiction");
            body.add(line);
        });
        body.add(finder(), ballots(vote), new H3("Who voted"), voters(vote), key(vote));
    }

    private static Optional<String> revealed(SecretVote vote) {
        if (vote.unanimous()) {
            return Optional.of(
                    "All ballots say the same. So everybody who reads this knows how each of those who voted did.");
        }
        return vote.oneAgainstAll()
                ? Optional.of(
                        "All ballots but one say the same. So whoever cast that one knows how each of the others voted.")
                : Optional.empty();
    }

    /// A field of the browser alone: what is typed into it never reaches the server, which could else tell
    /// whose code it is.
    private static Component finder() {
        Element input = new Element("input")
                .setAttribute("type", "search")
                .setAttribute("id", LIST + "-code")
                .setAttribute("autocomplete", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("data-finds", LIST)
                .setAttribute("data-says", SAYS);
        NativeLabel label = new NativeLabel("Find your line by its code");
        label.setFor(LIST + "-code");
        Span says = new Span();
        says.setId(SAYS);
        says.getElement().setAttribute("role", "status");
        Span note = new Span("What you type stays in your browser.");
        note.addClassNames("q-small", "q-dim");
        Div finder = new Div(label);
        finder.addClassName("q-finder");
        finder.getElement().appendChild(input);
        finder.add(note, says);
        return finder;
    }

    private static Component ballots(SecretVote vote) {
        UnorderedList list = new UnorderedList();
        list.setId(LIST);
        list.addClassNames("q-roll", "q-codes");
        list.getElement().setAttribute("role", "list");
        vote.opened().forEach(ballot -> {
            ListItem line = new ListItem(
                    VoteWords.sign(ballot.choice()), new Code(ballot.code().text()));
            line.getElement().setAttribute("data-code", ballot.code().text());
            list.add(line);
        });
        return list;
    }

    private static Component voters(SecretVote vote) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("q-roll", "q-voters");
        list.getElement().setAttribute("role", "list");
        vote.voterNames()
                .forEach(voter -> list.add(new ListItem(
                        new Initials(voter.name()), Address.link(Address.member(voter.login()), voter.name()))));
        return list;
    }

    private Component key(SecretVote vote) {
        Paragraph line = new Paragraph();
        line.addClassNames("q-small", "q-dim");
        Optional<Instant> destroyed = vote.keyDestroyedAt();
        if (destroyed.isPresent()) {
            line.add(new Span("The key that opened them was destroyed "), reader.day(destroyed.get()), new Span("."));
        } else {
            line.add(
                    new Span("Is your line missing or wrong? Tell the others before "),
                    reader.day(vote.keyDueAt().orElseThrow()),
                    new Span(": then the key that opened the ballots is destroyed."));
        }
        return line;
    }
}
