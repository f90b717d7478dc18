package org.condaforge.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageTests {

    @Test
    void everyFirstLevelItemAndHeadingIsFoundByItself() {
        String minutes = """
                # 2021-10-20 grove meeting

                ## Attendees
                * Alder
                * Birch

                ## Agenda
                * [x] (AB) plant **more** [oaks](https://example.org/oaks)
                  * by the river
                  * and <b>uphill</b>
                * [ ] water them

                Text below.
                """;

        assertThat(Passage.of(minutes))
                .containsExactly(
                        new Passage(1, "2021-10-20 grove meeting"),
                        new Passage(3, "Attendees"),
                        new Passage(4, "Alder"),
                        new Passage(5, "Birch"),
                        new Passage(7, "Agenda"),
                        new Passage(8, "(AB) plant more oaks by the river and uphill"),
                        new Passage(11, "water them Text below."));
    }

    @Test
    void noPassageIsLongerThanTheLongest() {
        String text = ("seed ".repeat(50) + "\n").repeat(60) + "x".repeat(3 * Passage.LONGEST);

        assertThat(Passage.of(text))
                .hasSizeGreaterThan(3)
                .allSatisfy(passage -> assertThat(passage.words()).hasSizeLessThanOrEqualTo(Passage.LONGEST));
        assertThat(Passage.of(text).get(1).line()).isGreaterThan(1);
    }

    @Test
    void hostileTextIsReadInReasonableTime() {
        for (String mark : new String[] {"[](", "[", "<a", "* ", "# ", "`", "\0", "![[", "<!--"}) {
            assertThat(Passage.of(mark.repeat(400_000 / mark.length()))).isNotNull();
        }
    }
}
