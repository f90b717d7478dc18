package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.condaforge.quorate.ui.component.YearMap.Cell;
import org.condaforge.quorate.ui.component.YearMap.Line;
import org.junit.jupiter.api.Test;

class YearMapTests {

    private static final List<Integer> YEARS = List.of(2024, 2025, 2026);

    private static List<Element> all(Element root, String tag) {
        return root.getChildren()
                .flatMap(child -> Stream.concat(
                        child.isTextNode() || !child.getTag().equals(tag) ? Stream.of() : Stream.of(child),
                        child.isTextNode() ? Stream.of() : all(child, tag).stream()))
                .toList();
    }

    private static List<String> texts(YearMap map) {
        return all(map.getElement(), "text").stream().map(Element::getText).toList();
    }

    private static String path(YearMap map, String className) {
        return all(map.getElement(), "path").stream()
                .filter(path -> String.valueOf(path.getAttribute("class")).contains(className))
                .map(path -> path.getAttribute("d"))
                .findFirst()
                .orElse("");
    }

    @Test
    void drawsABoxForEachYearThatConcernsSomebodyFilledByTheShare() {
        YearMap map = new YearMap(
                "in words", YEARS, List.of(new Line("Alder", List.of(new Cell(0, 0), new Cell(0, 4), new Cell(1, 2)))));

        assertThat(texts(map)).containsExactly("2024", "2025", "2026", "Alder");
        assertThat(path(map, "q-unfilled")).isEqualTo("M565 17H780V2H565ZM785 17H1000V2H785Z");
        assertThat(path(map, "q-state")).isEqualTo("M785 17H1000V10H785Z");
        assertThat(all(map.getElement(), "svg").getFirst().getAttribute("aria-label"))
                .isEqualTo("in words");
    }

    @Test
    void fillsAllOfABoxOnlyForEverythingAndAtLeastALineForSomething() {
        YearMap map = new YearMap(
                "", YEARS, List.of(new Line("Alder", List.of(new Cell(3, 3), new Cell(1, 500), new Cell(499, 500)))));

        assertThat(path(map, "q-state")).isEqualTo("M345 17H560V2H345ZM565 17H780V16H565ZM785 17H1000V3H785Z");
    }

    @Test
    void namesOnlySoManyYearsAsHaveRoomAndDrawsThemInTwoPaths() {
        List<Integer> years = IntStream.rangeClosed(1827, 2026).boxed().toList();
        YearMap map = new YearMap(
                "",
                years,
                IntStream.range(0, 50)
                        .mapToObj(i -> new Line(
                                "Tree " + i,
                                years.stream()
                                        .map(year -> new Cell(year % 3, 3))
                                        .toList()))
                        .toList());

        assertThat(texts(map)).hasSizeBetween(52, 58).contains("1827", "Tree 49");
        assertThat(all(map.getElement(), "path")).hasSize(2);
    }

    @Test
    void drawsNothingOfNobody() {
        assertThat(texts(new YearMap("", YEARS, List.of()))).hasSize(3);
    }
}
