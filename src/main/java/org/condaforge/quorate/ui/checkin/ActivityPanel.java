package org.condaforge.quorate.ui.checkin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import org.condaforge.quorate.member.ImportedActivity;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.ui.component.Card;

/// For a secretary: to bring in activity that is seen elsewhere.
final class ActivityPanel extends Composite<Card> {

    private static final int LARGEST = 5_000_000;

    private final ImportedActivity imported;
    private final Runnable done;
    private final Upload upload;
    private final Div report = new Div();

    ActivityPanel(ImportedActivity imported, Runnable done) {
        this.imported = imported;
        this.done = done;
        upload = new Upload(
                UploadHandler.inMemory((metadata, bytes) -> read(new String(bytes, StandardCharsets.UTF_8))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button("Choose a file"));
        upload.setDropLabel(new Span("or drop it here"));
        upload.setWidthFull();
        upload.addFileRejectedListener(
                event -> say(event.getFileName() + " was not taken: " + event.getErrorMessage()));
        report.getElement().setAttribute("role", "status");
    }

    @Override
    protected Card initContent() {
        Paragraph help =
                new Paragraph("Comma-separated rows of login, date (2026-03-02) and kind (review). To bring the"
                        + " same rows again changes nothing.");
        help.addClassNames("q-small", "q-dim");
        return new Card("Activity seen elsewhere", help, new Details("Bring in a list", upload), report);
    }

    /// Reads a list and says what came of it.
    void read(String csv) {
        try {
            ImportedActivity.Report read = imported.read(csv);
            upload.clearFileList();
            done.run();
            say("%d new, %d known before, %d left out."
                    .formatted(read.fresh(), read.known(), read.problems().size()));
            UnorderedList problems = new UnorderedList();
            read.problems()
                    .forEach(problem ->
                            problems.add(new ListItem("Line %d: %s".formatted(problem.line(), problem.message()))));
            report.add(problems);
        } catch (NotAllowed e) {
            say(e.reason());
        }
    }

    private void say(String words) {
        report.removeAll();
        report.add(new Paragraph(words));
    }
}
