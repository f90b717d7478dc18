package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTests {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Test
    void textIsNeverMarkup() {
        List<Component> parts = List.of(
                Chip.warn(HOSTILE),
                new Card(HOSTILE, new Span(HOSTILE)).note(HOSTILE),
                new PageHead(HOSTILE).lead(HOSTILE),
                new Empty(HOSTILE),
                new Initials(HOSTILE),
                new Timeline().at(HOSTILE, new Span(HOSTILE)),
                new Choices<>(HOSTILE, List.of(Choices.Choice.plain(1, HOSTILE, HOSTILE))));

        assertThat(parts)
                .allSatisfy(part -> assertThat(part.getElement().getOuterHTML().replaceAll("\"[^\"]*\"", ""))
                        .doesNotContain("<img"));
    }

    @ParameterizedTest
    @CsvSource({
        "Alder,AL",
        "mountain-birch,MB",
        "Sugar Maple of the Hills,SH",
        "o,O",
        "'',?",
        "--,?",
        "élan,ÉL",
        "🌲 🌳,?"
    })
    void initialsOfAnyName(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void initialsAreSilentBesideTheName() {
        assertThat(new Initials("Alder").getElement().getAttribute("aria-hidden"))
                .isEqualTo("true");
    }

    @Test
    void chipHasTheClassOfItsTone() {
        assertThat(Chip.good("passed").getClassNames()).containsExactly("q-chip", "q-good");
        assertThat(new Chip(Tone.STATE, new Span("open")).getClassNames()).containsExactly("q-chip", "q-state");
    }

    @Test
    void headReadsFromCrumbsToChips() {
        var head = new PageHead("Accept CFEP-26")
                .chips(Chip.state("open"))
                .below(new Anchor("votes", "Votes"), new Span("CFEP approval"));

        assertThat(head.getElement().getTextRecursively()).isEqualTo("Votes›CFEP approvalAccept CFEP-26open");
        assertThat(head.chips(Chip.good("passed")).getElement().getTextRecursively())
                .endsWith("Accept CFEP-26passed");
    }

    @Test
    void cardHasATitleAndANote() {
        assertThat(new Card("Roll call", new Span("Alder"))
                        .note("13 of 18")
                        .getElement()
                        .getOuterHTML())
                .contains("<h2>Roll call</h2>", "q-note", "Alder");
        assertThat(new Card(new Span("sentence")).acting().getElement().getOuterHTML())
                .contains("q-act")
                .doesNotContain("<h2");
    }

    @Test
    void columnsKeepReadingBeforeActing() {
        assertThat(new Columns(List.of(new Span("read")), List.of(new Span("act")))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("readact");
    }

    @Test
    void emptyPlaceSaysWhatToDo() {
        assertThat(new Empty("No open votes.", new Anchor("votes/new", "Call one"))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("No open votes.Call one");
    }

    @Test
    void choicesAreRadioInputsOfOneGroup() {
        var choices = new Choices<>(
                "Your vote",
                List.of(
                        Choices.Choice.yes(1, "quorum met"),
                        Choices.Choice.abstain(0, "helps the quorum"),
                        Choices.Choice.no(-1, "still short")));
        var html = choices.getElement().getOuterHTML();

        assertThat(html).contains("type=\"radio\"", "+1", "−1", "quorum met", "aria-label=\"Your vote\"");
        assertThat(html.split("name=\"choice-", -1)).hasSize(4);
        assertThat(choices.chosen()).isEmpty();
        choices.choose(-1);
        assertThat(choices.chosen()).contains(-1);
        assertThatThrownBy(() -> choices.choose(7)).isInstanceOf(IllegalArgumentException.class);
    }
}
