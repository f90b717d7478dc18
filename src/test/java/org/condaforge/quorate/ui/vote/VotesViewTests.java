package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VotesViewTests extends VotePageTest {

    /// One vote in each state: passed and rejected ones, an open one, one that lacks its quorum, one from the minutes.
    private void layVotes() {
        var seeds = grove.proposal(7, "Where seeds are kept", "Proposed");
        archive.expired(seeds, LocalDate.of(2020, 3, 11), "The vote ends on 2020-03-11.");
        VoteId mirror = grove.vote("alder", "Fund the mirror", 7);
        VoteId logo = grove.vote("alder", "Another logo", 7);
        for (String member : new String[] {"alder", "birch", "cedar"}) {
            grove.cast(member, mirror, Choice.YES, "");
            grove.cast(member, logo, Choice.NO, "The old one is fine.");
        }
        grove.vote("birch", seeds, 7);
        grove.pass(Duration.ofDays(8));
        grove.vote("birch", "Meet in the orchard", 7);
    }

    @Test
    void listsVotesWithWhereTheyStandToEverybody() {
        layVotes();

        open("votes");

        assertThat(title()).isEqualTo("Votes · Quorate");
        assertThat(page())
                .contains("One vote is open, 1 overdue, 1 ended without a recorded result.")
                .containsSubsequence("Accept CFEP-07", "overdue")
                .containsSubsequence("Meet in the orchard", "would be inquorate: three more must say +1", "in 7 days")
                .containsSubsequence("Fund the mirror", "Consensus · passed, by consensus · 3 of 3 yes", "25 Nov")
                .containsSubsequence("Another logo", "rejected, by consensus · 0 of 3 yes")
                .containsSubsequence("ended without a recorded result", "11 Mar 2020", "no result");
        assertThat(page().indexOf("Meet in the orchard")).isLessThan(page().indexOf("Fund the mirror"));
        assertThat(page().indexOf("Fund the mirror")).isLessThan(page().indexOf("11 Mar 2020"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=open, Meet in the orchard, Fund the mirror",
        "state=overdue, Accept CFEP-07, Meet in the orchard",
        "state=closed, Another logo, Meet in the orchard",
        "state=expired, ended on 2020-03-11, Accept CFEP-07",
        "outcome=passed, Fund the mirror, Another logo",
        "outcome=rejected, Another logo, Fund the mirror",
        "item=cfep-approval, Accept CFEP-07, Fund the mirror",
        "year=2020, ended on 2020-03-11, Fund the mirror",
        "year=2026, Fund the mirror, ended on 2020-03-11",
        "q=MIRROR, Fund the mirror, Another logo",
        "state=closed&q=logo, Another logo, Fund the mirror",
    })
    void narrowsTheListAsTheAddressSays(String query, String shown, String hidden) {
        layVotes();

        open("votes?" + query);

        assertThat(rows()).anyMatch(row -> row.contains(shown)).noneMatch(row -> row.contains(hidden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=opne", "outcome=won", "year=soon", "page=0", "page=-1", "page=x", "colour=green"})
    void ignoresWhatAnAddressCannotMean(String query) {
        layVotes();

        open("votes?" + query);

        assertThat(rows()).hasSize(5);
    }

    @Test
    void keepsFiltersInTheAddress() {
        layVotes();
        open("votes?year=2026");

        select("Outcome").setValue(org.condaforge.quorate.vote.Result.PASSED);
        assertThat(address()).startsWith("votes?").contains("outcome=passed", "year=2026");
        assertThat(rows()).singleElement().asString().contains("Fund the mirror");
        assertThat(select("Outcome").getValue()).isEqualTo(org.condaforge.quorate.vote.Result.PASSED);

        select("Outcome").setValue(null);
        enter(_get(TextField.class), "logo & 100%");
        assertThat(address()).startsWith("votes?").contains("year=2026", "q=logo%20%26%20100%25");
        assertThat(_get(TextField.class).getValue()).isEqualTo("logo & 100%");
        assertThat(page()).contains("No vote fits these filters.");
        assertThat(link("Show all votes").getHref()).isEqualTo("votes");
    }

    @Test
    void leadsToTheNextFiftyAndKeepsTheFilters() {
        for (int i = 1; i <= 53; i++) {
            grove.vote("alder", "Question %02d".formatted(i), 7);
        }

        open("votes?state=open");
        assertThat(rows()).hasSize(50);
        assertThat(page()).contains("53 votes are open.", "Page 1 of 2 · 53 in all");
        assertThat(link("Next ›").getHref()).isEqualTo("votes?state=open&page=2");

        open("votes?state=open&page=2");
        assertThat(rows()).hasSize(3);
        assertThat(link("‹ Before").getHref()).isEqualTo("votes?state=open");
    }

    @Test
    void leadsBackFromBehindTheEndOfTheList() {
        grove.vote("alder", "Fund the mirror", 7);

        open("votes?state=open&page=9");

        assertThat(page()).contains("The list ends before this page.");
        assertThat(link("To its beginning").getHref()).isEqualTo("votes?state=open");
    }

    @Test
    void offersToCallAVoteToCoreMembersOnly() {
        grove.vote("alder", "Fund the mirror", 7);

        open("votes");
        assertThat(links()).doesNotContain("votes/new");

        signIn("yew");
        open("votes");
        assertThat(links()).doesNotContain("votes/new");

        signIn("birch");
        open("votes");
        assertThat(link("Call a vote").getHref()).isEqualTo("votes/new");
    }

    @Test
    void saysWhatWillAppearWhereThereIsNothing() {
        open("votes");
        assertThat(page()).contains("No vote is open.", "No votes yet.");
        assertThat(links()).doesNotContain("votes/new");

        signIn("alder");
        open("votes");
        assertThat(links()).contains("votes/new");
    }

    @Test
    void showsHostileTitlesAsText() {
        grove.vote("alder", HOSTILE, 7);

        open("votes?q=" + "%3Cimg");

        assertThat(page()).contains(HOSTILE);
        assertThat(markup()).doesNotContain("<img");
    }

    private static java.util.List<String> rows() {
        return _find(ListItem.class).stream().map(row -> text(row)).toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @SuppressWarnings("unchecked")
    private static Select<Object> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    @Test
    void offersEveryStateToNarrowTheList() {
        open("votes?state=withdrawn");

        assertThat(select("State").getValue()).isEqualTo(VoteState.WITHDRAWN);
        assertThat(select("State").getListDataView().getItems()).containsExactly((Object[]) VoteState.values());
    }
}
