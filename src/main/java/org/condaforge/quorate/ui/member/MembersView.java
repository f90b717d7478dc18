package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.RosterHistory;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Participation;

/// The roster of today or of another day, and how it grew.
@Route("members")
@AnonymousAllowed
public class MembersView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final MemberService members;
    private final MeetingService meetings;
    private final Participation votes;
    private final Reader reader;
    private final TextField words = new TextField("Name or login");
    private final DatePicker on = new DatePicker("Roster on");
    private final RosterSlider slider = new RosterSlider(this::slide);
    private final Div growth = new Div();
    private Optional<LocalDate> first = Optional.empty();
    private final Div found = new Div();

    public MembersView(MemberService members, MeetingService meetings, Participation votes, Reader reader) {
        this.members = members;
        this.meetings = meetings;
        this.votes = votes;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
        found.addClassName("q-stack");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> narrow(change.isFromClient()));
        on.setClearButtonVisible(true);
        on.setPlaceholder("today");
        on.setLocale(Locale.UK);
        on.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        on.addValueChangeListener(change -> narrow(change.isFromClient()));
        Div filters = new Div(words, on);
        filters.addClassName("q-filters");
        PageHead head = new PageHead("Members")
                .lead("Who decides: the active members count to every quorum, emeritus members do not.");
        if (reader.isSecretary()) {
            head.actions(Address.link(AccessView.PATH, "Access"), Address.link(RosterFilesView.PATH, "Roster files"));
        }
        getContent().add(head, filters, slider, found, growth);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        words.setValue(Address.parameter(location, "q").orElse(""));
        on.setValue(Address.parameter(location, "on").flatMap(MembersView::day).orElse(null));
        RosterHistory history = RosterHistory.of(members.standings().values(), reader.today());
        growth.removeAll();
        if (!history.days().isEmpty()) {
            first = Optional.of(history.days().getFirst().from());
            growth.add(new GrowthPanel(history, reader.today()));
        }
        show();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void slide(Optional<LocalDate> day) {
        on.setValue(day.orElse(null));
        narrow(true);
    }

    private void narrow(boolean byReader) {
        if (byReader) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("q", words.getValue().strip());
            parameters.put("on", on.getOptionalValue().map(LocalDate::toString).orElse(""));
            Address.become(Address.with("members", parameters));
            show();
        }
    }

    private void show() {
        Optional<LocalDate> asked = on.getOptionalValue();
        LocalDate day = asked.orElseGet(reader::today);
        slider.setVisible(first.isPresent());
        first.ifPresent(begin -> slider.show(begin, reader.today(), day));
        Roster roster = members.rosterOn(day);
        Map<MemberId, StandingPeriod> standings = members.standingsOn(day);
        Optional<YearOfMember> year =
                asked.isPresent() ? Optional.empty() : Optional.of(new YearOfMember(day, meetings, votes));
        found.removeAll();
        if (roster.all().isEmpty()) {
            found.add(nobody(asked));
            return;
        }
        String note =
                asked.map(date -> "on " + When.on(date).getElement().getText()).orElse("taking part in the last year");
        found.add(
                part("Core", roster.active(), standings, year, note),
                part("Emeritus", roster.emeritus(), standings, year, ""));
    }

    private static Card nobody(Optional<LocalDate> asked) {
        return new Card(asked.map(date -> new Empty(
                        "The record knows no roster of %s. The earliest day is the one on which the first list of"
                                        .formatted(When.on(date).getElement().getText())
                                + " members was read.",
                        Address.link("members", "Today’s roster")))
                .orElseGet(() -> new Empty("Nobody is on the roster yet. Import core.csv and emeritus.csv: then every"
                        + " member stands here with what they took part in.")));
    }

    private Card part(
            String title,
            List<Roster.Entry> all,
            Map<MemberId, StandingPeriod> standings,
            Optional<YearOfMember> year,
            String note) {
        String wanted = words.getValue().strip().toLowerCase(Locale.ROOT);
        List<Roster.Entry> matching = all.stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || person.login().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        Card card = new Card("%s · %s"
                .formatted(
                        title,
                        matching.size() == all.size()
                                ? String.valueOf(all.size())
                                : "%d of %d".formatted(matching.size(), all.size())));
        card.note(note);
        if (matching.isEmpty()) {
            card.add(new Empty(all.isEmpty() ? "Nobody." : "Nobody here has these words in name or login."));
        } else {
            card.add(new RosterRows(matching, standings, year, reader));
        }
        return card;
    }

    @Override
    public String getPageTitle() {
        return "Members · Quorate";
    }
}
