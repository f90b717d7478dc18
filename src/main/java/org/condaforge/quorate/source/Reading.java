package org.condaforge.quorate.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.condaforge.quorate.meeting.MinutesArchive;
import org.condaforge.quorate.member.RosterArchive;
import org.condaforge.quorate.member.RosterName;
import org.condaforge.quorate.member.RosterReport;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.source.SourceFile.Unreadable;
import org.condaforge.quorate.source.SourceStore.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One run over the contents of some sources: file by file, each in a transaction of its own; one that was read before
/// and did not change is not read again. Rosters are all taken together, each time: what somebody was when follows from
/// all of them, and where it differs from what was recorded here is said each time.
final class Reading {

    private static final int TRIES = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ImportReport.Problem>> REMARKS = new TypeReference<>() {};

    private final SourceStore store;
    private final Intake intake;
    private final RosterArchive rosters;
    private final ProposalHistories proposalHistories;
    private final TransactionTemplate transaction;
    private final Instant now;
    private final Ledger ledger;
    private final Map<String, Long> sourceOf = new HashMap<>();
    private final Map<String, Contents.Item> items = new LinkedHashMap<>();
    private final Map<String, FileHistory> histories = new HashMap<>();
    private final List<FileHistory> formerRosters = new ArrayList<>();
    private final Account account = new Account();

    Reading(
            SourceStore store,
            Intake intake,
            RosterArchive rosters,
            ProposalHistories proposalHistories,
            TransactionTemplate transaction,
            Instant now) {
        this.store = store;
        this.intake = intake;
        this.rosters = rosters;
        this.proposalHistories = proposalHistories;
        this.transaction = transaction;
        this.now = now;
        this.ledger = new Ledger(store.files());
    }

    Account account() {
        return account;
    }

    /// How many files there are to read.
    int total() {
        return items.size();
    }

    /// Adds what a source holds; what it held before and holds no longer is marked as gone.
    void add(long source, Contents contents) {
        Set<String> seen = new HashSet<>();
        for (Contents.Item item : contents.items()) {
            seen.add(item.address());
            sourceOf.putIfAbsent(item.address(), source);
            items.putIfAbsent(item.address(), item);
        }
        List<Known> gone = ledger.gone(contents, seen);
        store.gone(gone.stream().map(Known::id).toList(), now);
        gone.stream()
                .filter(Known::counted)
                .forEach(file -> account.gone.add(
                        new ImportReport.Gone(file.address(), Intake.word(file.kind()), file.label())));
        store.seen(ledger.here(seen), now);
        account.notRecognised.addAll(contents.notRecognised());
        account.notes.addAll(contents.notes());
        for (FileHistory history : contents.histories()) {
            if (history.address().isEmpty()) {
                formerRosters.add(history);
            } else {
                histories.put(history.address(), history);
            }
        }
    }

    /// Reads all that was added.
    ///
    /// @param reached is told how many files are read
    void read(IntConsumer reached) {
        Map<FileKind, List<Contents.Item>> byKind = new TreeMap<>();
        items.values()
                .forEach(item -> byKind.computeIfAbsent(item.kind(), k -> new ArrayList<>())
                        .add(item));
        if (!formerRosters.isEmpty()) {
            byKind.putIfAbsent(FileKind.ROSTER, List.of());
        }
        int done = 0;
        List<Contents.Item> lists = byKind.remove(FileKind.ROSTER);
        if (lists != null) {
            rosters(ordered(lists));
            done += lists.size();
            reached.accept(done);
        }
        MinutesArchive.Run minutes = intake.begin();
        for (List<Contents.Item> kind : byKind.values()) {
            for (Contents.Item item : ordered(kind)) {
                read(item, minutes);
                reached.accept(++done);
            }
        }
    }

    private List<Contents.Item> ordered(List<Contents.Item> found) {
        return found.stream().sorted(ledger.order()).toList();
    }

