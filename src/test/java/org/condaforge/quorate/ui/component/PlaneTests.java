package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTests {

    @Test
    void cellsOfARowAreOneStretchOfTheirRegion() {
        var html = html(plane(
                3,
                List.of(new Plane.Region("q-yes", Texture.NONE, "passed", List.of(run(0, 1, 2), run(2, 0, 0)))),
                List.of()));

        assertThat(html)
                .contains("<title>passed</title>")
                .contains("class=\"q-cells q-yes\"", "d=\"M1 3H3V2H1ZM0 1H1V0H0Z\"");
    }

    @Test
    void aLineGoesAlongTheCellsAtItsRight() {
        assertThat(html(plane(3, List.of(), List.of(new Plane.Line("q-mark", "quorum", List.of(2, 1))))))
                .contains("class=\"q-line q-mark\"", "d=\"M2 3H2V2H1V1\"", "<title>quorum</title>");
    }

    @Test
    void theMarkedCellHasADotInItsMiddleAndALabel() {
        assertThat(html(plane(4, List.of(), List.of()).point(1, 0, "1 yes, 0 no")))
                .contains("cx=\"37.5%\"", "class=\"q-here\"", "1 yes, 0 no");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 25, 61, 201, 1001})
    void howeverManyCellsThereAreTheElementsAreFewAndTheTicksToo(int size) {
        var rows = IntStream.range(0, size)
                .mapToObj(row -> run(row, 0, size - row - 1))
                .toList();
        var regions = List.of(new Plane.Region("q-no", Texture.DASHES, "rejected", rows));
        var html =
                html(new Plane("a", size, regions, List.of()).axes("yes", "no").point(size - 1, size - 1, "here"));

        assertThat(Pattern.compile("<[a-z]").matcher(html).results().count()).isLessThan(60);
        assertThat(html).doesNotContain("NaN");
        assertThat(Pattern.compile("[ML]").matcher(html).results().count()).isLessThan(2 * 27 * 27 + size + 10);
    }

    @ParameterizedTest
    @EnumSource(Texture.class)
    void everyTextureButNoneLeavesMarksInsideItsCell(Texture texture) {
        var marks = texture.on(2, 3, 1);
        assertThat(marks.isEmpty()).isEqualTo(texture == Texture.NONE);
        Pattern.compile("[ML](\\S+) (\\d+(?:\\.\\d+)?)")
                .matcher(marks)
                .results()
                .forEach(point -> {
                    assertThat(Double.parseDouble(point.group(1))).isBetween(2.0, 3.0);
                    assertThat(Double.parseDouble(point.group(2))).isBetween(2.0, 3.0);
                });
    }

    @Test
    void texturesDiffer() {
        assertThat(List.of(Texture.values()).stream().map(texture -> texture.on(0, 1, 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void textNeverBecomesMarkup() {
        var hostile = "</title><script>alert(1)</script>";
        var html = html(new Plane(
                        hostile,
                        2,
                        List.of(new Plane.Region("q-yes", Texture.DOTS, hostile, List.of(run(0, 0, 1)))),
                        List.of(new Plane.Line("q-mark", hostile, List.of(1))))
                .point(0, 0, hostile));

        assertThat(html.replaceAll(">[^<]*<", "><").replaceAll("\"[^\"]*\"", ""))
                .doesNotContain("<script");
    }

    private static Plane.Run run(int row, int from, int to) {
        return new Plane.Run(row, from, to);
    }

    private static Plane plane(int size, List<Plane.Region> regions, List<Plane.Line> lines) {
        return new Plane("a plane", size, regions, lines);
    }

    private static String html(Plane plane) {
        return plane.getElement().getOuterHTML();
    }
}
