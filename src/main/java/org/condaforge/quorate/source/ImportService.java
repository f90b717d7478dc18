package org.condaforge.quorate.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.meeting.MinutesArchive;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.member.RosterArchive;
import org.condaforge.quorate.member.RosterName;
import org.condaforge.quorate.member.RosterReport;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.CfepIndex;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteRecords;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports files and folders. Each file is one transaction: one that cannot be read leaves the others, and importing
/// the
/// same files again changes nothing.
@Service
public class ImportService {

    private final RosterArchive rosters;
    private final ProposalService proposals;
    private final MeetingService meetings;
    private final MinutesArchive minutes;
    private final ActionLedger actions;
    private final VoteRecords records;
    private final TransactionTemplate transaction;

    ImportService(
            RosterArchive rosters,
            ProposalService proposals,
            MeetingService meetings,
            MinutesArchive minutes,
            ActionLedger actions,
            VoteRecords records,
            TransactionTemplate transaction) {
        this.rosters = rosters;
        this.proposals = proposals;
        this.meetings = meetings;
        this.minutes = minutes;
        this.actions = actions;
        this.records = records;
        this.transaction = transaction;
    }

    /// Imports these files, and the files in these folders. The paths exist.
    public ImportReport importAll(Collection<Path> paths) {
        Run run = new Run();
        Map<FileKind, Set<Path>> byKind = new TreeMap<>();
        for (Path file : files(paths, run)) {
            FileKind.of(file.getFileName().toString())
                    .ifPresentOrElse(
                            kind -> byKind.computeIfAbsent(kind, k -> new TreeSet<>())
                                    .add(file),
                            () -> run.notRecognised.add(file.toString()));
        }
        rosters(byKind.getOrDefault(FileKind.ROSTER, Set.of()), run);
        byKind.remove(FileKind.ROSTER);
        byKind.forEach((kind, files) -> files.forEach(file -> read(kind, file, run)));
        int recognised = meetings.recogniseAttendees();
        if (recognised > 0) {
            run.notes.add("%d attendees of earlier minutes were recognised as members.".formatted(recognised));
        }
        actions.follow();
        return run.report();
    }

