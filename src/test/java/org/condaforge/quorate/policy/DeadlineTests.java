package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.condaforge.quorate.policy.Deadline.ANYWHERE_ON_EARTH;
import static org.condaforge.quorate.policy.Deadline.INSTANT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, 2026-03-10T12:00:00Z",
        "2026-12-31, 2027-01-01T12:00:00Z",
        "2028-02-28, 2028-02-29T12:00:00Z",
        "2026-03-28, 2026-03-29T12:00:00Z",
    })
    void aDateIsOverAnywhereOnEarthAtNoonOfTheNextDayInUtc(LocalDate date, Instant end) {
        assertThat(Deadline.endOf(date)).isEqualTo(end);
        assertThat(Deadline.dateOf(end)).isEqualTo(date);
        assertThat(Deadline.dateOf(end.plusNanos(1))).isEqualTo(date.plusDays(1));
    }

    @Test
    void noZoneOnEarthIsStillOnADateThatIsOver() {
        LocalDate date = LocalDate.of(2026, 3, 9);
        Instant end = Deadline.endOf(date);

        assertThat(ZoneId.getAvailableZoneIds())
                .allSatisfy(zone ->
                        assertThat(LocalDate.ofInstant(end, ZoneId.of(zone))).isAfter(date));
        assertThat(LocalDate.ofInstant(end.minusNanos(1), ZoneId.of("Etc/GMT+12")))
                .isEqualTo(date);
    }

    static Stream<Instant> everyHourOfFourDays() {
        Instant first = Instant.parse("2026-03-08T00:00:00Z");
        return IntStream.range(0, 96).mapToObj(hour -> first.plus(Duration.ofHours(hour)));
    }

    @ParameterizedTest
    @MethodSource("everyHourOfFourDays")
    void theFirstEndFromAnInstantIsTheNextThatIsAllowed(Instant earliest) {
        assertThat(INSTANT.firstFrom(earliest)).isEqualTo(earliest);
        assertThat(INSTANT.allows(earliest)).isTrue();

        Instant first = ANYWHERE_ON_EARTH.firstFrom(earliest);
        assertThat(ANYWHERE_ON_EARTH.allows(first)).isTrue();
        assertThat(Duration.between(earliest, first)).isBetween(Duration.ZERO, Duration.ofHours(23));
        assertThat(ANYWHERE_ON_EARTH.allows(earliest)).isEqualTo(earliest.equals(first));
    }
}
