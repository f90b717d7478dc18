package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalService.Filter;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;

/// Every proposal, as a list by number or as a board by status.
@Route("cfeps")
@AnonymousAllowed
public class ProposalsView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "cfeps";

    private final ProposalService proposals;
    private final Reader reader;
    private final TextField words = new TextField("Title, author or number");
    private final Div found = new Div();
    private Optional<Status> status = Optional.empty();
    private boolean board;
    private int page;

    public ProposalsView(ProposalService proposals, Reader reader) {
        this.proposals = proposals;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page = 0;
                Address.become(address(status, board));
                show();
            }
        });
        Div filters = new Div(words);
        filters.addClassName("q-filters");
        getContent()
                .add(
                        new PageHead("CFEPs")
                                .lead("Enhancement proposals: how conda-forge decides what is worth writing down."),
                        filters,
                        found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location location = event.getLocation();
        words.setValue(Address.parameter(location, "q").orElse(""));
        status = Address.parameter(location, "status").flatMap(ProposalsView::status);
        board = Address.parameter(location, "as").filter("board"::equals).isPresent();
        page = Address.page(location);
        show();
    }

    private static Optional<Status> status(String word) {
        return word.equalsIgnoreCase(Status.UNKNOWN.label()) ? Optional.of(Status.UNKNOWN) : Status.of(word);
    }

    private Map<String, String> parameters(Optional<Status> wanted, boolean asBoard) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "status", wanted.map(s -> s.label().toLowerCase(Locale.ROOT)).orElse(""));
        parameters.put("q", words.getValue().strip());
        parameters.put("as", asBoard ? "board" : "");
        return parameters;
    }

    private String address(Optional<Status> wanted, boolean asBoard) {
        return Address.with(PATH, parameters(wanted, asBoard));
    }

    private void show() {
        found.removeAll();
        Map<Status, Integer> counts = proposals.countByStatus();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            found.add(new Card(new Empty("No proposals yet. CFEPs that are imported, or that minutes speak of, appear"
                    + " here with their status and where they were discussed.")));
            return;
        }
        Div bar = new Div(byStatus(counts, all), forms());
        bar.addClassName("q-bar");
        found.add(bar, board ? asBoard() : asList());
    }

    private Pills byStatus(Map<Status, Integer> counts, int all) {
        Pills pills = new Pills("Status").option("All", all, address(Optional.empty(), board), status.isEmpty());
        for (Status each : Status.values()) {
            int count = counts.getOrDefault(each, 0);
            boolean shown = status.filter(each::equals).isPresent();
            if (count > 0 || shown) {
                pills.option(each.label(), count, address(Optional.of(each), board), shown);
            }
        }
        return pills;
    }

    private Pills forms() {
        return new Pills("Form")
                .option("List", address(status, false), !board)
                .option("Board", address(status, true), board);
    }

    private Component asList() {
        Page<ProposalSummary> rows = list(new Page.Request(page, Pager.SIZE));
        return rows.items().isEmpty()
                ? nothing()
                : new Card(new ProposalRows(rows.items(), reader), new Pager(rows, PATH, parameters(status, false)));
    }

    private Component asBoard() {
        List<ProposalSummary> rows =
                list(new Page.Request(0, Page.Request.GREATEST)).items();
        return rows.isEmpty() ? nothing() : new ProposalBoard(rows, reader);
    }

    private Page<ProposalSummary> list(Page.Request request) {
        return proposals.list(new Filter(status, words.getValue()), request);
    }

    private static Card nothing() {
        return new Card(new Empty("No proposal fits these filters.", Address.link(PATH, "Show all CFEPs")));
    }

    @Override
    public String getPageTitle() {
        return "CFEPs · Quorate";
    }
}
