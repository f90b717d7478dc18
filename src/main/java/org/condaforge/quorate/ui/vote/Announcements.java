package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.vote.CalledVote;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteState;

/// The texts that announce a vote, to copy: its call, and its extension where there was one.
@JsModule("context://assets/ui/js/copy-text.js")
final class Announcements extends Composite<Div> {

    private final CalledPanels services;
    private final TextArea call = text("The call in Markdown", "call-text");
    private final TextArea extension = text("The extension in Markdown", "extension-text");
    private final Details calling = new Details("Text to announce it", body(call, "call-text"));
    private final Details extending = new Details("Text to announce the extension", body(extension, "extension-text"));
    private boolean begun;

    Announcements(CalledPanels services) {
        this.services = services;
    }

    @Override
    protected Div initContent() {
        return new Div(extending, calling);
    }

    /// Shows the texts; whoever called an open vote sees them at once.
    void show(VoteDetail vote, CalledVote called) {
        String address = services.site().of(Address.of(vote.summary().id()));
        String words = services.texts().call(vote, address).orElse("");
        String later = services.texts().extension(vote, address).orElse("");
        boolean open = vote.summary().state() == VoteState.OPEN;
        calling.setVisible(!words.isEmpty());
        extending.setVisible(open && !later.isEmpty());
        call.setValue(words);
        extension.setValue(later);
        if (!begun) {
            calling.setOpened(open && called.rights().withdraw() && later.isEmpty());
        }
        if (extending.isVisible() && called.rights().extend()) {
            extending.setOpened(true);
        }
        begun = true;
    }

    private static TextArea text(String label, String id) {
        TextArea text = new TextArea(label);
        text.setId(id);
        text.addClassName("q-code");
        text.setReadOnly(true);
        text.setWidthFull();
        text.setMaxRows(14);
        return text;
    }

    private static Div body(TextArea text, String id) {
        Button copy = new Button("Copy");
        copy.getElement().setAttribute("data-copies", id).setAttribute("data-says", id + "-copied");
        copy.setAriaLabel("Copy “%s”".formatted(text.getLabel()));
        Span copied = new Span();
        copied.setId(id + "-copied");
        copied.addClassName("q-small");
        copied.getElement().setAttribute("role", "status");
        Div actions = new Div(copy, copied);
        actions.addClassName("q-actions");
        Div body = new Div(text, actions);
        body.addClassName("q-form");
        return body;
    }
}
