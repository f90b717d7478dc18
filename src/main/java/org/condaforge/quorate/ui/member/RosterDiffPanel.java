package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.RosterExport;
import org.condaforge.quorate.ui.component.Card;

/// The diff of the roster files to copy or download, and the files as they should be.
@JsModule("context://assets/ui/js/copy-text.js")
final class RosterDiffPanel extends Composite<Card> {

    private static final String FIELD = "roster-diff";
    private static final String SAYS = "roster-diff-copied";

    private final List<RosterExport.File> files;
    private final String diff;

    RosterDiffPanel(List<RosterExport.File> files) {
        this.files = files;
        this.diff = files.stream().map(RosterExport.File::diff).collect(Collectors.joining());
    }

    @Override
    protected Card initContent() {
        Div actions = new Div();
        actions.addClassName("q-actions");
        Card card = new Card("For a pull request");
        files.forEach(file -> card.add(line(file)));
        if (!diff.isEmpty()) {
            Button copy = new Button("Copy the diff");
            copy.addThemeVariants(ButtonVariant.PRIMARY);
            copy.getElement().setAttribute("data-copies", FIELD).setAttribute("data-says", SAYS);
            actions.add(copy, download("roster.diff", diff));
        }
        files.forEach(file -> actions.add(download(file.name(), file.text())));
        Span copied = new Span();
        copied.setId(SAYS);
        copied.addClassName("q-small");
        copied.getElement().setAttribute("role", "status");
        card.add(actions, copied);
        if (!diff.isEmpty()) {
            card.add(field(), help());
        }
        return card;
    }

    private static Paragraph line(RosterExport.File file) {
        String change = file.diff().isEmpty()
                ? " is as it was read."
                : file.known()
                        ? ": lines to add %d, to remove %d.".formatted(file.added(), file.removed())
                        : " is new, with lines: %d.".formatted(file.added());
        return new Paragraph(new Code(file.name()), new Span(change));
    }

    private TextArea field() {
        TextArea field = new TextArea("Diff");
        field.setId(FIELD);
        field.addClassName("q-code");
        field.setReadOnly(true);
        field.setWidthFull();
        field.setValue(diff);
        return field;
    }

    private static Paragraph help() {
        Paragraph help = new Paragraph(
                new Span("In the folder of the files: "),
                new Code("git apply roster.diff"),
                new Span(". Copied text may lose line ends of other systems; the download keeps them."));
        help.addClassNames("q-dim", "q-small");
        return help;
    }

    private static Anchor download(String name, String text) {
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), name, "text/plain;charset=utf-8", bytes.length);
                }),
                "Download " + name);
    }
}
