package org.condaforge.quorate.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.RosterSeries.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The roster files that were read. What members were when follows from all of them and from what the application
/// recorded itself, so that files may come in any order: one more is kept, and everything is concluded again.
@Service
@Transactional
public class RosterArchive {

    /// No roster comes near this size; the store takes no more.
    private static final int LONGEST_TEXT = 4_000_000;

    /// A roster file as it is brought.
    ///
    /// @param path names it in the report
    /// @param source names it beside what follows from it: its name, or a commit
    public record Brought(RosterName name, String path, String source, String text) {}

    private final RosterStore store;
    private final RenamedLogins renamed;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RosterArchive(RosterStore store, RenamedLogins renamed, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.renamed = renamed;
        this.clock = clock;
        this.events = events;
    }

    /// Takes over the files, all at once. The same files again change nothing. What the application recorded itself is
    /// not overwritten: where a file of a later day says something else, that is reported.
    public RosterReport take(Collection<Brought> files) {
        List<RosterReport.Problem> problems = new ArrayList<>();
        Map<DatedRoster.Key, DatedRoster> kept = new LinkedHashMap<>();
        store.files().forEach(file -> kept.put(file.key(), file));
        Map<DatedRoster, Brought> taken = new LinkedHashMap<>();
        Map<DatedRoster.Key, Brought> now = new HashMap<>();
        List<Brought> inOrder = files.stream()
                .filter(file -> readable(file, problems))
                .sorted(java.util.Comparator.comparing(file -> file.name().dated() == RosterName.Dated.READ))
                .toList();
        for (Brought file : inOrder) {
            DatedRoster roster = place(file, kept.values());
            Brought other = now.putIfAbsent(roster.key(), file);
            if (other != null) {
                if (!other.text().equals(file.text())) {
                    problems.add(new RosterReport.Problem(
                            file.path(),
                            0,
                            "%s is of the same list and day and says something else; that one counts."
                                    .formatted(other.path()),
                            true));
                }
                continue;
            }
            taken.put(roster, file);
            DatedRoster before = kept.put(roster.key(), roster);
            if (before == null || !before.text().equals(roster.text())) {
                store.keep(roster);
            } else {
                kept.put(before.key(), before);
            }
        }
        List<RosterReport.Entry> entries = taken.isEmpty() ? List.of() : conclude(kept.values(), taken, problems);
        return new RosterReport(entries, problems);
    }

    /// Concludes again what members were when, after logins were found to be one person's.
    void concludeAgain() {
        conclude(store.files(), Map.of(), new ArrayList<>());
    }

    private boolean readable(Brought file, List<RosterReport.Problem> problems) {
        RosterFile roster = RosterFile.parse(file.text());
        roster.problems()
                .forEach(p -> problems.add(new RosterReport.Problem(file.path(), p.line(), p.message(), true)));
        LocalDate today = LocalDate.now(clock);
        Optional<String> refusal = Optional.empty();
        if (file.text().length() > LONGEST_TEXT) {
            refusal = Optional.of("The roster is longer than %,d characters.".formatted(LONGEST_TEXT));
        } else if (file.name().day().filter(today::isBefore).isPresent()) {
            refusal = Optional.of("The roster is of %s, which is not over yet. What holds today is in core.csv and"
                            .formatted(file.name().dated() == RosterName.Dated.MONTH ? "a month" : "a day")
                    + " emeritus.csv, without a date in the name.");
        } else if (!roster.whole()) {
            refusal = Optional.of("Nothing of it was taken: whoever stands behind that line would seem to have left.");
        } else if (roster.rows().isEmpty()) {
            refusal = Optional.of("The roster lists nobody; it was not taken.");
        }
        refusal.ifPresent(sentence -> problems.add(new RosterReport.Problem(file.path(), 0, sentence, true)));
        return refusal.isEmpty();
    }

