package org.condaforge.quorate.ui.journal;

import com.vaadin.flow.component.Component;
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
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.journal.JournalService.Entry;
import org.condaforge.quorate.journal.JournalService.Filter;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;

/// Who did what, when: the newest first, narrowed to a kind, a person, a day or words.
@Route(JournalView.PATH)
@AnonymousAllowed
public class JournalView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "journal";

    private static final List<String> PARAMETERS = List.of("kind", "who", "q", "on");

    private final JournalService journal;
    private final Reader reader;
    private final TextField words = new TextField("Words in what was done");
    private final TextField who = new TextField("Login");
    private final DatePicker on = new DatePicker("Day (UTC)");
    private final Div found = new Div();
    private Map<String, String> asked = new LinkedHashMap<>();

    public JournalView(JournalService journal, Reader reader) {
        this.journal = journal;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
        for (TextField field : List.of(words, who)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> changed(change.isFromClient()));
        }
        on.setClearButtonVisible(true);
        on.addValueChangeListener(change -> changed(change.isFromClient()));
        Div filters = new Div(words, who, on);
        filters.addClassName("q-filters");
        getContent()
                .add(
                        new PageHead("Journal")
                                .lead("Who did what, when. Entries are added and never changed; each is chained to the"
                                        + " one before, so that a change would show."),
                        filters,
                        found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        asked = new LinkedHashMap<>();
        PARAMETERS.forEach(
                name -> asked.put(name, Address.parameter(location, name).orElse("")));
        words.setValue(given("q"));
        who.setValue(given("who"));
        on.setValue(day().orElse(null));
        show(Address.page(location));
    }

    private void changed(boolean byReader) {
        if (!byReader) {
            return;
        }
        asked.put("q", words.getValue().strip());
        asked.put("who", who.getValue().strip());
        asked.put("on", on.getValue() == null ? "" : on.getValue().toString());
        Address.become(Address.with(PATH, asked));
        show(0);
    }

    private String given(String name) {
        return asked.getOrDefault(name, "");
    }

    private Optional<LocalDate> day() {
        try {
            return given("on").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(given("on")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void show(int number) {
        Filter filter = new Filter(
                Optional.of(given("who")).filter(login -> !login.isEmpty()),
                Optional.of(given("kind")).filter(kind -> !kind.isEmpty()),
                given("q"),
                day());
        Page<Entry> page = journal.list(filter, new Page.Request(number, Pager.SIZE));
        found.removeAll();
        found.add(kinds(), list(page));
    }

    private Component list(Page<Entry> page) {
        if (!page.items().isEmpty()) {
            return new Card(new JournalRows(page.items(), reader), new Pager(page, PATH, asked));
        }
        boolean filtered = asked.values().stream().anyMatch(value -> !value.isEmpty());
        return new Card(
                filtered || page.total() > 0
                        ? new Empty("No entry fits.", Address.link(PATH, "Show the whole journal"))
                        : new Empty("Nothing has happened yet. Votes, ballots, decisions and changes of standing appear"
                                + " here as they happen."));
    }

    private Div kinds() {
        Pills pills =
                new Pills("About").option("All", address(""), given("kind").isEmpty());
        for (String kind : journal.kinds()) {
            pills.option(JournalRows.kind(kind) + "s", address(kind), kind.equals(given("kind")));
        }
        Div bar = new Div(pills);
        bar.addClassName("q-bar");
        return bar;
    }

    private String address(String kind) {
        Map<String, String> parameters = new LinkedHashMap<>(asked);
        parameters.put("kind", kind);
        return Address.with(PATH, parameters);
    }

    @Override
    public String getPageTitle() {
        return "Journal · Quorate";
    }
}
