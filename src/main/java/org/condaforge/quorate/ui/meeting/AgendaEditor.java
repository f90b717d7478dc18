package org.condaforge.quorate.ui.meeting;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.condaforge.quorate.ui.component.Card;

/// The Markdown of an agenda, to edit, copy and download.
@JsModule("context://assets/ui/js/copy-text.js")
final class AgendaEditor extends Composite<Card> {

    private static final int LONGEST = 200_000;
    private static final int PAUSE = 500;
    private static final String FIELD = "agenda-text";
    private static final String SAYS = "agenda-copied";

    private final TextArea text = new TextArea("Agenda in Markdown");
    private final Span state = new Span();
    private final Button again = new Button("Start again from the record");
    private final LocalDate day;
    private final String drafted;
    private final Consumer<String> changed;

    /// @param drafted the agenda from the record
    /// @param changed is told of every edit
    AgendaEditor(LocalDate day, String drafted, Consumer<String> changed) {
        this.day = day;
        this.drafted = drafted;
        this.changed = changed;
        text.setId(FIELD);
        text.addClassName("q-code");
        text.setMaxLength(LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
        text.setValue(AgendaEdits.ofSession().of(day).orElse(drafted));
        text.addValueChangeListener(event -> edited());
        again.addClickListener(click -> text.setValue(drafted));
        tell();
    }

    @Override
    protected Card initContent() {
        Button copy = new Button("Copy");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.getElement().setAttribute("data-copies", FIELD).setAttribute("data-says", SAYS);
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), day + ".md", "text/markdown;charset=utf-8", bytes.length);
                }),
                "Download %s.md".formatted(day));
        Div actions = new Div(copy, download, again);
        actions.addClassName("q-actions");
        Span copied = new Span();
        copied.setId(SAYS);
        copied.addClassName("q-small");
        copied.getElement().setAttribute("role", "status");
        state.addClassNames("q-dim", "q-small");
        return new Card("Markdown", actions, copied, state, text).acting();
    }

    /// The text as it is now.
    String text() {
        return text.getValue();
    }

    private void edited() {
        if (text.getValue().equals(drafted)) {
            AgendaEdits.ofSession().forget(day);
        } else {
            AgendaEdits.ofSession().keep(day, text.getValue());
        }
        tell();
        changed.accept(text.getValue());
    }

    private void tell() {
        boolean edited = !text.getValue().equals(drafted);
        again.setVisible(edited);
        state.setText(
                edited
                        ? "Edited in this browser. Nobody else sees it, and it is kept only until you close the browser:"
                                + " copy or download it."
                        : "As the record stands now. Edits stay in this browser.");
    }
}
