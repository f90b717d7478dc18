package org.condaforge.quorate.ui.desk;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.EnteredBallots;

/// The ballots that a secretary entered for the person at the desk, until they confirm or dismiss them.
final class EnteredForMe extends Composite<Card> {

    private final EnteredBallots entered;
    private final Reader reader;
    private final UnorderedList list = new UnorderedList();

    EnteredForMe(EnteredBallots entered, Reader reader) {
        this.entered = entered;
        this.reader = reader;
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        show();
    }

    @Override
    protected Card initContent() {
        return new Card("Entered for you", list);
    }

    private void show() {
        List<EnteredBallots.Notice> notices = entered.forMe();
        setVisible(!notices.isEmpty());
        list.removeAll();
        notices.forEach(notice -> list.add(row(notice)));
    }

    private ListItem row(EnteredBallots.Notice notice) {
        Span head = new Span(
                new Span("Your %s on ".formatted(notice.choice().label())),
                Address.link(Address.of(notice.vote()), notice.title()));
        head.addClassName("q-item-title");
        Span sub = new Span(
                new Span("Entered by %s, given %s, "
                        .formatted(notice.by(), notice.given().label())),
                reader.day(notice.at()),
                new Span(notice.takesBallots() ? ". Confirm or change it." : ". The vote has ended."));
        sub.addClassName("q-item-sub");
        Div act = new Div();
        act.addClassName("q-actions");
        if (notice.takesBallots()) {
            act.add(Address.link(Address.of(notice.vote()), "Confirm or change"));
        }
        Button dismiss = new Button("Dismiss", click -> {
            entered.takeNote(notice.vote());
            show();
        });
        dismiss.addThemeVariants(ButtonVariant.LUMO_SMALL);
        dismiss.setAriaLabel("Dismiss the notice on " + notice.title());
        act.add(dismiss);
        ListItem row = new ListItem(new Div(head, sub), act);
        row.addClassNames("q-item", "q-plain-item");
        return row;
    }
}
