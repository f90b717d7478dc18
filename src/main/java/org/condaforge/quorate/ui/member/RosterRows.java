package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// One part of the roster, a row each: who, since when, and what they did in the last year.
final class RosterRows extends UnorderedList {

    RosterRows(
            List<Roster.Entry> people,
            Map<MemberId, StandingPeriod> standings,
            Optional<YearOfMember> year,
            Reader reader) {
        addClassName("q-list");
        getElement().setAttribute("role", "list");
        for (Roster.Entry person : people) {
            StandingPeriod standing = standings.get(person.id());
            Span title = new Span(Address.link(Address.member(person.login()), person.name()));
            title.addClassName("q-item-title");
            Span sub = new Span(new Span("@" + person.login()));
            sub.addClassName("q-item-sub");
            if (standing != null) {
                sub.add(new Span(" · "), StandingWords.since(standing, reader));
            }
            Div who = new Div(new Initials(person.name()), new Div(title, sub));
            who.addClassName("q-person");
            ListItem row = new ListItem(who);
            row.addClassNames("q-item", "q-member");
            year.filter(all -> person.standing() == Standing.ACTIVE)
                    .ifPresent(all -> row.add(all.votes(person.id(), standing), all.meetings(person.id(), standing)));
            add(row);
        }
    }
}
