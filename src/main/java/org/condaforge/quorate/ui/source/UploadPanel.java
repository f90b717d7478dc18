package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.source.ImportRun;
import org.condaforge.quorate.source.RefusedSource;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.source.UploadedFile;
import org.condaforge.quorate.ui.component.Card;

/// Where files are dropped. They are read together when the last one has arrived; none of them is kept as a file.
final class UploadPanel extends Composite<Card> {

    private static final int LARGEST = 20_000_000;
    private static final int LARGEST_TOGETHER = 60_000_000;
    private static final int MOST = 500;

    private final SourceService sources;
    private final Consumer<ImportRun> started;
    private final Upload upload = new Upload(this::receive);
    private final Paragraph problem = new Paragraph();
    private final List<UploadedFile> brought = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private long together;

    UploadPanel(SourceService sources, Consumer<ImportRun> started) {
        this.sources = sources;
        this.started = started;
        upload.setMaxFiles(MOST);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(new Span("or drop them here"));
        upload.setWidthFull();
        upload.addAllFinishedListener(event -> start());
        upload.addFileRejectedListener(
                event -> problem.setText(event.getFileName() + " was not taken: " + event.getErrorMessage()));
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Paragraph help =
                new Paragraph("Minutes (2026-03-04.md), proposals (cfep-07.md), rosters (core.csv, emeritus.csv)"
                        + " and vote records, each by its usual name.");
        help.addClassNames("q-dim", "q-small");
        return new Card("Upload files", upload, problem, help).acting();
    }

    /// Runs on the thread of the request, one for each file.
    private void receive(UploadEvent event) throws IOException {
        byte[] bytes;
        try (InputStream in = event.getInputStream()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        keep(event.getFileName(), bytes);
    }

    private synchronized void keep(String name, byte[] bytes) {
        try {
            together += bytes.length;
            if (together > LARGEST_TOGETHER || brought.size() >= MOST) {
                refused.add("That is too much at once: at most %d files of %d MB together."
                        .formatted(MOST, LARGEST_TOGETHER / 1_000_000));
                return;
            }
            brought.add(new UploadedFile(name, bytes));
        } catch (RefusedSource e) {
            refused.add(e.reason());
        }
    }

    private synchronized void start() {
        List<UploadedFile> files = List.copyOf(brought);
        problem.setText(String.join(" ", refused.stream().distinct().toList()));
        brought.clear();
        refused.clear();
        together = 0;
        upload.clearFileList();
        if (files.isEmpty()) {
            return;
        }
        try {
            started.accept(sources.upload(files));
        } catch (RefusedSource | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