    /// A file without a day says what holds today. Where the newest file of its list says just that, it is that file.
    private DatedRoster place(Brought file, Collection<DatedRoster> kept) {
        Standing list = file.name().list();
        Optional<LocalDate> day = file.name().day();
        if (day.isEmpty()) {
            Optional<DatedRoster> newest =
                    kept.stream().filter(k -> k.list() == list).max(java.util.Comparator.naturalOrder());
            if (newest.filter(k -> k.text().equals(file.text())).isPresent()) {
                return newest.get();
            }
        }
        return new DatedRoster(
                list, day.orElseGet(() -> LocalDate.now(clock)), file.name().dated(), file.source(), file.text());
    }

    private List<RosterReport.Entry> conclude(
            Collection<DatedRoster> files, Map<DatedRoster, Brought> taken, List<RosterReport.Problem> problems) {
        Renames renames = renamed.renames();
        RosterSeries series = RosterSeries.of(List.copyOf(files), renames::key);
        Map<DatedRoster.Key, Brought> brought = new HashMap<>();
        taken.forEach((roster, file) -> brought.put(roster.key(), file));
        for (RosterSeries.Both both : series.twice()) {
            Brought file = brought.get(both.file().key());
            if (file != null) {
                problems.add(new RosterReport.Problem(
                        file.path(),
                        both.row().line(),
                        "%s stands in the core list of that day too; that one counts."
                                .formatted(both.row().login()),
                        true));
            }
        }
        Map<String, Member> known =
                store.members().stream().collect(Collectors.toMap(Member::loginKey, Function.identity()));
        Map<MemberId, List<Point>> recorded = store.recorded();
        Map<String, String> mentioned = mentioned(taken, renames);
        List<Member> fresh = new ArrayList<>();
        List<Member> changed = new ArrayList<>();
        List<RosterReport.Entry> entries = new ArrayList<>();
        series.people().forEach((key, seen) -> {
            Member before = known.get(key);
            List<Point> here = before == null ? List.of() : recorded.getOrDefault(before.id(), List.of());
            List<Point> points = series.points().getOrDefault(key, List.of());
            Periods.Joined joined = here.isEmpty()
                    ? new Periods.Joined(RosterSeries.periods(points), Optional.empty())
                    : Periods.of(points, series.days(), here);
            Member after = concluded(before, seen, joined.periods(), renames);
            MemberService.Change change = before == null
                    ? MemberService.Change.NEW
                    : after.equals(before) ? MemberService.Change.UNCHANGED : MemberService.Change.CHANGED;
            switch (change) {
                case NEW -> fresh.add(after);
                case CHANGED -> {
                    changed.add(after);
                    tell(Objects.requireNonNull(before), after);
                }
                case UNCHANGED -> {}
            }
            String path = mentioned.get(key);
            if (path != null || change != MemberService.Change.UNCHANGED) {
                entries.add(
                        new RosterReport.Entry(path != null ? path : seen.file().source(), after.login(), change));
            }
            joined.conflict()
                    .ifPresent(point -> problems.add(conflict(after, point, path != null ? path : point.source())));
        });
        store.write(fresh, changed);
        return entries;
    }

    private Member concluded(
            @Nullable Member before, RosterSeries.Seen seen, List<StandingPeriod> periods, Renames renames) {
        RosterFile.Row row = seen.row();
        String login = renames.login(row.login());
        @Nullable String email = row.email().orElse(null);
        Member named =
                before == null ? Member.called(login, row.name(), email) : before.known(login, row.name(), email);
        return named.stood(periods);
    }

    /// Whom the files that were brought list, with the path of the newest that does.
    private static Map<String, String> mentioned(Map<DatedRoster, Brought> taken, Renames renames) {
        Map<String, String> paths = new HashMap<>();
        new TreeMap<>(taken)
                .forEach((roster, file) -> RosterFile.parse(roster.text())
                        .rows()
                        .forEach(row -> paths.put(renames.key(row.login()), file.path())));
        return paths;
    }

