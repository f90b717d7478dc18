package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTests {

    @Test
    void textNeverBecomesMarkup() {
        var hostile = "</text><script>alert(1)</script>\" onload=\"alert(2)";
        var html = html(new Drawing(hostile, 20)
                .text(0.5, 0, 10, Drawing.Anchor.MIDDLE, "q-label", hostile)
                .mark(0.5, 0, 20, "q-mark", hostile));

        assertThat(html.replaceAll(">[^<]*<", "><")).doesNotContain("<script").doesNotContain("\" onload");
    }

    @Test
    void saysWhatItShows() {
        var drawing = new Drawing("11 of 12", 20);

        assertThat(drawing.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(drawing.alternative()).isEqualTo("11 of 12");
    }

    @Test
    void placesAreSharesOfTheWidthAndStayInside() {
        assertThat(html(new Drawing("", 20).bar(-1, 0.33333, 0, 10, "q-yes").mark(7, 0, 10, "q-mark")))
                .contains("x=\"0%\"", "x1=\"100%\"")
                .doesNotContain("viewBox");
    }

    @Test
    void labelsAtTheEdgesStayInside() {
        assertThat(Drawing.Anchor.within(0.02, 0.3)).isEqualTo(Drawing.Anchor.START);
        assertThat(Drawing.Anchor.within(0.5, 0.3)).isEqualTo(Drawing.Anchor.MIDDLE);
        assertThat(Drawing.Anchor.within(0.98, 0.3)).isEqualTo(Drawing.Anchor.END);
    }

    @Test
    void tallyShowsSignsQuorumAndWords() {
        assertThat(html(TallyBar.of(11, 1, 1, 24, 15)))
                .contains("+1 · 11", "quorum 15 of 24", "x1=\"62.5%\"")
                .contains("aria-label=\"11 yes, 1 no, 1 abstain; 13 of 24 active, quorum 15\"")
                .contains(" yes: 11", " no: 1", " abstain: 1");
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,0,0", "0,0,0,1,1", "1,0,0,1,1", "0,200,0,200,100", "200,200,200,200,150", "0,0,1,200,0"})
    void tallyOfAnySizeStaysInside(int yes, int no, int abstain, int active, int quorum) {
        var tally = new Tally(yes, no, abstain, active, quorum);

        assertThat(tally.segments()).allSatisfy(segment -> {
            assertThat(segment.from()).isBetween(0.0, segment.to());
            assertThat(segment.to()).isLessThanOrEqualTo(1);
        });
        assertThat(html(TallyBar.of(yes, no, abstain, active, quorum)))
                .contains("role=\"img\"")
                .doesNotContain("NaN");
        assertThat(html(MiniTally.of(yes, no, abstain, active, quorum))).contains("role=\"img\"");
    }

    @Test
    void scaleGrowsWhenEmeritusMembersVoteToo() {
        assertThat(new Tally(20, 5, 2, 24, 15).scale()).isEqualTo(27);
        assertThat(html(TallyBar.of(20, 5, 2, 24, 15))).contains("27 took part, 24 are active", "q-mark-soft");
    }

    @Test
    void tallyHasNoQuorumMarkWithoutQuorum() {
        assertThat(html(TallyBar.of(1, 0, 0, 24, 0))).doesNotContain("quorum").doesNotContain("\"q-mark\"");
    }

    @Test
    void labelKeepsClearOfTheQuorumMark() {
        assertThat(html(TallyBar.of(20, 0, 0, 24, 2))).contains("x=\"8.33%\" y=\"38\"");
    }

    @Test
    void tallyIsNeverNegative() {
        assertThatThrownBy(() -> TallyBar.of(-1, 0, 0, 24, 15)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShareBar.of(0, -1, Need.atLeast(60))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shareOfNobodyIsNoShare() {
        assertThat(html(ShareBar.of(0, 0, Need.moreThan(50))))
                .contains("none yet", "needs more than 50%", "Nobody said yes or no")
                .doesNotContain("NaN");
    }

    @Test
    void shareShowsWhatIsNeeded() {
        assertThat(html(ShareBar.of(11, 1, Need.atLeast(60)))).contains("11 of 12 · 92%", "needs 60%", "x1=\"60%\"");
        assertThat(html(ShareBar.of(2, 0, new Need(3, 4, false, 1)))).contains("needs 75% plus 1", "x1=\"100%\"");
        assertThat(new Need(2, 3, false, 0).inWords()).isEqualTo("2/3");
    }

    @ParameterizedTest
    @CsvSource({"599,1000,59.9%", "5996,10000,59.9%", "60,100,60%", "0,3,0%", "0,0,–", "11,12,92%"})
    void percentageNeverRoundsOverWhatIsNeeded(int yes, int decisive, String shown) {
        assertThat(Need.atLeast(60).shown(yes, decisive)).isEqualTo(shown);
    }

    @Test
    void aShareJustAboveHalfIsNotShownAsHalf() {
        assertThat(Need.moreThan(50).shown(501, 1000)).isEqualTo("50.1%");
        assertThat(Need.moreThan(50).shown(1, 2)).isEqualTo("50%");
    }

    @Test
    void needIsAShare() {
        for (var parts :
                List.of(new int[] {1, 0, 0}, new int[] {-1, 2, 0}, new int[] {3, 2, 0}, new int[] {1, 2, -1})) {
            assertThatThrownBy(() -> new Need(parts[0], parts[1], false, parts[2]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String html(Component component) {
        return component.getElement().getOuterHTML();
    }
}
