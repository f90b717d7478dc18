package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.condaforge.quorate.member.AccessKind;
import org.condaforge.quorate.member.AccessRefused;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.AccessSystem;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// Adds a system or corrects one. There is no field for a secret, and it says so.
final class SystemForm extends Composite<Card> {

    private final String title;
    private final TextField name = new TextField("Name");
    private final Select<AccessKind> kind = new Select<>();
    private final TextField managedAt = new TextField("Where it is managed");
    private final Paragraph problem = new Paragraph();
    private final Runnable save;

    private SystemForm(String title, Consumer<SystemForm> save) {
        this.title = title;
        this.save = () -> save.accept(this);
        name.setMaxLength(AccessSystem.LONGEST_NAME);
        kind.setLabel("Kind");
        kind.setItems(AccessKind.values());
        kind.setItemLabelGenerator(AccessKind::label);
        kind.setValue(AccessKind.ACCOUNT);
        managedAt.setMaxLength(AccessSystem.LONGEST_PLACE);
        managedAt.setHelperText(
                "An address or a few words. Never a password, key or token: secrets are not kept here.");
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    static SystemForm adding(AccessService access, Consumer<AccessSystem.Id> added) {
        return new SystemForm(
                "Add a system",
                form -> added.accept(
                        access.add(form.name.getValue(), form.kind.getValue(), form.managedAt.getValue())));
    }

    static SystemForm changing(AccessSystem system, AccessService access, Runnable changed) {
        SystemForm form = new SystemForm("Correct the system", filled -> {
            access.change(system.id(), filled.name.getValue(), filled.kind.getValue(), filled.managedAt.getValue());
            changed.run();
        });
        form.name.setValue(system.name());
        form.kind.setValue(system.kind());
        form.managedAt.setValue(system.managedAt());
        return form;
    }

    @Override
    protected Card initContent() {
        Div form = new Div(name, kind, managedAt, problem, new Button("Save", click -> save()));
        form.addClassName("q-form");
        return new Card(title, form);
    }

    private void save() {
        try {
            save.run();
        } catch (AccessRefused | NotAllowed | IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }
}
