package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingDetail;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.MarkdownText;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.GoneFiles;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.shell.RecordLinks;
import org.condaforge.quorate.vote.Presentations;

/// A meeting as its minutes tell of it: what it spoke of, what is to be done, who came, and the minutes themselves.
@Route("meetings/:date([0-9]{4}-[0-9]{2}-[0-9]{2})")
@AnonymousAllowed
public class MeetingView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final MeetingService meetings;
    private final Presentations presentations;
    private final Reader reader;
    private final RecordLinks links;
    private final GoneFiles gone;
    private String title = "Meeting";

    public MeetingView(
            MeetingService meetings, Presentations presentations, Reader reader, RecordLinks links, GoneFiles gone) {
        this.meetings = meetings;
        this.presentations = presentations;
        this.reader = reader;
        this.links = links;
        this.gone = gone;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("date").orElse("");
        day(asked)
                .flatMap(meetings::detail)
                .ifPresentOrElse(
                        meeting -> show(meeting, Address.line(event.getLocation())),
                        () -> event.rerouteToError(
                                NotFoundException.class, "There are no minutes of %s.".formatted(asked)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void show(MeetingDetail meeting, Optional<Integer> line) {
        String day = words(meeting.date());
        title = "Meeting of " + day;
        getContent().removeAll();
        getContent()
                .add(
                        gone.told(head(meeting, day), GoneFile.Subject.of(meeting.date())),
                        new Columns(
                                List.of(new MentionsPanel(meeting), new AgendaPanel(meeting.agendaItems())),
                                List.of(
                                        new PresentedPanel(presentations, meeting.date(), reader),
                                        new ActionsPanel(meeting.actionItems()),
                                        new AttendeesPanel(meeting.attendees()))),
                        minutes(meeting, line));
    }

    private static String words(LocalDate date) {
        return When.on(date).getElement().getText();
    }

    private static PageHead head(MeetingDetail meeting, String day) {
        Nav neighbours = new Nav();
        neighbours.setAriaLabel("Meetings before and after");
        neighbours.addClassName("q-row");
        meeting.previous().ifPresent(date -> neighbours.add(Address.link(Address.of(date), "‹ " + words(date))));
        meeting.next().ifPresent(date -> neighbours.add(Address.link(Address.of(date), words(date) + " ›")));
        int year = meeting.date().getYear();
        PageHead head = new PageHead("Meeting of " + day)
                .below(
                        Address.link("meetings", "Meetings"),
                        Address.link("meetings?year=" + year, String.valueOf(year)),
                        new Span(meeting.title()));
        int members = (int) meeting.attendees().stream()
                .filter(attendee -> attendee.member().isPresent())
                .count();
        long open =
                meeting.actionItems().stream().filter(action -> !action.done()).count();
        head.chips(
                Chip.plain(MeetingWords.attendance(members, meeting.attendees().size() - members)),
                open == 0
                        ? Chip.plain("no action items open")
                        : Chip.warn(MeetingWords.counted((int) open, "action item") + " open"));
        return neighbours.getComponentCount() == 0 ? head : head.actions(neighbours);
    }

    private Div minutes(MeetingDetail meeting, Optional<Integer> line) {
        MarkdownText text = new MarkdownText(meeting.minutes(), links.inMinutes(meeting));
        line.ifPresent(text::show);
        Component shown = meeting.minutes().isBlank() ? new Empty("The file of the minutes is empty.") : text;
        Card card = new Card("The minutes", shown).note(meeting.fileName());
        if (!meeting.problems().isEmpty()) {
            UnorderedList list = new UnorderedList();
            meeting.problems()
                    .forEach(problem ->
                            list.add(new ListItem("Line %d: %s".formatted(problem.line(), problem.message()))));
            list.addClassName("q-small");
            card.add(new Details(
                    "What could not be read: "
                            + MeetingWords.counted(meeting.problems().size(), "place"),
                    list));
        }
        Div below = new Div(card);
        below.addClassName("q-below");
        return below;
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
