package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class RosterArchiveContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final Map<String, String> HISTORY = Map.of(
            "2020-01-01-core.csv", "alder,,Alder\nbirch,,Birch\ncedar,,Cedar\n",
            "2021-01-01-core.csv", "login,name\nalder,Alder\nelm,Elm\n",
            "2021-01-01-emeritus.csv", "login,name\nbirch,Birch\n",
            "2022-01-01-core.csv", "login,name\nAlder,Alder A.\nbirch,Birch\nelm,Elm\n",
            "2022-01-01-emeritus.csv", "login,name\nash,Ash\n");

    @Autowired
    RosterArchive archive;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void empty() {
        community.clear();
    }

    private static RosterArchive.Brought file(String name, String text) {
        return new RosterArchive.Brought(RosterName.of(name).orElseThrow(), "members/" + name, name, text);
    }

    private RosterReport take(String name, String text) {
        return archive.take(List.of(file(name, text)));
    }

    private static List<RosterArchive.Brought> history() {
        List<RosterArchive.Brought> files = new ArrayList<>();
        HISTORY.forEach((name, text) -> files.add(file(name, text)));
        return files;
    }

    private static String text(String name) {
        return Objects.requireNonNull(HISTORY.get(name));
    }

    private List<StandingPeriod> standings(String login) {
        return members.byLogin(login).orElseThrow().standings();
    }

    private static LocalDate newYear(int year) {
        return LocalDate.of(year, 1, 1);
    }

    @Test
    void laysDownWhatEverybodyWasWhen() {
        RosterReport report = archive.take(history());

        assertThat(report.problems()).isEmpty();
        assertThat(report.entries())
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.change()).isEqualTo(MemberService.Change.NEW));
        assertThat(standings("birch"))
                .containsExactly(
                        new StandingPeriod(Standing.ACTIVE, newYear(2020), false, newYear(2021), "2020-01-01-core.csv"),
                        new StandingPeriod(
                                Standing.EMERITUS, newYear(2021), true, newYear(2022), "2021-01-01-emeritus.csv"),
                        new StandingPeriod(Standing.ACTIVE, newYear(2022), true, null, "2022-01-01-core.csv"));
        assertThat(standings("cedar"))
                .singleElement()
                .satisfies(p -> assertThat(p.until()).isEqualTo(newYear(2021)));
        assertThat(members.byLogin("alder").orElseThrow().login()).isEqualTo("Alder");
        assertThat(members.byLogin("alder").orElseThrow().name()).isEqualTo("Alder A.");
        assertThat(members.rosterOn(LocalDate.of(2021, 6, 1)).active())
                .extracting(Roster.Entry::name)
                .containsExactly("Alder A.", "Elm");
        assertThat(community.count("journal", "1 = 1")).isZero();
    }

    @Test
    void theSameFilesAgainChangeNothing() {
        archive.take(history());
        take("core.csv", "login,name\nalder,Alder\nbirch,Birch\n");
        var before = community.everything();
        clock.advance(Duration.ofDays(40));

        assertThat(archive.take(history()).entries())
                .allSatisfy(entry -> assertThat(entry.change()).isEqualTo(MemberService.Change.UNCHANGED));
        take("core.csv", "login,name\nalder,Alder\nbirch,Birch\n");
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void filesMayComeInAnyOrder() {
        List<RosterArchive.Brought> files = history();
        files.add(file("core.csv", text("2022-01-01-core.csv")));
        files.add(file("emeritus.csv", "login,name\nash,Ash\n"));
        files.add(file("core-2021-06.csv", text("2021-01-01-core.csv")));
        archive.take(files);
        Map<MemberId, List<StandingPeriod>> together = members.standings();
        List<String> everybody = everybody();
        for (int seed = 1; seed <= 6; seed++) {
            community.clear();
            Collections.shuffle(files, new Random(seed));
            files.forEach(file -> archive.take(List.of(file)));

            assertThat(everybody()).isEqualTo(everybody);
            assertThat(together).isNotEmpty();
        }
    }

    private List<String> everybody() {
        return members.everybody().stream()
                .map(person -> person.login() + standings(person.login()))
                .toList();
    }

    @Test
    void todaysFileSaysWhoBecameEmeritusAndWhoLeftToday() {
        archive.take(history());
        archive.take(List.of(
                file("core.csv", "login,name\nalder,Alder\n"), file("emeritus.csv", "login,name\nash,Ash\nelm,Elm\n")));

        assertThat(standings("elm").getLast())
                .isEqualTo(new StandingPeriod(Standing.EMERITUS, TODAY, true, null, "emeritus.csv"));
        assertThat(standings("birch").getLast().until()).isEqualTo(TODAY);
        assertThat(community.count("journal", "subject_kind = 'member'")).isEqualTo(2);
        assertThat(community.count("journal", "what = 'became emeritus, by emeritus.csv'"))
                .isEqualTo(1);
        assertThat(community.count("journal", "what = 'left, being on no roster any more'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasRecordedHereIsNotOverwrittenAndTheDifferenceIsReported() {
        take("core.csv", "login,name\nalder,Alder\nbirch,Birch\n");
        clock.advance(Duration.ofDays(10));
        members.take(
                new RosterFile.Row("birch", Optional.empty(), "Birch", Map.of(), 1), Standing.EMERITUS, "check-in");
        clock.advance(Duration.ofDays(10));

        RosterReport report = take("core.csv", "login,name\nalder,Alder\nbirch,Birch\ncedar,Cedar\n");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("members/core.csv");
            assertThat(problem.refused()).isFalse();
            assertThat(problem.message())
                    .contains("birch is active in the files")
                    .contains("emeritus since 2026-03-12, by check-in");
        });
        assertThat(members.rosterEntry("birch").orElseThrow().standing()).isEqualTo(Standing.EMERITUS);
        archive.take(history());
        assertThat(standings("birch").getLast())
                .isEqualTo(new StandingPeriod(Standing.EMERITUS, TODAY.plusDays(10), true, null, "check-in"));
        assertThat(standings("birch")).hasSize(4);

        clock.advance(Duration.ofDays(10));
        assertThat(archive.take(List.of(
                                file("core.csv", "login,name\nalder,Alder\ncedar,Cedar\n"),
                                file("emeritus.csv", "login,name\nbirch,Birch\n")))
                        .problems())
                .isEmpty();
        assertThat(standings("birch")).hasSize(4);
        clock.advance(Duration.ofDays(10));
        archive.take(List.of(
                file("core.csv", "login,name\nalder,Alder\nbirch,Birch\ncedar,Cedar\n"),
                file("emeritus.csv", "login,name\nash,Ash\n")));
        assertThat(members.rosterEntry("birch").orElseThrow().standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void whoeverWasLaidDownHereStaysWhenNoFileListsThem() {
        community.active(2);
        var before = standings("alder");
        take("core.csv", "login,name\nash,Ash\n");

        assertThat(standings("alder")).isEqualTo(before);
        assertThat(members.roster().active()).hasSize(2);
    }

    @Test
    void aChangedFileOfADayReplacesWhatItSaidBefore() {
        archive.take(history());
        RosterReport report = take("2021-01-01-core.csv", "login,name\nalder,Alder\ncedar,Cedar\nelm,Elm\n");

        assertThat(report.entries())
                .filteredOn(entry -> entry.change() == MemberService.Change.CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.login()).isEqualTo("cedar"));
        assertThat(standings("cedar"))
                .singleElement()
                .satisfies(p -> assertThat(p.until()).isEqualTo(newYear(2022)));
    }

    @Test
    void refusesWhatWouldMakeMembersVanish() {
        archive.take(history());
        var before = community.everything();
        RosterReport report = archive.take(List.of(
                file("core.csv", "login,name\n"),
                file("2026-03-03-core.csv", "login,name\nalder,Alder\n"),
                file("core-2026-03.csv", "login,name\nalder,Alder\n"),
                file("emeritus.csv", "login,name\nash,Ash\nelm,\"Elm\nbirch,Birch\n")));

        assertThat(community.everything()).isEqualTo(before);
        assertThat(report.entries()).isEmpty();
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem.refused()).isTrue());
        assertThat(report.problems())
                .extracting(problem -> problem.file() + ":" + problem.line())
                .containsExactlyInAnyOrder(
                        "members/core.csv:0",
                        "members/2026-03-03-core.csv:0",
                        "members/core-2026-03.csv:0",
                        "members/emeritus.csv:3",
                        "members/emeritus.csv:0");
        assertThat(report.problems())
                .extracting(RosterReport.Problem::message)
                .anySatisfy(m -> assertThat(m).contains("lists nobody"))
                .anySatisfy(m -> assertThat(m).contains("a day, which is not over yet"))
                .anySatisfy(m -> assertThat(m).contains("a month, which is not over yet"));
    }

    @Test
    void reportsRowsAndFilesThatContradictEachOtherWithFileAndLine() {
        RosterReport report = archive.take(List.of(
                file("2020-01-01-core.csv", "login,name\nalder,Alder\nALDER,Other\n,Nobody\n"),
                file("2020-01-01-emeritus.csv", "login,name\nbirch,Birch\nalder,Alder\n"),
                new RosterArchive.Brought(
                        RosterName.of("core-2020-01-01.csv").orElseThrow(), "other/core.csv", "other", "x,,X\n")));

        assertThat(report.problems())
                .extracting(problem -> problem.file() + ":" + problem.line())
                .containsExactlyInAnyOrder(
                        "members/2020-01-01-core.csv:3",
                        "members/2020-01-01-core.csv:4",
                        "members/2020-01-01-emeritus.csv:3",
                        "other/core.csv:0");
        assertThat(members.everybody()).extracting(MemberService.Person::login).containsExactly("alder", "birch");
    }

    @Test
    void asksTheDatabaseAsOftenForAHundredMembersAsForThree() {
        List<String> few = SqlCount.of(() -> archive.take(List.of(lists(3, 3), file("emeritus.csv", "x,,X\n"))));
        List<String> fewMore = SqlCount.of(() -> archive.take(List.of(lists(2, 2))));
        community.clear();
        List<String> many = SqlCount.of(() -> archive.take(List.of(lists(3, 100), file("emeritus.csv", "x,,X\n"))));
        List<String> manyMore = SqlCount.of(() -> archive.take(List.of(lists(2, 60))));

        assertThat(many).hasSameSizeAs(few).hasSizeLessThan(12);
        assertThat(manyMore).hasSameSizeAs(fewMore).hasSizeLessThan(12);
    }

    private static RosterArchive.Brought lists(int month, int people) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < people; i++) {
            text.append(Trees.login(i))
                    .append(",,")
                    .append(Trees.name(i))
                    .append(month)
                    .append('\n');
        }
        return file("2020-0" + month + "-01-core.csv", text.toString());
    }

    @Test
    void theNewestFileOfAListGoesOutAsItCameInAsLongAsNothingElseWasRecorded() {
        archive.take(history());
        take("core.csv", "\uFEFFalder,a@example.org,Alder\r\nyew,,\"Yew\"");
        take("emeritus.csv", "login,name\nash,Ash\nALDER,Alder\n\n");

        assertThat(archive.today(Standing.ACTIVE)).contains("\uFEFFalder,a@example.org,Alder\r\nyew,,\"Yew\"");
        assertThat(archive.today(Standing.EMERITUS)).contains("login,name\nash,Ash\nALDER,Alder\n\n");
    }

    @Test
    void whatWasRecordedHereSinceIsWrittenIntoTheFiles() {
        take("core.csv", "login,email,name,since\nalder,a@example.org,Alder,2019\ncedar,,Cedar,2020\n");
        take("emeritus.csv", "login,email,name,since\nbirch,,Birch,2018\n");
        clock.advance(Duration.ofDays(1));
        members.take(
                new RosterFile.Row("ALDER", Optional.of("a@example.org"), "Alder", Map.of(), 1),
                Standing.EMERITUS,
                "check-in");
        members.take(new RosterFile.Row("elm", Optional.empty(), "Elm", Map.of(), 1), Standing.ACTIVE, "a vote");

        assertThat(archive.today(Standing.ACTIVE)).contains("login,email,name,since\ncedar,,Cedar,2020\nelm,,Elm,\n");
        assertThat(archive.today(Standing.EMERITUS))
                .contains("login,email,name,since\nbirch,,Birch,2018\nALDER,a@example.org,Alder,2019\n");
    }

    @Test
    void aRosterOfNobodyIsNoFile() {
        assertThat(archive.today(Standing.ACTIVE)).isEmpty();
    }
}
