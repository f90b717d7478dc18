package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.member.AccessGrant;
import org.condaforge.quorate.member.AccessRefused;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.AccessSystem;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Who holds access to a system, and who held it last.
final class HoldersPanel extends Composite<Div> {

    private static final int MOST_FORMER = 20;

    private final AccessSystem system;
    private final AccessService access;
    private final Reader reader;
    private final Runnable changed;
    private final Paragraph problem = new Paragraph();

    HoldersPanel(AccessSystem system, AccessService access, Reader reader, Runnable changed) {
        this.system = system;
        this.access = access;
        this.reader = reader;
        this.changed = changed;
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Div initContent() {
        Div both = new Div(held());
        both.addClassName("q-stack");
        List<AccessGrant> former = access.former(system.id(), MOST_FORMER);
        if (!former.isEmpty()) {
            UnorderedList list = list();
            former.forEach(grant -> list.add(former(grant)));
            both.add(new Card("Revoked", list));
        }
        return both;
    }

    private Card held() {
        Span where = new Span(new Span(system.kind().label()));
        where.add(
                system.managedAt().isEmpty()
                        ? new Span(" · nobody said where it is managed")
                        : new Span(new Span(" · managed at "), Places.of(system.managedAt())));
        Paragraph about = new Paragraph(where);
        about.addClassNames("q-small", "q-dim");
        List<AccessGrant> grants = access.holders(system.id());
        if (grants.isEmpty()) {
            return new Card("Who holds it", about, new Empty("Nobody is known to hold it. Record who does."));
        }
        UnorderedList list = list();
        grants.forEach(grant -> list.add(row(grant)));
        return new Card("Who holds it", about, problem, list).note(String.valueOf(grants.size()));
    }

    private ListItem row(AccessGrant grant) {
        Span sub = new Span();
        grant.since().ifPresent(day -> sub.add(new Span("since "), reader.on(day), new Span(" · ")));
        sub.add(new Span("recorded by %s ".formatted(grant.grantedBy())), reader.day(grant.grantedAt()));
        Button revoke = new Button("Revoked", click -> act(grant));
        revoke.setAriaLabel(
                "Revoked: %s, %s".formatted(system.name(), grant.member().name()));
        Div buttons = new Div(revoke);
        buttons.addClassName("q-actions");
        Div who = who(grant, sub);
        who.add(buttons);
        ListItem row = new ListItem(who);
        row.addClassNames("q-item", "q-plain-item");
        if (grant.standing().filter(Standing.ACTIVE::equals).isEmpty()) {
            row.add(grant.standing().map(StandingWords::chip).orElseGet(() -> Chip.warn("on no roster")));
        }
        return row;
    }

    private ListItem former(AccessGrant grant) {
        Span sub = new Span();
        grant.revoked()
                .ifPresent(revoked ->
                        sub.add(new Span("revoked by %s ".formatted(revoked.by())), reader.day(revoked.at())));
        ListItem row = new ListItem(who(grant, sub));
        row.addClassNames("q-item", "q-plain-item");
        return row;
    }

    private static Div who(AccessGrant grant, Span sub) {
        Span title = new Span(Address.link(
                Address.member(grant.member().login()), grant.member().name()));
        title.addClassName("q-item-title");
        sub.addClassName("q-item-sub");
        return new Div(title, sub);
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        return list;
    }

    private void act(AccessGrant grant) {
        try {
            access.revoke(grant.id());
            changed.run();
        } catch (AccessRefused | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
