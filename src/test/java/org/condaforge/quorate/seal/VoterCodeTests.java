package org.condaforge.quorate.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoterCodeTests {

    @Test
    void isNeverTheSameTwice() {
        SecureRandom random = new SecureRandom();
        Set<VoterCode> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            VoterCode code = VoterCode.random(random);
            assertThat(seen.add(code)).isTrue();
            assertThat(VoterCode.typed(code.text())).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7F3K-9QZM-0A1B-XYW2", "7f3k 9qzm 0a1b xyw2", "7F3K9QZMOAIBXYW2", " 7f3k-9qzm-oalb-xyw2 "})
    void isReadAsPeopleTypeIt(String written) {
        assertThat(VoterCode.typed(written).text()).isEqualTo("7F3K-9QZM-0A1B-XYW2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7F3K",
                "7F3K-9QZM-0A1B-XYW",
                "7F3K-9QZM-0A1B-XYU2",
                "7F3K-9QZM-0A1B-XYW22",
                "€€€€€€€€€€€€€€€€"
            })
    void isNothingElse(String written) {
        assertThatThrownBy(() -> VoterCode.typed(written)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VoterCode(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
