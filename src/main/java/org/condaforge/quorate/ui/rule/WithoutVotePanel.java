package org.condaforge.quorate.ui.rule;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.UnknownItem;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Words;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.DecisionWithoutVote;
import org.condaforge.quorate.vote.DecisionsWithoutVote;

/// What was done under an item that needs no vote, newest first, and where a core member records it. What was entered
/// stays when it is refused.
final class WithoutVotePanel extends Composite<Card> {

    /// The number of the list's page in the address, where `page` names the governance page.
    private static final String PARAMETER = "recorded";

    private final DecisionsWithoutVote decisions;
    private final Reader reader;
    private final VotingItem item;
    private final int page;
    private final Map<String, String> parameters;
    private final Div list = new Div();
    private final TextField subject = new TextField("What it concerns, in one line");
    private final TextField link = new TextField("Link");
    private final TextArea justification = new TextArea("Justification");
    private final List<TextField> statements;
    private final Paragraph problem = new Paragraph();

    /// The page of the list in an address, from 0; pages are counted from 1 there.
    static int page(Location location) {
        return Address.page(location, PARAMETER);
    }

    /// For an item without a rule.
    ///
    /// @param page the page of the list, from 0
    /// @param parameters what else stands in the address of the item's page
    WithoutVotePanel(
            DecisionsWithoutVote decisions, Reader reader, VotingItem item, int page, Map<String, String> parameters) {
        this.decisions = decisions;
        this.reader = reader;
        this.item = item;
        this.page = page;
        this.parameters = Map.copyOf(parameters);
        this.statements = item.restrictions().asksFor().stream()
                .map(WithoutVotePanel::statement)
                .toList();
        subject.setMaxLength(300);
        subject.setRequiredIndicatorVisible(true);
        link.setMaxLength(1000);
        link.setHelperText("Where it is, such as https://…");
        justification.setMaxLength(Words.MOST);
        justification.setMinRows(2);
        justification.setRequiredIndicatorVisible(item.restrictions().justification());
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    private static TextField statement(String asked) {
        TextField field = new TextField(Character.toUpperCase(asked.charAt(0)) + asked.substring(1));
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    @Override
    protected Card initContent() {
        Card card = new Card("Recorded without a vote");
        if (reader.isCore() && item.classification() == Classification.STANDARD) {
            Div form = new Div(subject, link, justification);
            statements.forEach(form::add);
            form.add(problem, new Button("Record it", click -> save()));
            form.addClassName("q-form");
            card.add(form);
        }
        card.add(list);
        show(page);
        return card;
    }

    private void show(int number) {
        list.removeAll();
        Page<DecisionWithoutVote> found =
                decisions.list(item.policy(), item.name(), new Page.Request(number, Pager.SIZE));
        if (found.total() == 0) {
            list.add(new Empty("Nothing is recorded yet. Core members may decide this alone; it shows here when they"
                    + " write it down."));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("q-list");
        rows.getElement().setAttribute("role", "list");
        found.items().forEach(decision -> rows.add(row(decision)));
        list.add(rows, new Pager(found, RuleAddress.path(item), parameters, PARAMETER));
    }

    private ListItem row(DecisionWithoutVote decision) {
        Span title = new Span(decision.link()
                .map(href -> outside(href, decision.subject()))
                .orElseGet(() -> new Span(decision.subject())));
        title.addClassName("q-item-title");
        Span who = new Span(
                Address.link(Address.member(decision.login()), decision.by()),
                new Span(" · "),
                reader.at(decision.at()),
                new Span(" · revision " + decision.revision()));
        who.addClassName("q-item-sub");
        Div words = new Div(title, who);
        decision.justification()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> words.add(new Paragraph(line)));
        ListItem row = new ListItem(words);
        row.addClassNames("q-item", "q-stacked");
        return row;
    }

    private static Span outside(String href, String text) {
        Anchor anchor = new Anchor(href, text);
        anchor.setRouterIgnore(true);
        anchor.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        return new Span(anchor);
    }

    private void save() {
        try {
            decisions.record(new DecisionWithoutVote.Draft(
                    item.policy(),
                    item.name(),
                    subject.getValue(),
                    link.getValue(),
                    justification.getValue(),
                    statements.stream().map(TextField::getValue).toList()));
        } catch (IllegalArgumentException | UnknownItem | NotAllowed e) {
            problem.setText(e.getMessage());
            return;
        }
        problem.setText("");
        Stream.concat(Stream.of(subject, link), statements.stream()).forEach(TextField::clear);
        justification.clear();
        show(0);
    }
}
