package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Count;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;
import org.condaforge.quorate.vote.VoteSummary;

/// Votes: open ones first, then how the others ended. The address keeps the filters.
@Route("votes")
@PageTitle("Votes · Quorate")
@AnonymousAllowed
public class VotesView extends Composite<Main> implements BeforeEnterObserver {

    private static final String PATH = "votes";

    private final VoteReader votes;
    private final MemberService members;
    private final Reader reader;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    public VotesView(VoteReader votes, MemberService members, Reader reader) {
        this.votes = votes;
        this.members = members;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        parameters.clear();
        for (String name : List.of("state", "outcome", "item", "year", "q")) {
            parameters.put(name, Address.parameter(location, name).orElse(""));
        }
        VoteReader.Filter filter = new VoteReader.Filter(
                VoteState.of(given("state")).map(Set::of).orElse(Set.of()),
                Result.of(given("outcome")),
                Optional.of(given("item")).filter(item -> !item.isEmpty()),
                Optional.empty(),
                Optional.of(given("year"))
                        .filter(year -> year.matches("\\d{4}"))
                        .map(Integer::valueOf),
                given("q"));
        Page<VoteSummary> page = votes.list(filter, new Page.Request(Address.page(location), Pager.SIZE));
        PageHead head = new PageHead("Votes").lead(lead());
        if (reader.isCore()) {
            Anchor call = Address.link("votes/new", "Call a vote");
            call.addClassName("q-button");
            head.actions(call, Address.link("votes/record", "Record a past vote"));
        }
        getContent().removeAll();
        getContent().add(head, filters(), list(page));
    }

    private String given(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    private String lead() {
        Map<VoteState, Integer> counts = votes.countByState();
        int open = counts.getOrDefault(VoteState.OPEN, 0);
        int overdue = counts.getOrDefault(VoteState.OVERDUE, 0);
        int expired = counts.getOrDefault(VoteState.EXPIRED, 0);
        List<String> words = new ArrayList<>();
        words.add(Count.words(open, "vote is open", "votes are open"));
        if (overdue > 0) {
            words.add("%d overdue".formatted(overdue));
        }
        if (expired > 0) {
            words.add("%d ended without a recorded result".formatted(expired));
        }
        return String.join(", ", words) + ".";
    }

    private Component list(Page<VoteSummary> page) {
        if (page.total() == 0) {
            boolean filtered = parameters.values().stream().anyMatch(value -> !value.isEmpty());
            return filtered
                    ? new Empty("No vote fits these filters.", Address.link(PATH, "Show all votes"))
                    : new Empty(
                            "No votes yet. Votes that core members call appear here, with their tally and how they ended.");
        }
        if (page.items().isEmpty()) {
            return new Empty(
                    "The list ends before this page.",
                    Address.link(Address.with(PATH, parameters), "To its beginning"));
        }
        var roster = members.roster();
        return new Card(
                new VoteRows(
                        page.items(),
                        reader,
                        roster.active().size() + roster.emeritus().size()),
                new Pager(page, PATH, parameters));
    }

    private Div filters() {
        VoteReader.Choices choices = votes.choices();
        TextField words = new TextField("Words in the title");
        words.setValue(given("q"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        words.addValueChangeListener(change -> narrow("q", change.getValue()));
        Div filters = new Div(
                words,
                select("State", "state", List.of(VoteState.values()), VoteState::label, VoteState::label),
                select("Outcome", "outcome", List.of(Result.values()), Result::label, Result::label),
                select("Item", "item", choices.items(), VoteReader.Choices.Item::name, VoteReader.Choices.Item::title),
                select("Year", "year", choices.years(), String::valueOf, String::valueOf));
        filters.addClassName("q-filters");
        return filters;
    }

    private <T> Select<T> select(
            String label, String name, List<T> items, Function<T, String> key, Function<T, String> word) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("any");
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? "any" : word.apply(item));
        items.stream()
                .filter(item -> key.apply(item).equals(parameters.get(name)))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(
                change -> narrow(name, change.getValue() == null ? "" : key.apply(change.getValue())));
        return select;
    }

    private void narrow(String name, String value) {
        Map<String, String> next = new LinkedHashMap<>(parameters);
        next.put(name, value);
        Address.open(Address.with(PATH, next));
    }
}
