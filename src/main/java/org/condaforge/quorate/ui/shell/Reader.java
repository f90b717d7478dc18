package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.ui.component.When;

/// Who reads a page, when and where: the person, the instant, and the time zone of their browser.
@SpringComponent
public class Reader {

    private final CurrentMember currentMember;
    private final Clock clock;

    Reader(CurrentMember currentMember, Clock clock) {
        this.currentMember = currentMember;
        this.clock = clock;
    }

    /// The person who is signed in.
    public Optional<SignedIn> person() {
        return currentMember.signedIn();
    }

    /// The member who is signed in.
    public Optional<MemberId> member() {
        return person().flatMap(SignedIn::member);
    }

    /// Whether an active core member is signed in.
    public boolean isCore() {
        return person().filter(SignedIn::isCore).isPresent();
    }

    /// Whether a secretary is signed in.
    public boolean isSecretary() {
        return person().filter(SignedIn::isSecretary).isPresent();
    }

    /// This instant.
    public Instant now() {
        return clock.instant();
    }

    /// The day it is where the reader is.
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    /// The zone of the reader's browser; UTC as long as it is not known.
    public ZoneId zone() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(ExtendedClientDetails::getTimeZoneId)
                .flatMap(Reader::zone)
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// "in 2 days", with the moment in the tooltip.
    public When relative(Instant instant) {
        return When.relative(instant, now(), zone());
    }

    /// "in 2 days · Thu 26 Nov, 13:00".
    public When both(Instant instant) {
        return When.both(instant, now(), zone());
    }

    /// "Thu 26 Nov, 13:00".
    public When at(Instant instant) {
        return When.at(instant, now(), zone());
    }

    /// "18 Nov".
    public When day(Instant instant) {
        return When.day(instant, now(), zone());
    }

    /// "18 Nov", of a date that belongs to no zone.
    public When on(LocalDate date) {
        return When.on(date, today());
    }
}