    private void read(Contents.Item item, MinutesArchive.Run minutes) {
        SourceFile file;
        try {
            file = item.read();
        } catch (Unreadable e) {
            account.refuse(item.path(), e.line(), String.valueOf(e.getMessage()));
            return;
        }
        if (unchanged(item, file.hash())) {
            history(item);
            return;
        }
        try {
            List<Known> results = new ArrayList<>();
            guarded(() -> {
                Account one = new Account();
                Known result = take(item, file, minutes, one);
                if (result.gave() != null) {
                    keep(result, one);
                }
                results.add(result);
                return one;
            });
            remember(results.getLast());
            if (ledger.at(item.address()).filter(Known::counted).isPresent()) {
                history(item);
            }
        } catch (DataIntegrityViolationException e) {
            account.refuse(
                    item.path(),
                    0,
                    "Nothing of it was stored, something in it is too long: %s"
                            .formatted(e.getMostSpecificCause().getMessage()));
        }
    }

    /// Does it in a transaction, again where another one was in the way; what comes of it counts when it has ended
    /// well.
    private void guarded(java.util.function.Supplier<Account> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                Account one = transaction.execute(status -> act.get());
                account.addAll(one);
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// Whether the file is as it was when it was read, and counts as it did.
    private boolean unchanged(Contents.Item item, String hash) {
        Optional<Known> before = ledger.at(item.address())
                .filter(known -> known.hash().equals(hash) && known.gave() != null && known.kind() == item.kind());
        if (before.isEmpty()) {
            return false;
        }
        Known known = before.get();
        String gave = String.valueOf(known.gave());
        Optional<String> other = ledger.other(item.kind(), gave, item.address());
        if (known.counted() && other.isEmpty()) {
            account.add(item.path(), Intake.word(item.kind()), known.label(), Change.UNCHANGED);
            JSON.readValue(known.remarks(), REMARKS)
                    .forEach(remark -> account.remark(item.path(), remark.line(), remark.message()));
            return true;
        }
        if (!known.counted() && other.isPresent()) {
            second(account, item, known.label(), other.get());
            return true;
        }
        return false;
    }

    private Known take(Contents.Item item, SourceFile file, MinutesArchive.Run minutes, Account one) {
        @Nullable String[] gave = {null};
        String[] label = {""};
        boolean[] counts = {false};
        intake.take(
                item.kind(),
                file,
                minutes,
                (gift, words) -> {
                    gave[0] = gift;
                    Optional<String> other = ledger.other(item.kind(), gift, item.address());
                    counts[0] = other.isEmpty();
                    label[0] = words;
                    other.ifPresent(counting -> second(one, item, words, counting));
                    return counts[0];
                },
                one);
        String named = one.entries.isEmpty() ? label[0] : one.entries.getFirst().name();
        return known(item, file.hash(), gave[0], named, counts[0], one.problems);
    }

    private static Known known(
            Contents.Item item,
            String hash,
            @Nullable String gave,
            String label,
            boolean counted,
            List<ImportReport.Problem> remarks) {
        return new Known(
                0,
                Source.Kind.FOLDER,
                item.address(),
                item.kind(),
                item.name(),
                hash,
                gave,
                label.length() > 400 ? label.substring(0, 400) : label,
                counted,
                JSON.writeValueAsString(remarks),
                false);
    }

    /// Writes down what a file gave. Where it counts, one that is gone no longer does: the file moved.
    private void keep(Known file, Account one) {
        if (file.counted()) {
            List<String> former = former(file);
            store.release(former);
            former.forEach(address -> one.notes.add(
                    "%s is read from %s now; %s is gone.".formatted(file.label(), file.address(), address)));
        }
        store.put(sourceOf.getOrDefault(file.address(), 0L), file, now);
    }

    private List<String> former(Known file) {
        return ledger.formerly(file.kind(), String.valueOf(file.gave()), file.address());
    }

    private void remember(Known file) {
        if (file.gave() != null) {
            if (file.counted()) {
                ledger.release(former(file));
            }
            ledger.put(file);
        }
    }

    private static void second(Account account, Contents.Item item, String label, String counts) {
        String word = Intake.word(item.kind());
        account.second.add(new ImportReport.Second(
                item.path(),
                word,
                label,
                counts,
                "%s also tells of %s. %s counts, as it did before or comes first by name; this one was left out."
                        .formatted(item.path(), label, counts)));
    }

    private void history(Contents.Item item) {
        FileHistory history = histories.get(item.address());
        if (history != null && item.kind() == FileKind.PROPOSAL) {
            transaction.executeWithoutResult(status -> proposalHistories.take(history, account));
        }
    }

    /// All rosters in one transaction: what somebody was when follows from all of them together.
    private void rosters(List<Contents.Item> ordered) {
        List<RosterArchive.Brought> brought = new ArrayList<>();
        List<Known> kept = new ArrayList<>();
        for (Contents.Item item : ordered) {
            Optional<RosterName> name = RosterName.of(item.name());
            if (name.isEmpty()) {
                account.refuse(item.path(), 0, "The name has a date that no calendar has.");
                continue;
            }
            boolean undated = name.get().day().isEmpty();
            String gave = undated ? name.get().list().name() : item.name();
            Optional<String> other = ledger.other(item.kind(), gave, item.address());
            boolean counts = !undated || other.isEmpty();
            try {
                SourceFile file = item.read();
                Known known = known(item, file.hash(), gave, item.name(), counts, List.of());
                if (counts) {
                    brought.addAll(versions(item, file, name.get()));
                } else {
                    second(account, item, "today’s " + item.name(), other.orElseThrow());
                }
                ledger.put(known);
                kept.add(known);
            } catch (Unreadable e) {
                account.refuse(item.path(), e.line(), String.valueOf(e.getMessage()));
            }
        }
        formerRosters.forEach(history -> brought.addAll(perDay(history)));
        take(brought, kept);
    }

    private void take(List<RosterArchive.Brought> brought, List<Known> kept) {
        try {
            guarded(() -> {
                Account one = new Account();
                if (!brought.isEmpty()) {
                    RosterReport report = rosters.take(brought);
                    report.problems()
                            .forEach(p -> one.problems.add(
                                    new ImportReport.Problem(p.file(), p.line(), p.message(), p.refused())));
                    report.entries()
                            .forEach(e -> one.add(
                                    e.file(),
                                    "member",
                                    e.login(),
                                    Change.valueOf(e.change().name())));
                }
                kept.forEach(file -> keep(file, one));
                return one;
            });
            kept.forEach(this::remember);
        } catch (DataIntegrityViolationException e) {
            account.refuse(
                    brought.isEmpty() ? "" : brought.getFirst().path(),
                    0,
                    "No roster was stored, something in one of them is too long: %s"
                            .formatted(e.getMostSpecificCause().getMessage()));
        }
    }

    private List<RosterArchive.Brought> versions(Contents.Item item, SourceFile file, RosterName name) {
        FileHistory history = histories.get(item.address());
        return history == null
                ? List.of(new RosterArchive.Brought(name, file.path(), file.name(), file.text()))
                : perDay(history);
    }

    /// The last version of each day.
    private List<RosterArchive.Brought> perDay(FileHistory history) {
        RosterName name = RosterName.of(history.name()).orElseThrow();
        Map<LocalDate, FileHistory.Version> last = new TreeMap<>();
        history.versions().forEach(version -> last.put(version.day(), version));
        List<RosterArchive.Brought> found = new ArrayList<>();
        last.forEach((day, version) -> {
            String path = "%s at %s".formatted(version.path(), version.commit());
            try {
                SourceFile file =
                        SourceFile.of(path, history.name(), version.bytes().read());
                found.add(new RosterArchive.Brought(
                        new RosterName(name.list(), Optional.of(day), RosterName.Dated.DAY),
                        path,
                        version.commit(),
                        file.text()));
            } catch (Unreadable e) {
                account.refuse(path, e.line(), String.valueOf(e.getMessage()));
            }
        });
        return found;
    }
}
