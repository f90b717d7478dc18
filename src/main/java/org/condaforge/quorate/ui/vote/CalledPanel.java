package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Timeline;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.CalledVote;
import org.condaforge.quorate.vote.VoteDetail;

/// How a vote was called, what was changed of it since, the text that announces it, and what its caller may do.
final class CalledPanel extends Composite<Div> {

    private final CalledPanels services;
    private final Reader reader;
    private final Div facts = new Div();
    private final Announcements announcements;
    private final Card card;
    private final AmendPanel amend;

    CalledPanel(CalledPanels services, Reader reader, Runnable done) {
        this.services = services;
        this.reader = reader;
        announcements = new Announcements(services);
        card = new Card("How it was called", facts, announcements);
        amend = new AmendPanel(services, reader, done);
    }

    @Override
    protected Div initContent() {
        Div both = new Div(card, amend);
        both.addClassName("q-unboxed");
        return both;
    }

    void show(VoteDetail vote) {
        Optional<CalledVote> called = services.reader().of(vote.summary());
        card.setVisible(called.isPresent());
        amend.setVisible(called.isPresent());
        called.ifPresent(how -> {
            tell(vote, how);
            announcements.show(vote, how);
            amend.show(vote.summary(), how);
        });
    }

    private void tell(VoteDetail vote, CalledVote called) {
        facts.removeAll();
        called.callerLogin()
                .ifPresent(login -> facts.add(
                        new Paragraph("Called by @%s, who wrote the CFEP and is no member of core.".formatted(login))));
        vote.calledBy()
                .ifPresent(caller -> facts.add(new Paragraph(
                        new Span("Called by "), Address.link(Address.member(caller.login()), caller.name()))));
        called.about().ifPresent(person -> facts.add(new Paragraph(new Span("It is about "), name(person))));
        called.replaces()
                .ifPresent(old -> facts.add(new Paragraph(
                        new Span("In place of "), Address.link(Address.of(old), "vote " + old.number()))));
        called.replacedBy()
                .ifPresent(next -> facts.add(new Paragraph(
                        new Span("Called again as "), Address.link(Address.of(next), "vote " + next.number()))));
        links(called);
        called.statements().forEach(statement -> {
            Span asked = new Span(capital(statement.asked()) + ": ");
            asked.addClassName("q-asked");
            facts.add(new Paragraph(asked, new Span(statement.stated())));
        });
        vote.summary()
                .plannedUntil()
                .ifPresent(until ->
                        facts.add(new Paragraph(new Span("Extended. It was planned until "), reader.at(until))));
        if (!called.amendments().isEmpty()) {
            facts.add(amendments(called));
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Component name(CalledVote.Person person) {
        return person.member()
                ? Address.link(Address.member(person.login()), person.name())
                : new Span(person.name() + ", who is no member");
    }

    private void links(CalledVote called) {
        Call.Source source = called.source();
        if (!source.link().isEmpty()) {
            Paragraph text = new Paragraph(outside(source.link(), "The text at its source"));
            if (!source.revision().isEmpty()) {
                text.add(new Span(", revision " + source.revision()));
            }
            facts.add(text);
        } else if (!source.revision().isEmpty()) {
            facts.add(new Paragraph("The text is of revision " + source.revision()));
        }
        if (!called.discussion().isEmpty()) {
            facts.add(new Paragraph(outside(called.discussion(), "Where it is discussed")));
        }
    }

    private static Anchor outside(String href, String text) {
        Anchor anchor = new Anchor(href, text);
        anchor.setRouterIgnore(true);
        anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow").setAttribute("title", href);
        return anchor;
    }

    private Timeline amendments(CalledVote called) {
        Timeline timeline = new Timeline();
        called.amendments().forEach(amendment -> timeline.at(reader.day(amendment.at()), words(amendment)));
        return timeline;
    }

    private String words(CalledVote.Amendment amendment) {
        String changed = switch (amendment.what()) {
            case TITLE -> "corrected the question; it was “%s”".formatted(amendment.oldValue());
            case TEXT_LINK -> "corrected where the text stands; it was %s".formatted(known(amendment.oldValue()));
            case DISCUSSION -> "corrected where it is discussed; it was %s".formatted(known(amendment.oldValue()));
            case DEADLINE ->
                "extended the vote; it would have ended %s".formatted(said(Instant.parse(amendment.oldValue())));
        };
        return amendment.by() + " " + changed + (amendment.reason().isEmpty() ? "." : ": " + amendment.reason());
    }

    private static String known(String address) {
        return address.isEmpty() ? "not said" : address;
    }

    private String said(Instant instant) {
        return reader.at(instant).getElement().getTextRecursively();
    }
}
