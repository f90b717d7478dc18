package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTests {

    @ParameterizedTest
    @CsvSource({
        "60%, 3, 5, false, 0",
        "2/3, 2, 3, false, 0",
        "more than 50%, 1, 2, true, 0",
        "75% plus 1, 3, 4, false, 1",
        "75% plus 3, 3, 4, false, 3",
        "more than 1/3, 1, 3, true, 0",
        "2/3 plus 1, 2, 3, false, 1",
        "more than 50% plus 2, 1, 2, true, 2",
        "more than 0%, 0, 1, true, 0",
        "100%, 1, 1, false, 0",
        "0%, 0, 1, false, 0"
    })
    void readsAndWritesEachForm(String text, int numerator, int denominator, boolean exceeded, int plus) {
        var threshold = Threshold.parse(text);

        assertThat(threshold).isEqualTo(new Threshold(numerator, denominator, exceeded, plus));
        assertThat(threshold.numerator()).isEqualTo(numerator);
        assertThat(threshold.denominator()).isEqualTo(denominator);
        assertThat(threshold.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "60 %",
                "-1%",
                "0.6",
                "66.7%",
                "2/0",
                "3/2",
                "101%",
                "more than 100%",
                "more than 3/3",
                "1/3%",
                "more than",
                "more than  50%",
                "50% plus -1",
                "50% plus 1 plus 1",
                "2147483648/2147483648",
                "50% plus 99999999999",
                "75% plus",
                "99999999999%",
                "most"
            })
    void namesWhatItCannotRead(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("60%, 2/3, more than 50% or 75% plus 1");
    }

    /// Every share of up to twelve parts and every percentage, exceeded or not, with up to three more.
    @Test
    void readsBackWhatItWrites() {
        for (int denominator : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100, 997, Integer.MAX_VALUE}) {
            for (int numerator = 0; numerator <= Math.min(denominator, 100); numerator++) {
                for (int plus = 0; plus <= 3; plus++) {
                    for (var exceeded : new boolean[] {false, true}) {
                        if (exceeded && numerator == denominator) {
                            continue;
                        }
                        var threshold = new Threshold(numerator, denominator, exceeded, plus);
                        assertThat(Threshold.parse(threshold.text())).isEqualTo(threshold);
                    }
                }
            }
        }
        var greatest = new Threshold(Integer.MAX_VALUE - 1, Integer.MAX_VALUE, true, Integer.MAX_VALUE);
        assertThat(Threshold.parse(greatest.text())).isEqualTo(greatest);
    }

    @Test
    void isAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(1, 0, false, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(-1, 2, false, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(3, 2, false, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(1, 2, false, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold(2, 2, true, 0));
    }

    @Test
    void countsExactly() {
        assertThat(Threshold.parse("55%").of(20)).isEqualTo(11);
        assertThat(Threshold.parse("28%").of(25)).isEqualTo(7);
        assertThat(Math.ceil(0.28 * 25))
                .as("what floating point would make of it")
                .isEqualTo(8);
        assertThat(Threshold.parse("55%").yesNeeded(20)).isEqualTo(11);
        assertThat(Threshold.parse("2/3").affirmedBy(new Tally(2, 1, 0))).isTrue();
    }

    @Test
    void doesNotOverflow() {
        int many = Integer.MAX_VALUE;
        assertThat(Threshold.parse("100%").of(many)).isEqualTo(many);
        assertThat(new Threshold(many - 1, many, false, 0).of(many)).isEqualTo(many - 1);
        assertThat(new Threshold(99, 100, false, many).yesNeeded(many)).isEqualTo(many);
    }

    @Test
    void quorumIsTheSmallestWholeNumberNotBelowTheShare() {
        for (var threshold : Worlds.THRESHOLDS) {
            for (int base = 0; base <= 200; base++) {
                int quorum = threshold.of(base);
                assertThat(quorum * threshold.denominator()).isGreaterThanOrEqualTo(threshold.numerator() * base);
                assertThat((quorum - 1) * threshold.denominator())
                        .isLessThan(Math.max(1, threshold.numerator() * base));
            }
        }
    }

    @Test
    void affirmsByCrossMultiplicationOrUnanimously() {
        for (var threshold : Worlds.THRESHOLDS) {
            for (var tally : Worlds.tallies(24)) {
                int have = (tally.yes() - threshold.plus()) * threshold.denominator();
                int need = threshold.numerator() * tally.decisive();
                boolean reached = threshold.exceeded() ? have > need : have >= need;

                assertThat(threshold.affirmedBy(tally))
                        .as("%s by %s", threshold, tally)
                        .isEqualTo(tally.yes() > 0 && (tally.no() == 0 || reached));
            }
        }
    }

    @Test
    void needsTheSmallestNumberOfYesThatAffirms() {
        for (var threshold : Worlds.THRESHOLDS) {
            assertThat(threshold.yesNeeded(0)).isEqualTo(1);
            for (int decisive = 1; decisive <= 100; decisive++) {
                int yes = threshold.yesNeeded(decisive);
                assertThat(yes).isBetween(1, decisive);
                assertThat(threshold.affirmedBy(new Tally(yes, decisive - yes, 0)))
                        .isTrue();
                assertThat(threshold.affirmedBy(new Tally(yes - 1, decisive - yes + 1, 0)))
                        .isFalse();
            }
        }
    }

    @Test
    void isNeverChangedByAnAbstention() {
        for (var threshold : Worlds.THRESHOLDS) {
            for (var tally : Worlds.tallies(12)) {
                assertThat(threshold.affirmedBy(tally.plus(Choice.ABSTAIN))).isEqualTo(threshold.affirmedBy(tally));
            }
        }
    }
}
