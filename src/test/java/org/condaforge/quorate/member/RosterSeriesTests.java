package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.condaforge.quorate.member.Standing.ACTIVE;
import static org.condaforge.quorate.member.Standing.EMERITUS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.RosterSeries.Point;
import org.condaforge.quorate.support.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterSeriesTests {

    private static LocalDate day(int day) {
        return LocalDate.of(2020, 1, 1).plusDays(day);
    }

    private static DatedRoster file(int day, Standing list, String... logins) {
        String text = java.util.Arrays.stream(logins)
                .map(login -> login + ",," + login + "\n")
                .collect(Collectors.joining());
        return new DatedRoster(list, day(day), RosterName.Dated.DAY, day + "-" + list, text);
    }

    private static RosterSeries series(DatedRoster... files) {
        return RosterSeries.of(List.of(files), Member::key);
    }

    private static List<StandingPeriod> periods(RosterSeries series, String login) {
        return RosterSeries.periods(series.points().getOrDefault(login, List.of()));
    }

    private static StandingPeriod period(Standing standing, int since, boolean exact, Integer until, String source) {
        return new StandingPeriod(standing, day(since), exact, until < 0 ? null : day(until), source);
    }

    @Test
    void tellsWhoJoinedBecameEmeritusReturnedAndLeft() {
        RosterSeries series = series(
                file(0, ACTIVE, "alder", "birch"),
                file(10, ACTIVE, "birch", "cedar"),
                file(10, EMERITUS, "alder"),
                file(20, ACTIVE, "alder", "cedar"),
                file(20, EMERITUS));

        assertThat(periods(series, "alder"))
                .containsExactly(
                        period(ACTIVE, 0, false, 10, "0-ACTIVE"),
                        period(EMERITUS, 10, true, 20, "10-EMERITUS"),
                        period(ACTIVE, 20, true, -1, "20-ACTIVE"));
        assertThat(periods(series, "birch")).containsExactly(period(ACTIVE, 0, false, 20, "0-ACTIVE"));
        assertThat(periods(series, "cedar")).containsExactly(period(ACTIVE, 10, true, -1, "10-ACTIVE"));
        assertThat(series.twice()).isEmpty();
    }

    @Test
    void aListWithoutFileOfTheDayIsAsItWas() {
        RosterSeries series =
                series(file(0, ACTIVE, "alder"), file(0, EMERITUS, "birch"), file(5, ACTIVE, "alder", "cedar"));

        assertThat(periods(series, "birch")).containsExactly(period(EMERITUS, 0, false, -1, "0-EMERITUS"));
    }

    @Test
    void ofTwoListsTheOneJoinedLaterCounts() {
        RosterSeries forgotten =
                series(file(0, EMERITUS, "alder"), file(0, ACTIVE, "birch"), file(5, ACTIVE, "alder", "birch"));
        assertThat(periods(forgotten, "alder"))
                .extracting(StandingPeriod::standing)
                .containsExactly(EMERITUS, ACTIVE);
        assertThat(forgotten.twice()).isEmpty();

        RosterSeries early = series(file(0, ACTIVE, "alder"), file(5, EMERITUS, "alder"));
        assertThat(periods(early, "alder")).extracting(StandingPeriod::standing).containsExactly(ACTIVE, EMERITUS);

        RosterSeries both = series(file(0, ACTIVE, "birch"), file(5, ACTIVE, "alder"), file(5, EMERITUS, "ALDER"));
        assertThat(periods(both, "alder")).extracting(StandingPeriod::standing).containsExactly(ACTIVE);
        assertThat(both.twice()).singleElement().satisfies(twice -> {
            assertThat(twice.row().login()).isEqualTo("ALDER");
            assertThat(twice.file().source()).isEqualTo("5-EMERITUS");
        });
    }

    @Test
    void aRenamedLoginIsOnePerson() {
        Renames renames = Renames.of(List.of(new Renames.Rename("Alder", "oldest-alder", "test", true)));
        RosterSeries series = RosterSeries.of(
                List.of(file(0, ACTIVE, "ALDER"), file(5, ACTIVE, "oldest-alder"), file(9, ACTIVE, "birch")),
                renames::key);

        assertThat(series.points()).containsOnlyKeys("oldest-alder", "birch");
        assertThat(periods(series, "oldest-alder")).containsExactly(period(ACTIVE, 0, false, 9, "0-ACTIVE"));
    }

    /// The world is a hundred days of random lists; what is concluded for a day is what its lists say.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyDayIsAsItsFilesSayInWhateverOrderTheyCome(int seed) {
        Random random = new Random(seed);
        List<DatedRoster> files = new ArrayList<>();
        Map<LocalDate, Map<String, Standing>> truth = new HashMap<>();
        Map<String, Standing> state = new HashMap<>();
        for (int day = 0; day < 100; day += 1 + random.nextInt(4)) {
            for (int change = random.nextInt(3); change >= 0; change--) {
                String login = Trees.login(random.nextInt(12));
                switch (random.nextInt(3)) {
                    case 0 -> state.put(login, ACTIVE);
                    case 1 -> state.put(login, EMERITUS);
                    default -> state.remove(login);
                }
            }
            for (Standing list : Standing.values()) {
                files.add(file(
                        day,
                        list,
                        state.keySet().stream()
                                .filter(login -> state.get(login) == list)
                                .toArray(String[]::new)));
            }
            truth.put(day(day), Map.copyOf(state));
        }
        RosterSeries inOrder = RosterSeries.of(files, Member::key);
        Collections.shuffle(files, random);
        RosterSeries series = RosterSeries.of(files, Member::key);

        assertThat(series.points()).isEqualTo(inOrder.points());
        truth.forEach((day, standings) -> {
            for (int tree = 0; tree < 12; tree++) {
                String login = Trees.login(tree);
                assertThat(periods(series, login).stream()
                                .filter(p -> p.holdsOn(day))
                                .map(StandingPeriod::standing)
                                .findFirst())
                        .as("%s on %s", login, day)
                        .isEqualTo(Optional.ofNullable(standings.get(login)));
            }
        });
    }

    private static Point here(int day, Standing standing) {
        return new Point(day(day), Optional.of(standing), true, "here");
    }

    private static Periods.Joined joined(RosterSeries series, Point... recorded) {
        return Periods.of(series.points().getOrDefault("alder", List.of()), series.days(), List.of(recorded));
    }

    @Test
    void whatWasRecordedHereCountsUntilALaterFileSaysTheSame() {
        RosterSeries old = series(file(0, ACTIVE, "alder"), file(20, ACTIVE, "alder", "birch"));
        Periods.Joined waiting = joined(old, here(10, EMERITUS));
        assertThat(waiting.periods())
                .containsExactly(period(ACTIVE, 0, false, 10, "0-ACTIVE"), period(EMERITUS, 10, true, -1, "here"));
        assertThat(waiting.conflict())
                .hasValueSatisfying(file -> assertThat(file.standing()).contains(ACTIVE));

        RosterSeries settled = series(
                file(0, ACTIVE, "alder"),
                file(20, ACTIVE, "alder", "birch"),
                file(30, ACTIVE, "birch"),
                file(30, EMERITUS, "alder"),
                file(40, ACTIVE, "alder", "birch"),
                file(40, EMERITUS));
        Periods.Joined agreed = joined(settled, here(10, EMERITUS));
        assertThat(agreed.periods())
                .containsExactly(
                        period(ACTIVE, 0, false, 10, "0-ACTIVE"),
                        period(EMERITUS, 10, true, 40, "here"),
                        period(ACTIVE, 40, true, -1, "40-ACTIVE"));
        assertThat(agreed.conflict()).isEmpty();
    }

    @Test
    void aFileOfTheDayOfARecordDoesNotOutlastIt() {
        RosterSeries files = series(file(0, ACTIVE, "alder"), file(10, EMERITUS, "alder"), file(10, ACTIVE, "birch"));

        assertThat(joined(files, here(10, ACTIVE)).periods()).containsExactly(period(ACTIVE, 0, false, -1, "0-ACTIVE"));
    }

    @Test
    void filesFromBeforeARecordFillWhatCameBefore() {
        RosterSeries files = series(file(0, ACTIVE, "alder"), file(5, EMERITUS, "alder"), file(5, ACTIVE));

        assertThat(joined(files, here(10, ACTIVE)).periods())
                .extracting(StandingPeriod::standing)
                .containsExactly(ACTIVE, EMERITUS, ACTIVE);
        assertThat(Periods.of(List.of(), new TreeSet<>(), List.of(here(3, ACTIVE)))
                        .periods())
                .containsExactly(period(ACTIVE, 3, true, -1, "here"));
    }
}
