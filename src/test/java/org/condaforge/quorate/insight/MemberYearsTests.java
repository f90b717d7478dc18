package org.condaforge.quorate.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.insight.MemberYears.Cell;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberYearsTests {

    private static final MemberId ALDER = new MemberId(1);
    private static final Years YEARS = new Years(2024, 2026);

    private static StandingPeriod active(String since, @Nullable String until) {
        return new StandingPeriod(
                Standing.ACTIVE, LocalDate.parse(since), true, until == null ? null : LocalDate.parse(until), "test");
    }

    private static List<Cell> cells(List<StandingPeriod> standings, Map<Integer, Integer> took, String... days) {
        MemberYears figures = MemberYears.of(
                YEARS,
                List.of(new Person(ALDER, "alder", "Alder")),
                Map.of(ALDER, standings),
                List.of(days).stream().map(LocalDate::parse).toList(),
                Map.of(ALDER, took));
        return figures.rows().isEmpty() ? List.of() : figures.rows().getFirst().cells();
    }

    @Test
    void countsWhatWasOnADayOnWhichTheyWereActive() {
        assertThat(cells(
                        List.of(active("2024-06-01", "2025-02-01"), active("2026-01-10", null)),
                        Map.of(2024, 1, 2026, 2),
                        "2024-05-31",
                        "2024-06-01",
                        "2024-06-01",
                        "2024-12-31",
                        "2025-01-31",
                        "2025-02-01",
                        "2026-01-09",
                        "2026-01-10",
                        "2026-03-01"))
                .containsExactly(new Cell(1, 3), new Cell(0, 1), new Cell(2, 2));
    }

    @Test
    void neverSaysThatSomebodyTookPartInMoreThanTheyCould() {
        assertThat(cells(List.of(), Map.of(2025, 4), "2025-01-01"))
                .containsExactly(new Cell(0, 0), new Cell(4, 4), new Cell(0, 0));
    }

    @Test
    void leavesOutWhomTheYearsDoNotConcern() {
        assertThat(cells(List.of(active("2020-01-01", "2022-01-01")), Map.of(2020, 3), "2025-01-01"))
                .isEmpty();
        assertThat(cells(List.of(active("2020-01-01", null)), Map.of())).isEmpty();
    }

    @Test
    void addsUp() {
        MemberYears figures = MemberYears.of(
                YEARS,
                List.of(new Person(ALDER, "alder", "Alder")),
                Map.of(ALDER, List.of(active("2020-01-01", null))),
                List.of(LocalDate.of(2024, 3, 1), LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)),
                Map.of(ALDER, Map.of(2025, 1)));

        assertThat(figures.totals()).containsExactly(new Cell(0, 1), new Cell(1, 2), new Cell(0, 0));
        assertThat(figures.rows().getFirst().total()).isEqualTo(new Cell(1, 3));
        assertThat(new Cell(1, 4).share()).isEqualTo(.25);
        assertThat(new Cell(0, 0).share()).isZero();
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Years(2026, 2025))
                .withMessageContaining("2026");
        assertThat(new Years(2025, 2025).inWords()).isEqualTo("2025");
        assertThat(YEARS.inWords()).isEqualTo("2024 to 2026");
    }
}
