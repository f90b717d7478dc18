package org.condaforge.quorate.ui.search;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyDownEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import java.time.LocalDate;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.search.SearchService;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.shell.SearchBox;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchViewTests extends ViewTest {

    @Autowired
    SearchService search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ActionLedger ledger;

    @BeforeEach
    void record() {
        grove.proposal(12, "Licences of seeds", "Proposed", "## Abstract\n\nEvery seed has a <b>licence</b>.\n");
        grove.meeting(
                LocalDate.of(2025, 3, 5), "## Agenda\n* [ ] licences again\n* [ ] <script>alert(1)</script> moss\n");
        grove.meeting(LocalDate.of(2026, 3, 4), "## Agenda\n* [ ] the licence question\n");
        grove.vote("alder", "Buy a licence", 7);
        VoteId secret = grove.vote("alder", "Nominate Quince for the licence work", 7);
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", secret.number())
                .update();
        search.refresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void showsWhatHasTheWordsToEverybody(String login) {
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("search?q=licence");

        assertThat(title()).isEqualTo("Search · Quorate");
        assertThat(page())
                .contains("CFEP-12: Licences of seeds", "Every seed has a licence", "the licence question")
                .contains("Buy a licence", "All 4", "CFEPs 1", "Votes 1", "Minutes 2", "2025 1", "2026 3")
                .doesNotContain("Quince");
        assertThat(links())
                .contains("cfeps/12", "meetings/2026-03-04?line=4", "search?q=licence&in=minutes")
                .anyMatch(link -> link.startsWith("votes/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void aSensitiveVoteIsFoundByNobody(String login) {
        if (!login.isEmpty()) {
            signIn(login);
        }

        for (String query : new String[] {"quince", "nominate", "in:votes", "knows"}) {
            open("search?q=" + query);

            assertThat(page()).doesNotContain("Quince for").doesNotContain("Nominate Quince");
        }
    }

    @Test
    void marksTheWordsAsElements() {
        open("search?q=moss");

        assertThat(_find(
                        HtmlContainer.class,
                        spec -> spec.withPredicate(
                                part -> part.getElement().getTag().equals("mark"))))
                .extracting(HtmlContainer::getText)
                .containsExactly("moss");
        assertThat(page()).contains("alert(1)");
        assertThat(_find(HtmlContainer.class))
                .noneMatch(part -> part.getElement().getTag().equals("script"));
    }

    @Test
    void keepsItsStateInTheAddress() {
        open("search?q=licence&in=minutes&year=2025");

        assertThat(_get(_get(Main.class), SearchBox.Field.class).getValue()).isEqualTo("licence");
        assertThat(page()).contains("licences again").doesNotContain("the licence question", "Buy a licence");
        assertThat(link("Minutes 1").getElement().getAttribute("aria-current")).isEqualTo("true");
        assertThat(link("2025 1").getElement().getAttribute("aria-current")).isEqualTo("true");

        enter(_get(_get(Main.class), SearchBox.Field.class), "again");
        assertThat(page()).contains("licences again");
        assertThat(links()).contains("search?q=again&year=2025");
    }

    @Test
    void saysWhatToDoWhereNothingIsFound() {
        open("search?q=zeppelin");
        assertThat(page()).contains("Nothing has “zeppelin”. Try fewer words");

        open("search?q=zeppelin&in=votes");
        assertThat(links()).contains("search?q=zeppelin");

        open("search?q=moss%20zeppelin");
        assertThat(page()).contains("No text has all of these words", "moss");

        open("search");
        assertThat(page()).contains("appear here, the best first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search?q=%22",
                "search?q=*",
                "search?q=%00",
                "search?q=a&in=x&year=x&page=0",
                "search?q=licence&page=999999",
                "search?in=minutes",
                "search?year=2026",
                "search?q=(%5B%7B%5C",
                "search?q=%F0%9F%98%80"
            })
    void noAddressIsAnError(String address) {
        open(address);

        assertThat(title()).isEqualTo("Search · Quorate");
    }

    @Test
    void aLongQueryIsCut() {
        open("search?q=" + "licence%20".repeat(1_000));

        assertThat(page()).contains("CFEP-12");
    }

    @Test
    void theBoxOfEveryPageLeadsHere() {
        open("votes");
        SearchBox box = _get(SearchBox.class);
        assertThat(box.isVisible()).isTrue();
        SearchBox.Field field = _get(box, SearchBox.Field.class);

        enter(field, "  the licence ");
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                field, new KeyDownEvent(field, Key.ENTER.getKeys().getFirst()));

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("search?q=the%20licence");
        assertThat(page()).contains("Buy a licence");
        assertThat(_find(SearchBox.class)).isEmpty();
    }

    @Test
    void aPlaceLeadsToItsLineInTheMinutes() {
        open("meetings/2025-03-05?line=5");

        assertThat(_get(Main.class).getElement().getChildren().flatMap(SearchViewTests::all))
                .filteredOn(element -> element.getClassList().contains("q-found"))
                .singleElement()
                .satisfies(element -> assertThat(element.getTextRecursively()).contains("moss"));
    }

    private static java.util.stream.Stream<com.vaadin.flow.dom.Element> all(com.vaadin.flow.dom.Element element) {
        return element.isTextNode()
                ? java.util.stream.Stream.empty()
                : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(element),
                        element.getChildren().flatMap(SearchViewTests::all));
    }

    @Test
    void leadsToActionItemsAndToRules() {
        grove.meeting(LocalDate.of(2026, 4, 1), "## TODOs\n\n* [ ] (Alder) repaint the pergola\n");
        ledger.follow();
        search.refresh();

        open("search?q=pergola&in=actions");
        assertThat(page()).contains("repaint the pergola", "Action item", "Action items 1");
        assertThat(links()).anyMatch(link -> link.matches("actions/\\d+"));
        open("search?q=lock%20thread&in=rules");
        assertThat(page()).contains("Rules");
        assertThat(links()).contains("rules/lock-thread?page=conda-forge");
        open("search?q=quorum&in=rules");
        assertThat(links()).anyMatch(link -> link.startsWith("rules?page=conda-forge#"));
    }
}
