package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterNameTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "core.csv,ACTIVE,-,READ",
                "Emeritus.CSV,EMERITUS,-,READ",
                "2020-01-31-core.csv,ACTIVE,2020-01-31,DAY",
                "emeritus-2020-01-31.csv,EMERITUS,2020-01-31,DAY",
                "core-2023-12.csv,ACTIVE,2023-12-31,MONTH",
                "emeritus-2024-02.csv,EMERITUS,2024-02-29,MONTH"
            })
    void saysWhomTheFileListsAndOfWhichDay(
            String file, Standing list, java.time.LocalDate day, RosterName.Dated dated) {
        assertThat(RosterName.of(file)).contains(new RosterName(list, java.util.Optional.ofNullable(day), dated));
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(java.util.List.of(
                        "2023-02-29-core.csv",
                        "core-2023-13.csv",
                        "governance-roster.csv",
                        "core.tsv",
                        "2020-01-core.csv",
                        "hardcore.csv"))
                .allSatisfy(name -> assertThat(RosterName.of(name)).isEmpty());
    }
}
