package org.condaforge.quorate.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.source.ImportRun;
import org.condaforge.quorate.source.PastRun;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Pager;
import org.condaforge.quorate.ui.shell.Reader;

/// Where secretaries bring in the record: files dropped, folders and repositories named, and what came of each run. The
/// address says which run is shown; a run goes on when the page is left.
@Route(ImportAddress.PATH)
@PageTitle("Import · Quorate")
@AnonymousAllowed
public class ImportView extends Composite<Main> implements BeforeEnterObserver {

    private final SourceService sources;
    private final Reader reader;
    private ImportAddress asked = new ImportAddress(Optional.empty(), Optional.empty(), 0, 0);

    public ImportView(SourceService sources, Reader reader) {
        this.sources = sources;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = ImportAddress.of(event.getLocation());
        getContent().removeAll();
        Optional<String> refusal = sources.refusal();
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return;
        }
        Optional<PastRun> shown = asked.run().flatMap(sources::run);
        if (asked.run().isPresent() && shown.isEmpty()) {
            event.rerouteToError(
                    NotFoundException.class,
                    "There is no import %d.".formatted(asked.run().get()));
            return;
        }
        show(shown.or(sources::running));
    }

    private void refuse(String reason) {
        getContent()
                .add(
                        new PageHead("Import"),
                        new Card(new Paragraph(reason
                                + " Minutes, proposals, rosters and vote records come in here; what they say is"
                                + " under Meetings, CFEPs, Members and Votes for everybody to read.")));
    }

    private void show(Optional<PastRun> run) {
        List<Component> reading = new ArrayList<>();
        run.ifPresent(past -> {
            Optional<ImportRun> watched =
                    sources.watch(past.id()).filter(live -> past.endedAt().isEmpty());
            reading.add(new RunPanel(
                    past,
                    watched,
                    sources.report(past.id()),
                    asked,
                    reader,
                    () -> Address.open(ImportAddress.of(past.id()))));
        });
        reading.add(new SourcesPanel(sources, reader, this::go, () -> Address.open(asked.path())));
        reading.add(new RunsPanel(sources.runs(new Page.Request(asked.page(), Pager.SIZE)), asked, reader));
        getContent()
                .add(
                        new PageHead("Import")
                                .lead("Files from folders, repositories and uploads become the record. Reading the same"
                                        + " again changes nothing; what was recorded here is never overwritten."),
                        new Columns(
                                reading,
                                List.of(new UploadPanel(sources, this::go), new PlacePanel(sources, this::go))));
    }

    private void go(ImportRun run) {
        Address.open(ImportAddress.of(run.id()));
    }
}
