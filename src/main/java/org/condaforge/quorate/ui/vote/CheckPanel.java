package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.Finding;

/// What was found before a vote is opened: what is still to do, what is worth knowing, and the button.
final class CheckPanel extends Composite<Card> {

    private final Div earlier = new Div();
    private final Div found = new Div();
    private final Paragraph refused = new Paragraph();
    private final Button open;

    CheckPanel(Runnable opening) {
        open = new Button("Open the vote", click -> opening.run());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.setDisableOnClick(false);
        earlier.setVisible(false);
        found.getElement().setAttribute("role", "status");
        refused.addClassName("q-problem");
        refused.getElement().setAttribute("role", "alert");
    }

    /// Says that the form goes on with what was begun earlier.
    void goesOn(Runnable afresh) {
        earlier.removeAll();
        earlier.add(
                new Paragraph("You began this call earlier in this browser; here it is again."),
                new Button("Start afresh", click -> afresh.run()));
        earlier.addClassName("q-stacked");
        earlier.setVisible(true);
    }

    @Override
    protected Card initContent() {
        Div form = new Div(earlier, found, refused, open);
        form.addClassName("q-form");
        return new Card("Before it opens", form);
    }

    /// Shows what was found of a call under that item.
    void show(List<Finding> findings, VotingItem item) {
        found.removeAll();
        refused.setText("");
        List<Finding> forbidding = findings.stream().filter(Finding::forbids).toList();
        List<Finding> warning = findings.stream().filter(one -> !one.forbids()).toList();
        if (forbidding.isEmpty()) {
            found.add(new Paragraph("Nothing speaks against it" + (warning.isEmpty() ? "." : "; know this first.")));
        } else {
            found.add(title("It cannot open yet"), list(forbidding, item, "q-forbids"));
        }
        if (!warning.isEmpty()) {
            found.add(title("It can open all the same"), list(warning, item, "q-warns"));
        }
    }

    /// Says that and nothing else: there is nothing to check.
    void say(String sentence) {
        found.removeAll();
        refused.setText("");
        found.add(new Paragraph(sentence));
    }

    /// Says why the vote was not opened.
    void refuse(String reason) {
        refused.setText(reason);
    }

    void allow(boolean opening) {
        open.setEnabled(opening);
    }

    private static H3 title(String words) {
        H3 title = new H3(words);
        title.addClassName("q-section");
        return title;
    }

    private static UnorderedList list(List<Finding> findings, VotingItem item, String kind) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("q-findings", kind);
        findings.forEach(finding -> list.add(line(finding, item)));
        return list;
    }

    private static ListItem line(Finding finding, VotingItem item) {
        ListItem line = new ListItem(new Span(finding.sentence()));
        finding.vote()
                .ifPresent(vote ->
                        line.add(new Span(" "), Address.link(Address.of(vote), "Look at vote " + vote.number())));
        Span clause = new Span(finding.clause());
        if (finding.clause().startsWith(item.policy())) {
            clause = new Span(Address.link(
                    Address.with("rules/" + item.name(), Map.of("page", item.policy())), finding.clause()));
        }
        clause.addClassNames("q-dim", "q-small", "q-clause");
        line.add(clause);
        return line;
    }
}
