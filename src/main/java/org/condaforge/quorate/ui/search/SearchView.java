package org.condaforge.quorate.ui.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.search.Found;
import org.condaforge.quorate.search.Kind;
import org.condaforge.quorate.search.Search;
import org.condaforge.quorate.search.SearchService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.ui.shell.SearchBox;

/// Everything that has certain words: proposals, votes, minutes and members, the best first.
@Route(SearchBox.PATH)
@AnonymousAllowed
public class SearchView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SIZE = 20;
    private static final int MOST_YEARS = 15;

    private final SearchService search;
    private final Reader reader;
    private final SearchBox.Field words =
            new SearchBox.Field("Words, “a phrase”, CFEP-12, a login", ValueChangeMode.LAZY);
    private final Div found = new Div();
    private Optional<Kind> kind = Optional.empty();
    private Optional<Integer> year = Optional.empty();
    private int page;

    public SearchView(SearchService search, Reader reader) {
        this.search = search;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page = 0;
                Address.become(address(kind, year));
                show();
            }
        });
        Div box = new Div(words);
        box.addClassNames("q-search", "q-wide-search");
        box.getElement().setAttribute("role", "search");
        found.getElement().setAttribute("aria-live", "polite");
        getContent().add(new PageHead("Search"), box, found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        words.setValue(Address.parameter(location, "q").orElse(""));
        kind = Address.parameter(location, "in").flatMap(Kind::of);
        year = Address.parameter(location, "year").flatMap(Search::year);
        page = Address.page(location);
        if (words.isEmpty()) {
            words.focus();
        }
        show();
    }

    private Map<String, String> parameters(Optional<Kind> in, Optional<Integer> during) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", words.getValue().strip());
        parameters.put("in", in.map(Kind::word).orElse(""));
        parameters.put("year", during.map(String::valueOf).orElse(""));
        return parameters;
    }

    private String address(Optional<Kind> in, Optional<Integer> during) {
        return Address.with(SearchBox.PATH, parameters(in, during));
    }

    private void show() {
        found.removeAll();
        Search asked = Search.of(words.getValue(), kind, year, new Page.Request(page, SIZE));
        if (asked.isWordless() && asked.kind().isEmpty() && asked.year().isEmpty()) {
            found.add(
                    new Card(new Empty("Proposals, votes, minutes, action items, members and rules that have your words"
                            + " appear here, the best first. “Two words” in quotation marks stand side by side; in:minutes and year:2021 narrow"
                            + " the search.")));
            return;
        }
        Found result = search.find(asked);
        if (result.building()) {
            found.add(note("The index is being built: in a moment there may be more to find."));
        }
        Div bar = new Div(kinds(result, asked), years(result, asked));
        bar.addClassName("q-bar");
        found.add(bar, list(result));
    }

    private Pills kinds(Found result, Search asked) {
        int all = result.byKind().values().stream().mapToInt(Integer::intValue).sum();
        Pills pills = new Pills("Kind")
                .option(
                        "All",
                        all,
                        address(Optional.empty(), year),
                        asked.kind().isEmpty());
        for (Kind each : Kind.values()) {
            int count = result.byKind().getOrDefault(each, 0);
            boolean shown = asked.kind().filter(each::equals).isPresent();
            if (count > 0 || shown) {
                pills.option(SearchWords.label(each), count, address(Optional.of(each), year), shown);
            }
        }
        return pills;
    }

    private Pills years(Found result, Search asked) {
        Pills pills = new Pills("Year")
                .option(
                        "Any year",
                        address(kind, Optional.empty()),
                        asked.year().isEmpty());
        asked.year()
                .filter(one -> !result.byYear().containsKey(one))
                .ifPresent(one -> pills.option(String.valueOf(one), 0, address(kind, asked.year()), true));
        result.byYear().entrySet().stream()
                .limit(MOST_YEARS)
                .forEach(each -> pills.option(
                        String.valueOf(each.getKey()),
                        each.getValue(),
                        address(kind, Optional.of(each.getKey())),
                        asked.year().filter(each.getKey()::equals).isPresent()));
        return pills;
    }

    private Component list(Found result) {
        if (result.hits().items().isEmpty()) {
            Empty nothing = kind.isPresent() || year.isPresent()
                    ? new Empty(
                            SearchWords.nothing(words.getValue()),
                            Address.link(address(Optional.empty(), Optional.empty()), "Search everything"))
                    : new Empty(SearchWords.nothing(words.getValue()));
            return new Card(nothing);
        }
        Card card = new Card();
        if (result.loose()) {
            card.add(note("No text has all of these words. These have some of them:"));
        }
        card.add(new HitRows(result.hits().items(), reader));
        card.add(new Pager(result.hits(), SearchBox.PATH, parameters(kind, year)));
        return card;
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("q-dim");
        return note;
    }

    @Override
    public String getPageTitle() {
        return "Search · Quorate";
    }
}
