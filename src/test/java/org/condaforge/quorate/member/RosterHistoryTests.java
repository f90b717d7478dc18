package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.member.RosterHistory.Day;
import org.condaforge.quorate.member.RosterHistory.Year;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterHistoryTests {

    private static final LocalDate FIRST = LocalDate.of(2019, 5, 1);
    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);

    private static StandingPeriod active(LocalDate since, @Nullable LocalDate until) {
        return new StandingPeriod(Standing.ACTIVE, since, !since.equals(FIRST), until, "test");
    }

    private static StandingPeriod emeritus(LocalDate since, @Nullable LocalDate until) {
        return new StandingPeriod(Standing.EMERITUS, since, true, until, "test");
    }

    @Test
    void tellsSizesAndWhoCameAndWent() {
        LocalDate left = LocalDate.of(2020, 6, 1);
        LocalDate back = LocalDate.of(2021, 6, 1);
        RosterHistory history = RosterHistory.of(
                List.of(
                        List.of(active(FIRST, null)),
                        List.of(active(FIRST, left), emeritus(left, back), active(back, null)),
                        List.of(active(left, back)),
                        List.of(active(LocalDate.of(2023, 1, 1), null)),
                        List.of()),
                TODAY);

        assertThat(history.days()).containsExactly(new Day(FIRST, 2, 0), new Day(left, 2, 1), new Day(back, 2, 0));
        assertThat(history.years())
                .containsExactly(
                        new Year(2019, 0, 0, 0, 0),
                        new Year(2020, 1, 0, 1, 0),
                        new Year(2021, 0, 1, 0, 1),
                        new Year(2022, 0, 0, 0, 0));
    }

    @Test
    void isEmptyWhereNobodyIs() {
        assertThat(RosterHistory.of(List.of(), TODAY)).isEqualTo(new RosterHistory(List.of(), List.of()));
    }
}
