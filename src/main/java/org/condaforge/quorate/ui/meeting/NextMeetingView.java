package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.meeting.AgendaService;
import org.condaforge.quorate.meeting.AgendaWriter;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.shell.RecordLinks;

/// The agenda of the next meeting, or of a later one (`?on=2026-12-09`), made from how things stand: to edit beside its
/// preview, to copy and to download.
@Route("meetings/next")
@AnonymousAllowed
public class NextMeetingView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "meetings/next";

    private static final int OFFERED = 4;
    private static final int LOOKED_AT = 12;

    /// A meeting that has begun is still the next one for this time: its agenda is being worked through.
    private static final Duration LASTS = Duration.ofHours(2);

    private final AgendaService agendas;
    private final MeetingSchedule schedule;
    private final RecordLinks links;
    private final Reader reader;
    private String title = "Next meeting";

    public NextMeetingView(AgendaService agendas, MeetingSchedule schedule, RecordLinks links, Reader reader) {
        this.agendas = agendas;
        this.schedule = schedule;
        this.links = links;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    /// The address of the agenda of the meeting on that day.
    static String address(LocalDate day) {
        return Address.with(PATH, Map.of("on", day.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Instant> coming = schedule.takingPlace(LOOKED_AT, LASTS);
        Optional<String> asked = Address.parameter(event.getLocation(), "on");
        Optional<Instant> start = asked.isEmpty()
                ? coming.stream().findFirst()
                : coming.stream()
                        .filter(at -> day(at).toString().equals(asked.get()))
                        .findFirst()
                        .or(() -> planned(asked.get()));
        getContent().removeAll();
        start.ifPresentOrElse(at -> show(at, coming), () -> nothing(asked));
    }

    /// The meeting of a day further ahead than those that are offered.
    private Optional<Instant> planned(String day) {
        try {
            return schedule.on(LocalDate.parse(day)).filter(reader.now()::isBefore);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant start) {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    private void show(Instant start, List<Instant> coming) {
        LocalDate day = day(start);
        title = "Agenda for " + reader.on(day).getElement().getText();
        String drafted = AgendaWriter.write(agendas.draft(day));
        TextLinks live = links.inAgenda(drafted, day);
        Div preview = new Div();
        AgendaEditor editor = new AgendaEditor(day, drafted, text -> preview(preview, text, live));
        preview(preview, editor.text(), live);
        Pills pills = new Pills("Meeting");
        coming.stream()
                .map(NextMeetingView::day)
                .limit(OFFERED)
                .forEach(each -> pills.option(reader.on(each).getElement().getText(), address(each), each.equals(day)));
        Div both = new Div(editor, new Card("Preview", preview));
        both.addClassName("q-halves");
        getContent().add(head(start), pills, both);
    }

    private PageHead head(Instant start) {
        return new PageHead(title)
                .below(Address.link("meetings", "Meetings"), new Span(reader.both(start)))
                .lead("Made from the record: what was left unfinished, open votes and what they need, CFEPs and action"
                        + " items. Filled in at the meeting and imported, it is read back to the same items.");
    }

    private static void preview(Div preview, String text, TextLinks live) {
        preview.removeAll();
        preview.add(
                text.isBlank() ? new Empty("The agenda appears here as it is written.") : new MarkdownText(text, live));
    }

    private void nothing(Optional<String> asked) {
        title = "Next meeting";
        String what = asked.map(day -> "No meeting is planned on “%s” from today on.".formatted(day))
                .orElse("No meeting is planned: the coming ones were all cancelled. The agenda of the next one appears"
                        + " here once there is one.");
        getContent()
                .add(
                        new PageHead(title).below(Address.link("meetings", "Meetings")),
                        new Card(new Empty(
                                what,
                                asked.isPresent()
                                        ? Address.link(PATH, "The next meeting")
                                        : Address.link("meetings", "The schedule"))));
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