    private RosterReport.Problem conflict(Member member, Point file, String path) {
        String here = member.current()
                .map(period ->
                        "%s since %s, by %s".formatted(period.standing().label(), period.since(), period.source()))
                .orElse("no longer a member");
        return new RosterReport.Problem(
                path,
                0,
                "%s is %s in the files, and as recorded here %s. What is recorded here counts; a roster that says the"
                                .formatted(
                                        member.login(),
                                        file.standing().map(Standing::label).orElse("on no list"),
                                        here)
                        + " same settles it.",
                false);
    }

    private void tell(Member before, Member after) {
        LocalDate today = LocalDate.now(clock);
        Optional<Standing> now = after.standingOn(today);
        if (!now.equals(before.standingOn(today))) {
            StandingChanged change = new StandingChanged(
                    before.id(),
                    after.login(),
                    before.standingOn(today),
                    now,
                    clock.instant(),
                    after.standings().isEmpty()
                            ? ""
                            : after.standings().getLast().source());
            events.publishEvent(change);
            events.publishEvent(
                    new Act(Optional.empty(), change.at(), new Act.Subject("member", after.login()), change.words()));
        }
    }

    /// That list as a file of today: the newest that was read, to the byte, and where the application itself recorded
    /// something else since, brought up to date in the layout of the file. Empty where nobody is on the list and no
    /// file of it was read.
    @Transactional(readOnly = true)
    public Optional<String> today(Standing list) {
        Renames renames = renamed.renames();
        List<DatedRoster> files = store.files();
        RosterSeries series = RosterSeries.of(files, renames::key);
        LocalDate today = LocalDate.now(clock);
        Map<String, RosterStore.Listed> now = store.listedOn(today);
        Set<String> differing = new TreeSet<>(now.keySet());
        differing.addAll(series.people().keySet());
        differing.removeIf(key -> Optional.ofNullable(now.get(key))
                .map(RosterStore.Listed::standing)
                .equals(said(series, key, today)));
        Optional<String> text = newest(files, list);
        Set<String> there = text.map(RosterFile::parse).map(RosterFile::rows).orElse(List.of()).stream()
                .map(row -> renames.key(row.login()))
                .collect(Collectors.toSet());
        List<RosterEdit.Newcomer> came = differing.stream()
                .filter(key -> !there.contains(key))
                .flatMap(key -> Optional.ofNullable(now.get(key)).stream())
                .filter(person -> person.standing() == list)
                .map(person -> newcomer(person, series))
                .toList();
        if (text.isEmpty()) {
            return came.isEmpty() ? Optional.empty() : Optional.of(RosterEdit.of(layout(files), login -> false, came));
        }
        return text.map(newest -> RosterEdit.of(
                newest,
                login -> {
                    String key = renames.key(login);
                    RosterStore.Listed person = now.get(key);
                    return !differing.contains(key) || (person != null && person.standing() == list);
                },
                came));
    }

    /// The newest file of that list that was read, to the byte.
    @Transactional(readOnly = true)
    Optional<String> newest(Standing list) {
        return newest(store.files(), list);
    }

    /// What the files alone say somebody is today.
    private static Optional<Standing> said(RosterSeries series, String key, LocalDate today) {
        return series.points().getOrDefault(key, List.of()).stream()
                .filter(point -> !point.day().isAfter(today))
                .reduce((earlier, later) -> later)
                .flatMap(Point::standing);
    }

    private static RosterEdit.Newcomer newcomer(RosterStore.Listed person, RosterSeries series) {
        RosterSeries.Seen seen = series.people().get(Member.key(person.login()));
        return new RosterEdit.Newcomer(
                person.login(),
                Optional.ofNullable(person.email()),
                person.name(),
                seen == null ? Map.of() : seen.row().more());
    }

    /// A file in the layout of the other list, or one of our own where there is none.
    private static String layout(List<DatedRoster> files) {
        return newest(files, Standing.ACTIVE)
                .or(() -> newest(files, Standing.EMERITUS))
                .orElse("github_username,name\n");
    }

    private static Optional<String> newest(List<DatedRoster> files, Standing list) {
        return files.stream()
                .filter(file -> file.list() == list)
                .max(java.util.Comparator.naturalOrder())
                .map(DatedRoster::text);
    }
}
