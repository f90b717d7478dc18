package org.condaforge.quorate.ui.action;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.function.Consumer;
import org.condaforge.quorate.meeting.ActionId;
import org.condaforge.quorate.meeting.ActionService;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// Where a core member adds an action item. What was entered stays when it is refused.
final class AddAction extends Composite<Card> {

    private final ActionService service;
    private final Consumer<ActionId> added;
    private final TextArea text = new TextArea("What is to be done");
    private final OwnersField owners;
    private final DatePicker due = new DatePicker("Due on (optional)");
    private final Paragraph problem = new Paragraph();

    AddAction(ActionService service, MemberService members, Consumer<ActionId> added) {
        this.service = service;
        this.added = added;
        this.owners = new OwnersField(members);
        text.setMaxLength(ActionService.LONGEST);
        text.setHelperText("Minutes that list it later carry it on.");
        due.setClearButtonVisible(true);
        due.setLocale(Locale.UK);
        due.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Div form = new Div(text, owners, due, problem, new Button("Add it", click -> save()));
        form.addClassName("q-form");
        return new Card("Add an action item", form).acting();
    }

    private void save() {
        try {
            added.accept(service.add(text.getValue(), owners.members(), due.getOptionalValue()));
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