    private static Set<Path> files(Collection<Path> paths, Run run) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(Files::isRegularFile)
                        .filter(file -> !path.relativize(file).toString().startsWith("."))
                        .sorted(Comparator.naturalOrder())
                        .forEach(files::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                run.refuse(path.toString(), 0, "The folder cannot be read: %s.".formatted(e.getMessage()));
            }
        }
        return files;
    }

    private void read(FileKind kind, Path path, Run run) {
        try {
            SourceFile file = SourceFile.read(path);
            Run one = run.inner();
            transaction.executeWithoutResult(status -> {
                switch (kind) {
                    case ROSTER -> {} // All at once, before.
                    case PROPOSAL -> proposal(file, one);
                    case PROPOSAL_INDEX -> index(file, one);
                    case MINUTES -> minutes(file, one);
                    case VOTE_RECORD -> record(file, one);
                }
            });
            run.addAll(one);
        } catch (SourceFile.Unreadable e) {
            run.refuse(path.toString(), e.line(), String.valueOf(e.getMessage()));
        } catch (DataIntegrityViolationException e) {
            run.refuse(
                    path.toString(),
                    0,
                    "Nothing of it was stored, something in it is too long: %s"
                            .formatted(e.getMostSpecificCause().getMessage()));
        }
    }

    /// All rosters in one transaction: what somebody was when follows from all of them together.
    private void rosters(Set<Path> paths, Run run) {
        List<RosterArchive.Brought> brought = new ArrayList<>();
        for (Path path : paths) {
            try {
                SourceFile file = SourceFile.read(path);
                RosterName.of(file.name())
                        .ifPresentOrElse(
                                name -> brought.add(
                                        new RosterArchive.Brought(name, file.path(), file.name(), file.text())),
                                () -> run.refuse(file.path(), 0, "The name has a date that no calendar has."));
            } catch (SourceFile.Unreadable e) {
                run.refuse(path.toString(), e.line(), String.valueOf(e.getMessage()));
            }
        }
        if (brought.isEmpty()) {
            return;
        }
        RosterReport report = rosters.take(brought);
        report.problems()
                .forEach(p -> run.problems.add(new ImportReport.Problem(p.file(), p.line(), p.message(), p.refused())));
        report.entries()
                .forEach(e -> run.entries.add(new ImportReport.Entry(
                        e.file(), "member", e.login(), Change.valueOf(e.change().name()))));
    }

    private void proposal(SourceFile file, Run run) {
        CfepFile cfep;
        try {
            cfep = CfepFile.parse(file.text(), file.name());
        } catch (UnreadableCfep e) {
            run.refuse(file.path(), e.line(), String.valueOf(e.getMessage()));
            return;
        }
        if (cfep.template()) {
            run.notes.add("%s is the template, not a proposal.".formatted(file.path()));
            return;
        }
        cfep.problems().forEach(p -> run.remark(file.path(), p.line(), p.message()));
        ProposalService.Change change = proposals.take(cfep, file.name(), file.text());
        run.add(file, "proposal", new ProposalNumber(cfep.number()).label(), Change.valueOf(change.name()));
    }

    private void index(SourceFile file, Run run) {
        Map<Integer, String> listed = CfepIndex.parse(file.text());
        if (listed.isEmpty()) {
            run.notRecognised.add(file.path());
            return;
        }
        Map<Integer, Status> statuses = new TreeMap<>();
        listed.forEach((number, section) -> Status.of(section.strip().split("\\s+", 2)[0])
                .ifPresentOrElse(
                        status -> statuses.put(number, status),
                        () -> run.remark(
                                file.path(),
                                0,
                                "CFEP-%02d is listed under “%s”, which names no status.".formatted(number, section))));
        int changed = proposals.takeIndex(statuses);
        run.add(file, "index", file.name(), changed > 0 ? Change.CHANGED : Change.UNCHANGED);
    }

    private void minutes(SourceFile file, Run run) {
        MinutesArchive.Taken taken;
        try {
            taken = minutes.take(file.name(), file.text());
        } catch (UnreadableMinutes e) {
            run.refuse(file.path(), e.line(), String.valueOf(e.getMessage()));
            return;
        }
        taken.minutes().problems().forEach(p -> run.remark(file.path(), p.line(), p.message()));
        run.add(
                file,
                "meeting",
                taken.minutes().date().toString(),
                Change.valueOf(taken.change().name()));
        taken.proposals().forEach(number -> run.add(file, "proposal", number.label(), Change.NEW));
        taken.votes().forEach(vote -> {
            String label = new ProposalNumber(vote.cfep()).label();
            run.add(file, "vote", "on %s, ended %s".formatted(label, vote.endsOn()), Change.NEW);
        });
    }

    private void record(SourceFile file, Run run) {
        VoteRecordFile record = VoteRecordFile.parse(file.text());
        if (record.template()) {
            run.notes.add("%s is the template, not a record.".formatted(file.path()));
            return;
        }
        if (record.closesAt().isEmpty()) {
            run.refuse(file.path(), 1, "No close date of the vote can be read, so it is no record of one.");
            return;
        }
        record.problems().forEach(p -> run.remark(file.path(), p.line(), p.message()));
        VoteRecords.Taken taken = records.take(record, file.name(), file.text());
        taken.contradiction().ifPresent(contradiction -> run.remark(file.path(), 1, contradiction));
        run.add(file, "vote", record.title(), Change.valueOf(taken.change().name()));
    }

    private static final class Run {

        private final List<ImportReport.Entry> entries = new ArrayList<>();
        private final List<String> notRecognised = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<ImportReport.Problem> problems = new ArrayList<>();

        /// What comes of one file, which counts when its transaction has ended well.
        private Run inner() {
            return new Run();
        }

        private void addAll(Run other) {
            entries.addAll(other.entries);
            notRecognised.addAll(other.notRecognised);
            notes.addAll(other.notes);
            problems.addAll(other.problems);
        }

        private void add(SourceFile file, String kind, String name, Change change) {
            entries.add(new ImportReport.Entry(file.path(), kind, name, change));
        }

        private void refuse(String file, int line, String message) {
            problems.add(new ImportReport.Problem(file, line, message, true));
        }

        private void remark(String file, int line, String message) {
            problems.add(new ImportReport.Problem(file, line, message, false));
        }

        private ImportReport report() {
            return new ImportReport(entries, notRecognised, notes, problems);
        }
    }
}
