package org.condaforge.quorate.member;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.AccessTask.What;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who holds what, from and to comma-separated text. A file only adds: what is not in it stays, and what was revoked
/// here
/// is not taken back by it. The same file again changes nothing.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class AccessTransfer {

    private static final String ACT = "work on the access list";

    private final AccessStore store;
    private final AccessTasks tasks;
    private final MemberService members;
    private final RenamedLogins renamed;
    private final CurrentMember currentMember;
    private final Clock clock;

    AccessTransfer(
            AccessStore store,
            AccessTasks tasks,
            MemberService members,
            RenamedLogins renamed,
            CurrentMember currentMember,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.members = members;
        this.renamed = renamed;
        this.currentMember = currentMember;
        this.clock = clock;
    }

    /// Everything that is held now, and every system, as comma-separated text that [#take] reads.
    ///
    /// @throws NotAllowed when no secretary asks
    @Transactional(readOnly = true)
    public String write() {
        currentMember.requireSecretary(ACT);
        return AccessFile.write(
                store.systems(),
                store.everything(LocalDate.now(clock)).stream()
                        .filter(grant -> grant.revoked().isEmpty())
                        .collect(Collectors.groupingBy(AccessGrant::system)));
    }

    /// Takes over such a file, all its rows that can be read at once. What cannot is reported with its line.
    ///
    /// @throws NotAllowed when no secretary asks
    public AccessReport take(String csv) {
        String by = currentMember.requireSecretary(ACT).login();
        AccessFile file = AccessFile.parse(csv);
        return new Taking(by, clock.instant(), new ArrayList<>(file.problems())).take(file.rows());
    }

    /// One file, against all that is known before it.
    private final class Taking {

        private final String by;
        private final Instant now;
        private final LocalDate today = LocalDate.now(clock);
        private final List<AccessReport.Problem> problems;
        private final Map<String, AccessSystem> systems = store.systems().stream()
                .collect(Collectors.toMap(system -> AccessStore.key(system.name()), Function.identity()));
        private final Map<String, MemberService.Person> people = members.everybody().stream()
                .collect(Collectors.toMap(person -> Member.key(person.login()), Function.identity()));
        private final Renames renames = renamed.renames();
        private final Map<Held, AccessGrant> last = new HashMap<>();
        private final Set<Held> given = new HashSet<>();
        private int added;
        private int unchanged;

        private record Held(AccessSystem.Id system, MemberId member) {}

        Taking(String by, Instant now, List<AccessReport.Problem> problems) {
            this.by = by;
            this.now = now;
            this.problems = problems;
            store.everything(today)
                    .forEach(grant ->
                            last.put(new Held(grant.system(), grant.member().id()), grant));
        }

        AccessReport take(List<AccessFile.Row> rows) {
            List<AccessStore.Giving> giving = new ArrayList<>();
            for (AccessFile.Row row : rows) {
                Optional<AccessSystem> system = system(row);
                if (system.isPresent() && row.login().isEmpty()) {
                    continue;
                }
                system.flatMap(known -> giving(row, known)).ifPresent(giving::add);
            }
            store.give(giving, by, now);
            follow(giving);
            problems.sort(Comparator.comparingInt(AccessReport.Problem::line));
            return new AccessReport(added, giving.size(), unchanged, problems);
        }

        private Optional<AccessSystem> system(AccessFile.Row row) {
            AccessSystem known = systems.get(AccessStore.key(row.system()));
            if (known != null) {
                if (row.login().isEmpty()) {
                    unchanged++;
                }
                if (row.kind().filter(kind -> kind != known.kind()).isPresent()
                        || (!row.managedAt().isEmpty() && !row.managedAt().equals(known.managedAt()))) {
                    problem(
                            row,
                            "%s is known here as %s, managed at “%s”; that is kept."
                                    .formatted(known.name(), known.kind().label(), known.managedAt()));
                }
                return Optional.of(known);
            }
            if (row.kind().isEmpty()) {
                problem(
                        row,
                        "There is no system %s; a row with its kind would add it. The row is left out."
                                .formatted(row.system()));
                return Optional.empty();
            }
            try {
                String name = AccessService.name(row.system());
                String place = AccessService.place(row.managedAt());
                AccessKind kind = row.kind().get();
                AccessSystem fresh = new AccessSystem(store.add(name, kind, place), name, kind, place, 0);
                systems.put(AccessStore.key(name), fresh);
                added++;
                return Optional.of(fresh);
            } catch (IllegalArgumentException | AccessRefused e) {
                problem(row, e.getMessage() + " The row is left out.");
                return Optional.empty();
            }
        }

        private Optional<AccessStore.Giving> giving(AccessFile.Row row, AccessSystem system) {
            MemberService.Person person = people.get(renames.key(row.login()));
            if (person == null) {
                problem(row, "Nobody has or had the login %s; the row is left out.".formatted(row.login()));
                return Optional.empty();
            }
            if (row.since().filter(today::isBefore).isPresent()) {
                problem(
                        row,
                        "The day %s is not over yet; the row is left out."
                                .formatted(row.since().get()));
                return Optional.empty();
            }
            Held held = new Held(system.id(), person.id());
            AccessGrant before = last.get(held);
            if (before != null && before.revoked().isEmpty()) {
                unchanged++;
                return Optional.empty();
            }
            if (before != null) {
                AccessGrant.Revoked revoked = before.revoked().orElseThrow();
                problem(
                        row,
                        "The access of %s to %s was revoked here, by %s on %s; that counts. If they hold it again, record it on the page."
                                .formatted(person.login(), system.name(), revoked.by(), Days.of(revoked.at())));
                return Optional.empty();
            }
            if (!given.add(held)) {
                problem(
                        row,
                        "%s holds access to %s by an earlier line, under another login; that one counts."
                                .formatted(person.login(), system.name()));
                return Optional.empty();
            }
            return Optional.of(new AccessStore.Giving(system.id(), person.id(), row.since()));
        }

        /// Who is not active and holds something is to be relieved of it.
        private void follow(List<AccessStore.Giving> giving) {
            Roster roster = members.roster();
            Map<MemberId, Standing> standings =
                    roster.all().stream().collect(Collectors.toMap(Roster.Entry::id, Roster.Entry::standing));
            List<AccessTasks.Opening> openings = giving.stream()
                    .filter(one -> standings.get(one.member()) != Standing.ACTIVE)
                    .map(one -> new AccessTasks.Opening(
                            one.member(),
                            one.system(),
                            AccessService.whyRevoke(Optional.ofNullable(standings.get(one.member())))))
                    .toList();
            tasks.open(openings, What.REVOKE, now);
        }

        private void problem(AccessFile.Row row, String message) {
            problems.add(new AccessReport.Problem(row.line(), message));
        }
    }
}
