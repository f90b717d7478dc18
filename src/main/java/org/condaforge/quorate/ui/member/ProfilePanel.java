package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.condaforge.quorate.member.ProfileService;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.ui.shell.Reader;

/// What a member says of themselves, as far as the reader may see it; what they wrote stays plain text.
final class ProfilePanel extends Composite<Card> {

    private final String name;
    private final ProfileService.Seen seen;
    private final Component edit;
    private final Reader reader;

    /// @param edit leads to the form, for the member
    ProfilePanel(String name, ProfileService.Seen seen, Component edit, Reader reader) {
        this.name = name;
        this.seen = seen;
        this.edit = edit;
        this.reader = reader;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Profile");
        seen.profile().bio().lines().filter(line -> !line.isBlank()).forEach(line -> card.add(new Paragraph(line)));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("q-facts");
        String initials = seen.profile().initials();
        fact(facts, "Initials", new Span(initials.isEmpty() ? new Initials(name).getText() : initials));
        seen.profile().zone().ifPresent(zone -> {
            LocalTime now = LocalTime.ofInstant(reader.now(), zone).truncatedTo(ChronoUnit.MINUTES);
            fact(facts, "Time zone", new Span("%s, %s there now".formatted(zone.getId(), now)));
        });
        seen.email()
                .ifPresent(mail -> fact(
                        facts,
                        "E-mail",
                        new Span("%s (seen by %s secretaries only)"
                                .formatted(mail, seen.mine() ? "you and" : "the member and"))));
        for (URI link : seen.profile().links()) {
            Anchor anchor = new Anchor(link.toString(), link.toString());
            anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow");
            fact(facts, "Link", anchor);
        }
        card.add(facts);
        if (seen.mine()) {
            mine(card);
        }
        return card;
    }

    private void mine(Card card) {
        if (seen.profile().bio().isEmpty() && seen.profile().links().isEmpty()) {
            card.add(new Empty("A few words and links of your own appear here, once you write them.", edit));
            return;
        }
        Div actions = new Div(edit);
        actions.addClassName("q-actions");
        card.add(actions);
        card.note(seen.profile().shown() ? "shown to everybody" : "seen by you only");
    }

    private static void fact(DescriptionList facts, String name, Component value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
