package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.condaforge.quorate.member.AccessRefused;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.AccessSystem;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// Records that somebody holds access to a system.
final class GrantForm extends Composite<Card> {

    private final AccessSystem system;
    private final AccessService access;
    private final Runnable changed;
    private final ComboBox<Person> person = new ComboBox<>("Member");
    private final DatePicker since = new DatePicker("Since (if known)");
    private final Paragraph problem = new Paragraph();

    GrantForm(AccessSystem system, AccessService access, MemberService members, Runnable changed) {
        this.system = system;
        this.access = access;
        this.changed = changed;
        person.setItems(members.everybody());
        person.setItemLabelGenerator(one -> "%s (@%s)".formatted(one.name(), one.login()));
        since.setClearButtonVisible(true);
        since.setLocale(Locale.UK);
        since.setI18n(
                new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Div form = new Div(person, since, problem, new Button("Record it", click -> save()));
        form.addClassName("q-form");
        return new Card("Record who holds it", form).acting();
    }

    private void save() {
        if (person.isEmpty()) {
            problem.setText("Choose the member who holds it.");
            return;
        }
        try {
            access.grant(system.id(), person.getValue().id(), since.getOptionalValue());
            changed.run();
        } catch (AccessRefused | NotAllowed | IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }
}
