package org.condaforge.quorate.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentFieldTests {

    /// In spring an hour is missing: what lies in it is taken as an hour later. In autumn one is there twice: the first
    /// one is meant.
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T01:59, 2026-03-29T00:59:00Z",
        "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-03-29T03:30, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-10-25T01:30, 2026-10-24T23:30:00Z",
        "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 2026-10-25T03:30, 2026-10-25T02:30:00Z",
        "America/New_York, 2026-03-08T02:30, 2026-03-08T07:30:00Z",
        "America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z",
        "Europe/Berlin, 2028-02-29T12:00, 2028-02-29T11:00:00Z",
        "UTC, 2028-02-29T23:59, 2028-02-29T23:59:00Z",
    })
    void aDeadlineInTheNightOfAClockChangeIsOneInstant(ZoneId zone, LocalDateTime typed, Instant meant) {
        MomentField field = new MomentField("Deadline", zone);

        field.setValue(typed);

        assertThat(field.instant()).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z", "2028-02-29T12:00:00Z"})
    void showsTheInstantThatItIsGiven(Instant given) {
        MomentField field = new MomentField("Deadline", ZoneId.of("Europe/Berlin"));

        field.setInstant(given);

        assertThat(field.instant()).contains(given);
    }
}
