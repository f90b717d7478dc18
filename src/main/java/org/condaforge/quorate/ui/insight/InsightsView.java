package org.condaforge.quorate.ui.insight;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.condaforge.quorate.insight.Insights;
import org.condaforge.quorate.insight.Years;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.component.Pills;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// Participation, turnout, time to decision, quorum health and attendance. The address says which, and of which years.
@Route(InsightsAddress.PATH)
@AnonymousAllowed
public class InsightsView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final Insights insights;
    private final Reader reader;
    private InsightsAddress.Show shown = InsightsAddress.Show.PARTICIPATION;

    public InsightsView(Insights insights, Reader reader) {
        this.insights = insights;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InsightsAddress address = InsightsAddress.of(event.getLocation(), insights.years());
        shown = address.show();
        getContent().removeAll();
        getContent()
                .add(
                        new PageHead("Insights")
                                .lead("How the core team takes part and decides. Sensitive votes are in none of these"
                                        + " figures."),
                        pills(address));
        if (shown.byYears()) {
            address.known().ifPresent(known -> getContent().add(range(address, known)));
        }
        getContent().add(panel(address));
    }

    private static Pills pills(InsightsAddress address) {
        Pills pills = new Pills("Figures");
        for (InsightsAddress.Show show : InsightsAddress.Show.values()) {
            pills.option(show.label(), address.showing(show), show == address.show());
        }
        return pills;
    }

    private static Div range(InsightsAddress address, Years known) {
        Div range = new Div(
                year("From", "from", address, known, address.years().map(Years::first)),
                year("To", "to", address, known, address.years().map(Years::last)));
        range.addClassName("q-filters");
        return range;
    }

    private static Select<Integer> year(
            String label, String name, InsightsAddress address, Years known, Optional<Integer> value) {
        Select<Integer> select = new Select<>();
        select.setLabel(label);
        select.setItems(known.all().reversed());
        value.ifPresent(select::setValue);
        select.addValueChangeListener(change -> Address.open(address.with(name, change.getValue())));
        return select;
    }

    private Component panel(InsightsAddress address) {
        if (shown == InsightsAddress.Show.QUORUM) {
            return new QuorumPanel(insights.health());
        }
        return address.years()
                .<Component>map(years -> switch (shown) {
                    case PARTICIPATION -> new ParticipationPanel(insights.participation(years), address);
                    case TURNOUT -> new TurnoutPanel(insights.turnout(years), years, address, reader);
                    case DECISIONS -> new DecisionsPanel(insights.decisions(years), address);
                    case ATTENDANCE -> new AttendancePanel(insights.attendance(years), address);
                    case QUORUM -> throw new IllegalStateException("shown without years");
                })
                .orElseGet(() -> new Card(new Empty("Nothing is on record yet. Once votes have ended, proposals are"
                        + " decided or minutes are imported, their figures are drawn here, year by year.")));
    }

    @Override
    public String getPageTitle() {
        return shown.label() + " · Insights · Quorate";
    }
}
