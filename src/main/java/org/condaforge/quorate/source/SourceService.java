package org.condaforge.quorate.source;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.store.Page;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// The sources of this instance: named, read again by hand or by themselves, and what came of it. For secretaries.
@Service
public class SourceService implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SourceService.class);
    private static final String ACT = "import files";

    /// Shorter is no use: a run may take as long.
    public static final Duration OFTENEST = Duration.ofMinutes(10);

    private static final Duration SELDOMEST = Duration.ofDays(365);

    private final ImportService imports;
    private final SourceLocator locator;
    private final SourceStore store;
    private final RunStore runs;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final AtomicReference<@Nullable ImportRun> here = new AtomicReference<>();

    SourceService(
            ImportService imports,
            SourceLocator locator,
            SourceStore store,
            RunStore runs,
            CurrentMember currentMember,
            Clock clock) {
        this.imports = imports;
        this.locator = locator;
        this.store = store;
        this.runs = runs;
        this.currentMember = currentMember;
        this.clock = clock;
    }

    /// Why the person at the keyboard cannot import, a sentence; empty where they can.
    public Optional<String> refusal() {
        try {
            currentMember.requireSecretary(ACT);
            return Optional.empty();
        } catch (NotAllowed e) {
            return Optional.of(e.reason());
        }
    }

    /// Every source that can be read again.
    ///
    /// @throws NotAllowed when the person at the keyboard is no secretary; so do all others here
    public List<RegisteredSource> sources() {
        currentMember.requireSecretary(ACT);
        return store.sources();
    }

    /// Begins to read a folder, a file or a repository in the background, and keeps it as a source.
    ///
    /// @param every how often it is to be read by itself
    /// @throws RefusedSource where it cannot be read, or while another import is running
    public ImportRun read(String place, Optional<Duration> every) {
        String by = currentMember.requireSecretary(ACT).login();
        Source source = locator.locate(place);
        every.ifPresent(SourceService::check);
        ImportRun run = imports.begin(List.of(source), PastRun.How.HAND, by);
        try {
            store.refreshEvery(store.keep(source.kind(), source.location()), every);
        } catch (RuntimeException e) {
            runs.fail(run.id(), "The source could not be kept.");
            throw e;
        }
        return start(List.of(source), run);
    }

    /// Begins to read files that somebody brought.
    ///
    /// @throws RefusedSource while another import is running
    public ImportRun upload(List<UploadedFile> files) {
        String by = currentMember.requireSecretary(ACT).login();
        if (files.isEmpty()) {
            throw new RefusedSource("Choose at least one file.");
        }
        return start(List.of(new Source.Upload(files)), PastRun.How.HAND, by);
    }

    /// Begins to read a source again.
    ///
    /// @throws RefusedSource where it is no longer there, or while another import is running
    public ImportRun refresh(long source) {
        String by = currentMember.requireSecretary(ACT).login();
        return start(List.of(locator.locate(find(source).location())), PastRun.How.HAND, by);
    }

    /// Sets how often a source is read by itself; empty: by hand only.
    public void refreshEvery(long source, Optional<Duration> every) {
        currentMember.requireSecretary(ACT);
        every.ifPresent(SourceService::check);
        store.refreshEvery(find(source).id(), every);
    }

    /// Forgets a source. What it told stays on record; from now on another source may tell of the same.
    public void remove(long source) {
        currentMember.requireSecretary(ACT);
        if (runs.running().isPresent()) {
            throw new RefusedSource("An import is running. Remove the source when it has ended.");
        }
        store.forget(find(source).id());
    }

    private RegisteredSource find(long source) {
        return store.sources().stream()
                .filter(known -> known.id() == source)
                .findFirst()
                .orElseThrow(() -> new RefusedSource("There is no such source any more."));
    }

    private static void check(Duration every) {
        if (every.compareTo(OFTENEST) < 0 || every.compareTo(SELDOMEST) > 0) {
            throw new RefusedSource("A source is read every 10 minutes at most, and at least once a year.");
        }
    }

    /// The run that goes on, on this node or another.
    public Optional<PastRun> running() {
        currentMember.requireSecretary(ACT);
        return runs.running();
    }

    /// The run of that number if it goes on here, or was the last here: it can be watched.
    public Optional<ImportRun> watch(long run) {
        currentMember.requireSecretary(ACT);
        return Optional.ofNullable(here.get()).filter(last -> last.id() == run);
    }

    /// A page of runs, the newest first.
    public Page<PastRun> runs(Page.Request page) {
        currentMember.requireSecretary(ACT);
        return runs.list(page);
    }

    /// That run.
    public Optional<PastRun> run(long id) {
        currentMember.requireSecretary(ACT);
        return runs.find(id);
    }

    /// What that run found, without what was unchanged; empty while it goes on, or where it failed.
    public Optional<ImportReport> report(long id) {
        currentMember.requireSecretary(ACT);
        return runs.report(id);
    }

    /// Reads the source that is most overdue, as the application itself; the others follow one by one.
    ///
    /// @return the run, if one was due
    @Scheduled(
            fixedDelayString = "${quorate.sources.look-every:1m}",
            initialDelayString = "${quorate.sources.look-every:1m}")
    Optional<ImportRun> refreshDue() {
        try {
            for (RegisteredSource source : store.sources()) {
                if (source.dueAt(clock.instant())) {
                    if (runs.running().isPresent()) {
                        return Optional.empty();
                    }
                    return refreshByItself(source);
                }
            }
        } catch (RuntimeException e) {
            log.warn("Sources could not be refreshed and are tried again: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<ImportRun> refreshByItself(RegisteredSource source) {
        try {
            return Optional.of(start(List.of(locator.locate(source.location())), PastRun.How.SCHEDULE, ""));
        } catch (RefusedSource e) {
            // On record, so that it is seen, and tried again in its time and not at once.
            Source gone = source.kind() == Source.Kind.REPOSITORY
                    ? new Source.Repository(source.location(), false)
                    : new Source.Folder(java.nio.file.Path.of(source.location()), source.location());
            ImportRun run = imports.begin(List.of(gone), PastRun.How.SCHEDULE, "");
            store.ranIn(source.id(), run.id());
            runs.fail(run.id(), e.reason());
            run.failed(e.reason());
            return Optional.of(run);
        }
    }

    private ImportRun start(List<Source> sources, PastRun.How how, String by) {
        return start(sources, imports.begin(sources, how, by));
    }

    private ImportRun start(List<Source> sources, ImportRun run) {
        here.set(run);
        Thread.ofVirtual().name("import " + run.id()).start(() -> {
            RuntimeException failure = imports.carryOut(sources, run);
            log.debug("Import {} ended: {}", run.id(), failure.getMessage());
        });
        return run;
    }

    /// A run does not outlive the application; the next one need not wait until it is taken for dead.
    @Override
    public void destroy() {
        ImportRun run = here.get();
        if (run != null && run.progress().state() == ImportRun.State.RUNNING) {
            runs.fail(run.id(), "The application was stopped before the run had ended. Start it again.");
        }
    }

    /// What became of the file behind a record, for everybody who reads the record.
    public Optional<GoneFile> goneBehind(GoneFile.Subject subject) {
        return store.gone(subject);
    }
}
