package org.condaforge.quorate.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prune the HEDGE",
                "  prune   the hedge. ",
                "~~prune the hedge~~",
                "2021-10-20 prune the hedge",
                "[2021-10-20]: prune the hedge",
                "TODO: prune the hedge",
                "prune the hedge https://example.org/hedge/7",
                "prune (https://example.org/hedge) the hedge!",
                "ｐrune\u00a0the hedge",
            })
    void saysTheSameWithoutWhatChangesWhileItIsCopied(String text) {
        assertThat(ActionWords.of(text).joined()).isEqualTo("prune the hedge");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/pull/1, https example org pull 1",
        "2021-10-20, 2021 10 20",
        "CFEP-07: next steps, cfep 07 next steps",
        "'', ''",
        "!!!, ''",
    })
    void keepsWhatTellsAnItemFromOthers(String text, String words) {
        assertThat(ActionWords.of(text).joined()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prune the hedge | prune the hedge. Still in progress 2021-10-20",
                "check in on the workers and see if they have the limit | check in on the workers to see if they have the limit.",
                "tell the studens' group about the fund | tell the students' group about the fund",
                "Mike S.: say yes or no to the spec | Mike: say yes or no to the spec",
                "start pushing images to quay (github?) | start pushing images to quay (https://example.org/152)",
            })
    void aNoteOrACorrectedSlipIsAnEdit(String one, String other) {
        assertThat(ActionWords.of(one).likeness(ActionWords.of(other))).isGreaterThanOrEqualTo(ActionWords.ALIKE);
        assertThat(ActionWords.of(other).likeness(ActionWords.of(one))).isGreaterThanOrEqualTo(ActionWords.ALIKE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CFEP-05: merge the pull request | CFEP-06: merge the pull request",
                "make a hint | make the hint a lint",
                "schedule | schedule the working group",
                "write docs | write docs on roots",
                "open an issue on the licence of seeds | open an issue on the age of the gate",
                "'' | prune the hedge",
            })
    void otherWorkIsNotAlike(String one, String other) {
        assertThat(ActionWords.of(one).likeness(ActionWords.of(other))).isLessThan(ActionWords.ALIKE);
        assertThat(ActionWords.of(other).likeness(ActionWords.of(one))).isLessThan(ActionWords.ALIKE);
    }
}
