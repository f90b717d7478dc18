package org.condaforge.quorate.ui.action;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.condaforge.quorate.meeting.Action;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// Where a core member ticks an action item and says whose it is. What is recorded here holds, whatever minutes say.
final class ActionForm extends Composite<Card> {

    private final ActionService service;
    private final Action action;
    private final Runnable changed;
    private final OwnersField owners;
    private final Paragraph problem = new Paragraph();

    ActionForm(ActionService service, MemberService members, Action action, Runnable changed) {
        this.service = service;
        this.action = action;
        this.changed = changed;
        this.owners = new OwnersField(members);
        owners.choose(action.owners().stream()
                .flatMap(owner -> owner.member().stream())
                .map(Person::id)
                .toList());
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Button tick = new Button(
                action.done() ? "Untick it" : "Tick it", click -> act(() -> service.tick(action.id(), !action.done())));
        Button give = new Button("Reassign", click -> act(() -> service.assign(action.id(), owners.members())));
        Div form = new Div(tick, owners, problem, give);
        form.addClassName("q-form");
        return new Card("Done? Somebody else’s?", form).acting();
    }

    private void act(Runnable act) {
        try {
            act.run();
            changed.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
