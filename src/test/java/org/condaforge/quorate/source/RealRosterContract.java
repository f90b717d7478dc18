package org.condaforge.quorate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.condaforge.quorate.RealData;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.RosterExport;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The roster of conda-forge over eight years; skipped where its files are not on the machine.
abstract class RealRosterContract {

    @Autowired
    ImportService imports;

    @Autowired
    MemberService members;

    @Autowired
    RosterExport export;

    @Autowired
    Community community;

    @BeforeEach
    void empty() {
        community.clear();
    }

    private List<StandingPeriod> standings(String login) {
        return members.byLogin(login).orElseThrow().standings();
    }

    private static Map<LocalDate, Map<Standing, List<String>>> truth() throws IOException {
        Map<LocalDate, Map<Standing, List<String>>> truth = new TreeMap<>();
        try (Stream<Path> files = Files.list(RealData.path("members/history"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                String name = file.getFileName().toString();
                truth.computeIfAbsent(LocalDate.parse(name.substring(0, 10)), day -> new TreeMap<>())
                        .put(
                                name.contains("core") ? Standing.ACTIVE : Standing.EMERITUS,
                                RosterFile.parse(Files.readString(file)).rows().stream()
                                        .map(RosterFile.Row::name)
                                        .toList());
            }
        }
        return truth;
    }

    @Test
    void everyDayHoldsWhomItsFilesList() throws IOException {
        ImportReport report = imports.importAll(List.of(RealData.path("members")));
        assertThat(report.problems()).isEmpty();

        Map<LocalDate, Map<Standing, List<String>>> truth = truth();
        assertThat(truth).hasSizeGreaterThan(35);
        int emeritus = 0;
        for (var day : truth.entrySet()) {
            Roster roster = members.rosterOn(day.getKey());
            emeritus = Optional.ofNullable(day.getValue().get(Standing.EMERITUS))
                    .map(List::size)
                    .orElse(emeritus);
            Optional<List<String>> core = Optional.ofNullable(day.getValue().get(Standing.ACTIVE));
            core.ifPresent(list ->
                    assertThat(roster.active()).as("core on %s", day.getKey()).hasSameSizeAs(list));
            assertThat(roster.emeritus()).as("emeritus on %s", day.getKey()).hasSize(emeritus);
        }
        assertThat(members.rosterOn(LocalDate.of(2020, 3, 10)).active()).hasSize(19);
        assertThat(members.roster().active()).hasSize(24);
        assertThat(members.roster().emeritus()).hasSize(13);
    }

    @Test
    void tellsWhoJoinedChangedReturnedAndWasRenamed() {
        imports.importAll(List.of(RealData.path("members/history")));

        LocalDate day = LocalDate.of(2025, 6, 9);
        for (String login : List.of("cj-wright", "viniciusdc")) {
            assertThat(standings(login).getLast())
                    .isEqualTo(new StandingPeriod(Standing.EMERITUS, day, true, null, "2025-06-09-emeritus.csv"));
        }
        for (String login : List.of("cj-wright", "soapy1")) {
            assertThat(standings(login))
                    .filteredOn(p -> p.standing() == Standing.ACTIVE)
                    .as(login)
                    .hasSize(2);
        }
        assertThat(standings("dougalsutherland"))
                .isEqualTo(standings("djsutherland"))
                .hasSize(2);
        assertThat(standings("djsutherland").getFirst().since()).isEqualTo(LocalDate.of(2018, 7, 17));
        assertThat(members.everybody()).hasSize(37);
    }

    /// Whoever is in a core list, then in none, then in one again was active twice: told from the files alone.
    @Test
    void everyReturningMemberHasAsManyActivePeriodsAsTheFilesTell() throws IOException {
        imports.importAll(List.of(RealData.path("members/history")));

        Map<String, Integer> times = timesInCore();
        assertThat(times).hasSizeGreaterThan(30);
        assertThat(times.values()).anyMatch(count -> count == 2).allMatch(count -> count <= 2);
        times.forEach((login, count) -> assertThat(standings(login))
                .filteredOn(period -> period.standing() == Standing.ACTIVE)
                .as(login)
                .hasSize(count));
    }

    private Map<String, Integer> timesInCore() throws IOException {
        Map<String, Integer> times = new TreeMap<>();
        Set<String> before = Set.of();
        try (Stream<Path> files = Files.list(RealData.path("members/history"))) {
            for (Path file : files.filter(f -> f.toString().endsWith("-core.csv"))
                    .sorted()
                    .toList()) {
                Set<String> now = new TreeSet<>();
                for (RosterFile.Row row :
                        RosterFile.parse(Files.readString(file)).rows()) {
                    now.add(members.byLogin(row.login()).orElseThrow().login());
                }
                for (String login : now) {
                    if (!before.contains(login)) {
                        times.merge(login, 1, Integer::sum);
                    }
                }
                before = now;
            }
        }
        return times;
    }

    /// Files as they were read, with nothing recorded here, are given out to the byte, and what somebody's change of
    /// standing makes of them is one line less in one file and one more in the other.
    @Test
    void givesTheFilesOutInTheLayoutTheyCameIn() throws IOException {
        imports.importAll(List.of(RealData.path("members/core.csv"), RealData.path("members/emeritus.csv")));
        Roster.Entry somebody = members.roster().active().getFirst();
        SignIn.as(somebody.login());
        assertThat(export.files()).extracting(RosterExport.File::diff).containsExactly("", "");
        assertThat(export.files())
                .extracting(RosterExport.File::text)
                .containsExactly(
                        Files.readString(RealData.path("members/core.csv")),
                        Files.readString(RealData.path("members/emeritus.csv")));

        String other = members.roster().active().getLast().login();
        String name = members.roster().active().getLast().name();
        members.take(new RosterFile.Row(other, Optional.empty(), name, Map.of(), 1), Standing.EMERITUS, "check-in");

        assertThat(export.files())
                .extracting(file -> "%d added, %d removed".formatted(file.added(), file.removed()))
                .containsExactly("0 added, 1 removed", "1 added, 0 removed");
        SignIn.out();
    }

    @Test
    void todaysFilesBeforeOrAfterTheHistoryGiveTheSame() {
        Path core = RealData.path("members/core.csv");
        Path emeritus = RealData.path("members/emeritus.csv");
        Path history = RealData.path("members/history");
        imports.importAll(List.of(history));
        List<String> historyOnly = everybody();
        imports.importAll(List.of(core, emeritus));
        assertThat(everybody()).isEqualTo(historyOnly);
        community.clear();
        imports.importAll(List.of(emeritus));
        imports.importAll(List.of(core));
        imports.importAll(List.of(RealData.path("members")));
        assertThat(everybody()).isEqualTo(historyOnly);
        var before = community.everything();
        assertThat(imports.importAll(List.of(RealData.path("members"))).count("member", Change.UNCHANGED))
                .isEqualTo(37);
        assertThat(community.everything()).isEqualTo(before);
    }

    private List<String> everybody() {
        return members.everybody().stream()
                .map(person -> person.login() + standings(person.login()))
                .toList();
    }
}
