package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MeetingSummary;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;

/// The meetings to come and, year by year, the meetings that were held.
@Route("meetings")
@AnonymousAllowed
public class MeetingsView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "meetings";

    private final MeetingService meetings;
    private final MeetingSchedule schedule;
    private final Reader reader;

    public MeetingsView(MeetingService meetings, MeetingSchedule schedule, Reader reader) {
        this.meetings = meetings;
        this.schedule = schedule;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        List<Integer> years = meetings.years();
        Optional<Integer> year = Address.parameter(location, "year")
                .filter(word -> word.matches("\\d{4}"))
                .map(Integer::valueOf)
                .or(() -> years.stream().findFirst());
        getContent().removeAll();
        getContent()
                .add(
                        new PageHead("Meetings")
                                .lead("Core meets every two weeks. The minutes say who came, what was spoken of and"
                                        + " what is to be done.")
                                .actions(Address.link(NextMeetingView.PATH, "Agenda of the next meeting")),
                        new Columns(
                                List.of(held(years, year, Address.page(location))),
                                List.of(new ComingMeetings(schedule, reader))));
    }

    private Card held(List<Integer> years, Optional<Integer> year, int number) {
        if (years.isEmpty()) {
            return new Card(
                    "Held meetings",
                    new Empty("No minutes yet. Meetings appear here as their minutes are imported, with who came and"
                            + " what was decided."));
        }
        Page<MeetingSummary> page = meetings.list(year, new Page.Request(number, Pager.SIZE));
        Pills pills = new Pills("Year");
        years.forEach(each -> pills.option(
                String.valueOf(each),
                PATH + "?year=" + each,
                year.filter(each::equals).isPresent()));
        String shown = year.map(String::valueOf).orElse("");
        pills.setVisible(years.size() > 1 || page.items().isEmpty());
        Card card = new Card("Held in " + shown, pills).note(MeetingWords.counted(page.total(), "meeting"));
        if (page.items().isEmpty()) {
            card.add(new Empty("No minutes of %s are on record.".formatted(shown), Address.link(PATH, "The newest")));
        } else {
            card.add(new MeetingRows(page.items()), new Pager(page, PATH, Map.of("year", shown)));
        }
        return card;
    }

    @Override
    public String getPageTitle() {
        return "Meetings · Quorate";
    }
}
