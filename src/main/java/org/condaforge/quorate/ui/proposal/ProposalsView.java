package org.condaforge.quorate.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.proposal.ProposalService;
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
@Route(ProposalsAddress.PATH)
@AnonymousAllowed
public class ProposalsView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final ProposalService proposals;
    private final Reader reader;
    private final TextField words = new TextField("Title, author or number");
    private final Div filters = new Div(words);
    private final Div found = new Div();
    private ProposalsAddress asked = new ProposalsAddress(Optional.empty(), false, "", false, Optional.empty(), 0);

    public ProposalsView(ProposalService proposals, Reader reader) {
        this.proposals = proposals;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                asked = asked.withWords(change.getValue());
                Address.become(asked.path());
                show();
            }
        });
        filters.addClassName("q-filters");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ProposalsAddress.of(event.getLocation());
        words.setValue(asked.words());
        PageHead head = new PageHead("CFEPs")
                .lead("Enhancement proposals: how conda-forge decides what is worth writing down.");
        getContent().removeAll();
        getContent().add(head);
        if (reader.isCore()) {
            asked.add().ifPresentOrElse(given -> getContent().add(form(given)), () -> head.actions(toForm()));
        }
        getContent().add(filters, found);
        show();
    }

    private Anchor toForm() {
        return Address.link(asked.withAdd(Optional.of("new")).path(), "Add a CFEP");
    }

    private AddProposal form(String given) {
        Optional<Integer> number =
                Optional.of(given).filter(word -> word.matches("[1-9]\\d{0,2}")).map(Integer::valueOf);
        Anchor away = Address.link(asked.withAdd(Optional.empty()).path(), "Leave it");
        return new AddProposal(proposals, number, away, added -> Address.open(Address.of(added)));
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
        Div bar = new Div(byStatus(counts, all), byDrift(), forms());
        bar.addClassName("q-bar");
        found.add(bar, asked.board() ? asBoard() : asList());
    }

    private Pills byStatus(Map<Status, Integer> counts, int all) {
        Pills pills = new Pills("Status")
                .option(
                        "All",
                        all,
                        asked.withStatus(Optional.empty()).path(),
                        asked.status().isEmpty());
        for (Status each : Status.values()) {
            int count = counts.getOrDefault(each, 0);
            boolean shown = asked.status().filter(each::equals).isPresent();
            if (count > 0 || shown) {
                pills.option(
                        each.label(), count, asked.withStatus(Optional.of(each)).path(), shown);
            }
        }
        return pills;
    }

    /// Shown at all where something does not fit together, or was asked for.
    private Pills byDrift() {
        int drifting = proposals.countDrifting();
        Pills pills = new Pills("What does not fit together")
                .option("With drift", drifting, asked.withDrift(!asked.drift()).path(), asked.drift());
        pills.setVisible(drifting > 0 || asked.drift());
        return pills;
    }

    private Pills forms() {
        return new Pills("Form")
                .option("List", asked.withBoard(false).path(), !asked.board())
                .option("Board", asked.withBoard(true).path(), asked.board());
    }

    private Component asList() {
        Page<ProposalSummary> rows = proposals.list(asked.filter(), new Page.Request(asked.page(), Pager.SIZE));
        return rows.items().isEmpty()
                ? nothing()
                : new Card(
                        new ProposalRows(rows.items(), reader),
                        new Pager(rows, ProposalsAddress.PATH, asked.parameters()));
    }

    private Component asBoard() {
        List<ProposalSummary> rows = proposals
                .list(asked.filter(), new Page.Request(0, Page.Request.GREATEST))
                .items();
        return rows.isEmpty() ? nothing() : new ProposalBoard(rows, reader);
    }

    private static Card nothing() {
        return new Card(
                new Empty("No proposal fits these filters.", Address.link(ProposalsAddress.PATH, "Show all CFEPs")));
    }

    @Override
    public String getPageTitle() {
        return "CFEPs · Quorate";
    }
}
