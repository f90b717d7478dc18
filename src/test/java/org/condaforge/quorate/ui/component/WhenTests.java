package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "PT0S,now",
        "PT59S,now",
        "PT1M,in 1 minute",
        "PT-5M,5 minutes ago",
        "PT119M,in 119 minutes",
        "PT2H,in 2 hours",
        "PT47H59M,in 47 hours",
        "P2D,in 2 days",
        "P-3D,3 days ago",
        "P59D,in 59 days",
        "P-92D,3 months ago",
        "P800D,in 2 years"
    })
    void distanceIsRoundedDown(Duration distance, String words) {
        assertThat(When.relative(NOW.plus(distance), NOW)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,today", "1,tomorrow", "-1,yesterday", "2,in 2 days", "-70,2 months ago"})
    void daysAreCountedByTheCalendar(int days, String words) {
        var today = LocalDate.of(2026, 11, 24);

        assertThat(When.relative(today.plusDays(days), today)).isEqualTo(words);
    }

    @Test
    void aMomentIsSaidInTheReadersZoneAndTippedInUtc() {
        var when = When.at(Instant.parse("2026-11-26T12:00:00Z"), NOW, BERLIN);

        assertThat(when.getElement().getText()).isEqualTo("Thu 26 Nov, 13:00");
        assertThat(when.getTitle()).contains("2026-11-26 12:00 UTC");
        assertThat(when.getElement().getAttribute("datetime")).isEqualTo("2026-11-26T12:00:00Z");
    }

    @Test
    void utcIsNamedWhenItIsTheReadersZone() {
        assertThat(text(When.at(NOW, NOW, ZoneOffset.UTC))).isEqualTo("Tue 24 Nov, 12:00 UTC");
        assertThat(text(When.at(NOW, NOW, ZoneId.of("UTC")))).isEqualTo("Tue 24 Nov, 12:00 UTC");
    }

    @Test
    void anotherYearIsNamed() {
        assertThat(text(When.at(Instant.parse("2025-01-02T12:00:00Z"), NOW, BERLIN)))
                .isEqualTo("Thu 2 Jan 2025, 13:00");
        assertThat(text(When.on(LocalDate.of(2025, 1, 2), LocalDate.of(2026, 1, 1))))
                .isEqualTo("2 Jan 2025");
        assertThat(text(When.on(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1))))
                .isEqualTo("2 Jan");
        assertThat(text(When.on(LocalDate.of(2026, 1, 2)))).isEqualTo("2 Jan 2026");
    }

    @Test
    void theDayIsTheReaders() {
        assertThat(text(When.day(Instant.parse("2026-11-23T23:30:00Z"), NOW, BERLIN)))
                .isEqualTo("24 Nov");
    }

    @Test
    void wordsComeBefore() {
        var closes = Instant.parse("2026-11-26T12:00:00Z");

        assertThat(text(When.both(closes, NOW, BERLIN).after("closes")))
                .isEqualTo("closes in 2 days · Thu 26 Nov, 13:00");
        assertThat(text(When.relative(closes, NOW, BERLIN))).isEqualTo("in 2 days");
        assertThat(When.relative(closes, NOW, BERLIN).getTitle()).contains("Thu 26 Nov, 13:00 · 2026-11-26 12:00 UTC");
    }

    private static String text(When when) {
        return when.getElement().getText();
    }
}
