package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.checkin.ActivityReader;
import org.condaforge.quorate.checkin.ActivityReader.Quiet;
import org.condaforge.quorate.checkin.CheckInRefused;
import org.condaforge.quorate.checkin.CheckInRules;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.When;
import org.condaforge.quorate.ui.shell.Address;

/// For a secretary: of whom nothing was seen for long, with what was seen before, and asking them.
final class QuietPanel extends Composite<Card> {

    private final ActivityReader activity;
    private final CheckIns checkIns;
    private final CheckInRules rules;
    private final Runnable done;
    private final Paragraph problem = new Paragraph();

    QuietPanel(ActivityReader activity, CheckIns checkIns, CheckInRules rules, Runnable done) {
        this.activity = activity;
        this.checkIns = checkIns;
        this.rules = rules;
        this.done = done;
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        String after = rules.checkIn()
                .flatMap(checkIn -> checkIn.inactivity())
                .map(inactivity -> "%d months".formatted(inactivity.after().toTotalMonths()))
                .orElse("");
        List<Quiet> quiet = activity.quiet();
        Card card = new Card("Not seen for long", problem);
        if (after.isEmpty()) {
            card.add(new Empty("No page in force asks members for being inactive."));
        } else if (quiet.isEmpty()) {
            card.add(new Empty("Of every active member something was seen in the last %s. Others appear here with what"
                            .formatted(after)
                    + " was seen last."));
        } else {
            card.note("nothing for " + after);
            UnorderedList list = new UnorderedList();
            list.addClassName("q-list");
            list.getElement().setAttribute("role", "list");
            quiet.forEach(one -> list.add(row(one)));
            card.add(list);
        }
        return card;
    }

    private ListItem row(Quiet quiet) {
        Span sub = new Span(
                quiet.evidence().isEmpty()
                        ? "nothing known; active since "
                                + When.on(quiet.activeSince()).getElement().getText()
                        : quiet.evidence().stream()
                                .map(seen -> seen.what() + " "
                                        + When.on(seen.on()).getElement().getText())
                                .collect(Collectors.joining(" · ")));
        sub.addClassName("q-item-sub");
        Div who = new Div(
                Address.link(
                        Address.member(quiet.member().login()), quiet.member().name()),
                sub);
        Button ask = new Button("Ask", click -> ask(quiet));
        ask.setAriaLabel("Ask %s".formatted(quiet.member().name()));
        ListItem row = new ListItem(who, ask);
        row.addClassNames("q-item", "q-plain-item");
        return row;
    }

    private void ask(Quiet quiet) {
        problem.setText("");
        try {
            checkIns.inquire(List.of(quiet.member().id()));
            done.run();
        } catch (CheckInRefused | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
