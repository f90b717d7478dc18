package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2020-03-11                 | 2020-03-11
                    notes-2020-07.22           | 2020-07-22
                    on Aug 30, 2016 or so      | 2016-08-30
                    Sept 09, 2016              | 2016-09-09
                    March 28, 2020 (alder)     | 2020-03-28
                    28 March 2020              | 2020-03-28
                    the 3rd May 2021           | 2021-05-03
                    2021-02-30, no, 2021-03-02 | 2021-03-02
                    """)
    void readsTheFirstDateInItsForms(String text, LocalDate date) {
        assertThat(WrittenDate.firstIn(text)).map(WrittenDate::date).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20-19-09-06", "12020-03-11", "2020-13-01", "Marble 3, 2020", "Ma 3, 2020", "May 2020"})
    void readsNothingElse(String text) {
        assertThat(WrittenDate.firstIn(text)).isEmpty();
    }

    @Test
    void tellsWhereTheDateStands() {
        var text = "from 2020-01-01 to 2020-02-01.";

        assertThat(WrittenDate.firstIn(text, 6))
                .hasValueSatisfying(found ->
                        assertThat(text.substring(found.start(), found.end())).isEqualTo("2020-02-01"));
    }
}
