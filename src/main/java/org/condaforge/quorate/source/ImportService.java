package org.condaforge.quorate.source;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.RosterArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports sources, one run at a time over all nodes. Each file is one transaction: one that cannot be read leaves the
/// others, and importing the same files again changes nothing. Pages go through [SourceService], which asks who they
/// are for.
@Service
public class ImportService {

    private static final Logger log = LoggerFactory.getLogger(ImportService.class);
    private static final long BETWEEN_MARKS = 500_000_000L;

    /// A shell may name thousands of files; a run is recognised by some of them.
    private static final int MOST_NAMED = 20;

    private final SourceLocator locator;
    private final SourceStore store;
    private final RunStore runs;
    private final GitClones clones;
    private final Intake intake;
    private final RosterArchive rosters;
    private final ProposalHistories proposalHistories;
    private final MeetingService meetings;
    private final ActionLedger actions;
    private final CurrentMember currentMember;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportService(
            SourceLocator locator,
            SourceStore store,
            RunStore runs,
            GitClones clones,
            Intake intake,
            RosterArchive rosters,
            ProposalHistories proposalHistories,
            MeetingService meetings,
            ActionLedger actions,
            CurrentMember currentMember,
            TransactionTemplate transaction,
            Clock clock) {
        this.locator = locator;
        this.store = store;
        this.runs = runs;
        this.clones = clones;
        this.intake = intake;
        this.rosters = rosters;
        this.proposalHistories = proposalHistories;
        this.meetings = meetings;
        this.actions = actions;
        this.currentMember = currentMember;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Imports these files, folders and repositories, as the application itself. The paths exist.
    public ImportReport importAll(Collection<Path> paths) {
        return importPlaces(paths.stream().map(Path::toString).toList());
    }

    /// Imports what these paths and addresses name, as the application itself: on its command line.
    ///
    /// @throws RefusedSource where one of them cannot be read, or another import runs
    /// @throws org.condaforge.quorate.member.NotAllowed for somebody who signed in and is no secretary
    public ImportReport importPlaces(List<String> places) {
        if (currentMember.signedIn().isPresent()) {
            currentMember.requireSecretary("import files");
        }
        List<Source> sources = places.stream().map(locator::locate).toList();
        ImportRun run = begin(sources, PastRun.How.COMMAND, "");
        RuntimeException failure = carryOut(sources, run);
        return run.progress().report().orElseThrow(() -> failure);
    }

    /// Puts a run on record, which keeps others from starting.
    ///
    /// @throws RefusedSource while another goes on
    ImportRun begin(List<Source> sources, PastRun.How how, String by) {
        String what = sources.stream().map(Source::location).limit(MOST_NAMED).collect(Collectors.joining("\n"));
        return new ImportRun(runs.begin(what, how, by));
    }

    /// Carries out a run that has begun, on this thread. Whatever happens, it ends.
    ///
    /// @return why it failed, if it did
    @SuppressWarnings("ReturnValueIgnored")
    RuntimeException carryOut(List<Source> sources, ImportRun run) {
        try {
            ImportReport report = read(sources, run);
            runs.end(run.id(), report);
            run.done(report);
            return new IllegalStateException("the run has not failed");
        } catch (RefusedSource e) {
            end(run, e.reason());
            return e;
        } catch (RuntimeException | Error e) {
            log.warn("Import {} failed", run.id(), e);
            end(
                    run,
                    "It broke off, because of an error in the application: %s. What was read before stays; start it again."
                            .formatted(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
            if (e instanceof RuntimeException failure) {
                return failure;
            }
            throw (Error) e;
        }
    }

    private void end(ImportRun run, String why) {
        try {
            runs.fail(run.id(), why);
        } finally {
            run.failed(why);
        }
    }

    private ImportReport read(List<Source> sources, ImportRun run) {
        Marks marks = new Marks(run);
        Map<String, Long> numbers = new HashMap<>();
        for (Source source : sources) {
            numbers.computeIfAbsent(source.location(), location -> store.keep(source.kind(), location));
        }
        numbers.values().forEach(number -> store.ranIn(number, run.id()));
        List<GitRepository> open = new ArrayList<>();
        try {
            List<Contents> all = new ArrayList<>();
            for (Source source : sources) {
                run.reached("Looking at " + source.location(), 0, 0);
                all.add(contents(source, open, marks));
            }
            Reading reading = new Reading(store, intake, rosters, proposalHistories, transaction, clock.instant());
            for (Contents contents : all) {
                transaction.executeWithoutResult(
                        status -> reading.add(numbers.getOrDefault(contents.location(), 0L), contents));
            }
            reading.read(done -> marks.reached("Reading files", done, reading.total()));
            marks.reached("Following people and action items", reading.total(), reading.total());
            int recognised = meetings.recogniseAttendees();
            if (recognised > 0) {
                reading.account()
                        .notes
                        .add("%d attendees of earlier minutes were recognised as members.".formatted(recognised));
            }
            actions.follow();
            all.forEach(contents -> contents.head()
                    .ifPresent(head -> store.readTo(numbers.getOrDefault(contents.location(), 0L), head)));
            return reading.account().report();
        } finally {
            open.forEach(GitRepository::close);
        }
    }

    private Contents contents(Source source, List<GitRepository> open, Marks marks) {
        return switch (source) {
            case Source.Folder folder -> Contents.of(folder);
            case Source.Upload upload -> Contents.of(upload);
            case Source.Repository git -> {
                Path folder = git.remote() ? clones.fetch(git.location(), marks::alive) : Path.of(git.location());
                GitRepository repository = GitRepository.open(git.location(), folder);
                open.add(repository);
                Optional<String> read = store.head(git.location());
                yield repository.contents(git.remote() ? GitClones.HEAD : "HEAD", read);
            }
        };
    }

    /// Tells those who watch of every step, and the database now and then.
    private final class Marks {

        private final ImportRun run;
        private long marked = System.nanoTime();

        private Marks(ImportRun run) {
            this.run = run;
        }

        private void reached(String step, int done, int total) {
            run.reached(step, done, total);
            if (System.nanoTime() - marked > BETWEEN_MARKS) {
                marked = System.nanoTime();
                runs.reached(run.id(), done, total);
            }
        }

        private void alive() {
            ImportRun.Progress progress = run.progress();
            reached("Fetching", progress.done(), progress.total());
        }
    }
}
