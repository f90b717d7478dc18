package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CfepReferenceTests {

    @ParameterizedTest
    @CsvSource({
        "cfep-06, 6",
        "see CFEP5's table, 5",
        "CFEP 01 again, 1",
        "a CFEP-20-sized thing, 20",
        "[cfep-12](https://example.org/cfep/pull/23), 12",
        "https://example.org/cfep/blob/main/cfep-05.md, 5"
    })
    void readsEverySpelling(String text, int number) {
        assertThat(CfepReference.in(text)).extracting(CfepReference::number).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cfep issue #20",
                "https://example.org/cfep/pull/23",
                "cfep#15",
                "a CFEP? We have 7",
                "CFEP 2020-03-11",
                "mycfep-12",
                "cfep-12th"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(CfepReference.in(text)).isEmpty();
    }
}
