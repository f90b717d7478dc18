package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.condaforge.quorate.member.AccessReport;
import org.condaforge.quorate.member.AccessTransfer;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// Brings who holds what in as CSV, dropped or pasted, and takes it out. What could not be taken is listed by line; the
/// text stays in the field to be mended.
final class TransferPanel extends Composite<Card> {

    private static final int LARGEST = 2_000_000;

    private final AccessTransfer transfer;
    private final Runnable changed;
    private final TextArea text = new TextArea("Or paste it");
    private final Div outcome = new Div();

    TransferPanel(AccessTransfer transfer, Runnable changed) {
        this.transfer = transfer;
        this.changed = changed;
        text.setMaxLength(LARGEST);
        text.setMaxHeight("16em");
        outcome.getElement().setAttribute("role", "status");
    }

    @Override
    protected Card initContent() {
        Upload upload = new Upload(
                UploadHandler.inMemory((about, bytes) -> text.setValue(new String(bytes, StandardCharsets.UTF_8))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button("Choose a CSV file"));
        upload.setDropLabel(new Span("or drop it here"));
        upload.setWidthFull();
        upload.addAllFinishedListener(event -> {
            upload.clearFileList();
            take();
        });
        Paragraph help = new Paragraph(
                new Span("Columns: "),
                new Code("system,kind,managed_at,login,since"),
                new Span(". A file only adds; the same again changes nothing."));
        help.addClassNames("q-dim", "q-small");
        Anchor out = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] csv = transfer.write().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), "access.csv", "text/csv;charset=utf-8", csv.length);
                }),
                "Download as CSV");
        Div form = new Div(upload, text, new Button("Take it over", click -> take()), outcome, help, out);
        form.addClassName("q-form");
        return new Card("Import and export", form);
    }

    private void take() {
        outcome.removeAll();
        try {
            AccessReport report = transfer.take(text.getValue());
            if (report.problems().isEmpty()) {
                text.clear();
                changed.run();
            }
            outcome.add(new Paragraph("%d systems and %d grants are new, %d rows were known."
                    .formatted(report.systems(), report.grants(), report.unchanged())));
            UnorderedList list = new UnorderedList();
            report.problems()
                    .forEach(problem ->
                            list.add(new ListItem("Line %d: %s".formatted(problem.line(), problem.message()))));
            if (!report.problems().isEmpty()) {
                list.addClassName("q-problem");
                outcome.add(list);
            }
        } catch (NotAllowed e) {
            outcome.add(new Paragraph(e.getMessage()));
        }
    }
}
