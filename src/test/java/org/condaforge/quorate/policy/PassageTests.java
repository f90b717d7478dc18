package org.condaforge.quorate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTests {

    @Test
    void takeAPageApartByItsHeadings() {
        var passages = passages(PageText.with("## Yarn\n", "## Yarn\n\nWool, or [cotton].\n"));

        assertThat(passages).extracting(Passage::heading).containsExactly("The knitting circle", "Yarn");
        assertThat(passages).extracting(Passage::level).containsExactly(1, 2);
        assertThat(passages.getFirst().prose()).isEmpty();
        assertThat(passages.getFirst().data()).startsWith("policy: circle").endsWith("active-votes-per-item: 1\n");
        assertThat(passages.getFirst().item()).isEmpty();
        var yarn = passages.getLast();
        assertThat(yarn.prose()).isEqualTo("Wool, or [cotton].\n");
        assertThat(yarn.data()).startsWith("item: yarn\n").endsWith("early-close: true\n");
        assertThat(yarn.item()).map(VotingItem::name).contains("yarn");
        assertThat(yarn.line()).isEqualTo(yarn.item().orElseThrow().line());
    }

    @Test
    void keepTablesThatAreForPeople() {
        var readings = passages(PageText.CIRCLE + "\n## Readings\n\n| open | read as |\n|---|---|\n| a tie | lost |\n")
                .getLast();

        assertThat(readings.prose()).contains("| a tie | lost |");
        assertThat(readings.item()).isEmpty();
    }

    @Test
    void knowTheLinksThatAreDefinedElsewhere() {
        var passages = passages(PageText.with("## Yarn\n", "## Yarn\n\nSee [the shop].\n") + "\n## Shops\n\nNone.\n\n"
                + "[the shop]: https://example.org/shop\n");

        assertThat(passages.get(1).prose()).endsWith("[the shop]: https://example.org/shop\n");
    }

    @Test
    void underlinedHeadingsAreHeadings() {
        assertThat(passages(PageText.with("## Yarn\n", "Of *all* `yarn`\n----\n\nWool.\n"))
                        .getLast())
                .satisfies(yarn -> assertThat(yarn.heading()).isEqualTo("Of all yarn"))
                .satisfies(yarn -> assertThat(yarn.prose()).isEqualTo("Wool.\n"))
                .satisfies(yarn -> assertThat(yarn.item()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plus-three", "conda-forge", "conda"})
    void loseNothingOfAShippedPage(String name) {
        var policy = Policies.shipped().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        var passages = policy.passages();

        assertThat(passages.stream().flatMap(passage -> passage.item().stream()))
                .containsExactlyElementsOf(policy.items());
        var shown = new StringBuilder();
        passages.forEach(passage -> shown.append("#".repeat(passage.level()))
                .append(' ')
                .append(passage.heading())
                .append('\n')
                .append(passage.prose())
                .append(passage.data()));
        assertThat(policy.page()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("```") && !line.startsWith("| active |"))
                        .filter(line -> !line.matches("\\|---.*|\\| \\d+ \\|.*")))
                .allSatisfy(line -> assertThat(shown).contains(line));
    }

    @ParameterizedTest
    @CsvSource({"Who votes, who-votes", "'What is not, and why?', what-is-not-and-why", "Überstimmt, überstimmt"})
    void headingsAreLinkedToAsOnGitHub(String heading, String anchor) {
        assertThat(passages(PageText.CIRCLE + "\n## " + heading + "\n")
                        .getLast()
                        .anchor())
                .isEqualTo(anchor);
    }

    private static List<Passage> passages(String page) {
        return PolicyPage.read(page, "circle.md").passages();
    }
}
