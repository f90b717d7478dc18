package org.condaforge.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void keepsWhatWasGivenWithoutBlanksAroundIt() {
        assertThat(Words.given("  It is in force.\n", "Why?")).isEqualTo("It is in force.");
        assertThat(Words.given("x".repeat(Words.MOST), "Why?")).hasSize(Words.MOST);
    }

    @Test
    void asksForWordsThatAreMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.given(" \n", "Why?"))
                .withMessage("Why?");
    }

    @Test
    void refusesWhatNoColumnHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.given("x".repeat(Words.MOST + 1), "Why?"))
                .withMessage("Say it in at most 10,000 characters.");
    }
}
