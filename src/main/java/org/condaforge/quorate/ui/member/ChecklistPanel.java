package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.condaforge.quorate.member.AccessChecklist;
import org.condaforge.quorate.member.AccessRefused;
import org.condaforge.quorate.member.AccessTask;
import org.condaforge.quorate.member.AccessTask.What;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Words;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;

/// What is to be revoked and given, the oldest first, each to be ticked off or dropped with a reason.
final class ChecklistPanel extends Composite<Card> {

    private final List<AccessTask> open;
    private final AccessChecklist checklist;
    private final Reader reader;
    private final Runnable changed;
    private final Paragraph problem = new Paragraph();

    ChecklistPanel(List<AccessTask> open, AccessChecklist checklist, Reader reader, Runnable changed) {
        this.open = open;
        this.checklist = checklist;
        this.reader = reader;
        this.changed = changed;
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    /// Where things stand, in words.
    static String sentence(List<AccessTask> open) {
        long overdue = open.stream().filter(AccessTask::overdue).count();
        if (open.isEmpty()) {
            return "Nothing is to be revoked or given.";
        }
        String items = open.size() == 1 ? "One item is" : open.size() + " items are";
        return "%s to be revoked or given%s."
                .formatted(items, overdue == 0 ? "" : ", %d of them overdue".formatted(overdue));
    }

    @Override
    protected Card initContent() {
        if (open.isEmpty()) {
            return new Card(
                    "To do",
                    new Empty("When a member becomes emeritus or leaves, what they hold appears here to be revoked;"
                            + " when one returns, what they held before."));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("q-list");
        list.getElement().setAttribute("role", "list");
        open.forEach(task -> list.add(row(task)));
        return new Card("To do", problem, list).note("%d open".formatted(open.size()));
    }

    private ListItem row(AccessTask task) {
        boolean revoke = task.what() == What.REVOKE;
        Span title = new Span(
                new Span(revoke ? "Revoke " : "Give "),
                Address.link(AccessView.of(task.system()), task.systemName()),
                new Span(revoke ? " from " : " to "),
                Address.link(
                        Address.member(task.member().login()), task.member().name()));
        title.addClassName("q-item-title");
        Span sub = new Span(
                new Span("%s %s ".formatted(task.member().name(), task.reason())), reader.day(task.openedAt()));
        sub.addClassName("q-item-sub");
        Div what = new Div(title, sub);
        if (!task.managedAt().isEmpty()) {
            Span place = new Span(new Span("Managed at "), Places.of(task.managedAt()));
            place.addClassName("q-item-sub");
            what.add(place);
        }
        String subject = "%s, %s".formatted(task.systemName(), task.member().name());
        Button done = new Button(revoke ? "Revoked" : "Given", click -> act(() -> checklist.done(task.id())));
        done.setAriaLabel("%s: %s".formatted(revoke ? "Revoked" : "Given", subject));
        Div buttons = new Div(done);
        buttons.addClassName("q-actions");
        Button drop = new Button(revoke ? "They keep it" : "Not needed");
        drop.setAriaLabel("%s: %s".formatted(drop.getText(), subject));
        drop.addClickListener(click -> {
            drop.setVisible(false);
            buttons.add(reason(task));
        });
        buttons.add(drop);
        what.add(buttons);
        ListItem row = new ListItem(what, task.overdue() ? Chip.warn("overdue") : Chip.plain("open"));
        row.addClassNames("q-item", "q-plain-item");
        return row;
    }

    private Div reason(AccessTask task) {
        TextField why = new TextField("Why");
        why.setMaxLength(Words.MOST);
        why.focus();
        Div form = new Div(
                why, new Button("Take it off the list", click -> act(() -> checklist.drop(task.id(), why.getValue()))));
        form.addClassName("q-form");
        return form;
    }

    private void act(Runnable act) {
        try {
            act.run();
            changed.run();
        } catch (AccessRefused | NotAllowed | IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }
}
