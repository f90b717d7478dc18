package org.condaforge.quorate.ui.proposal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProposalsViewTests extends ViewTest {

    @Autowired
    private ProposalService proposals;

    private void three() {
        grove.proposal(3, "Naming of trees", "Accepted");
        grove.proposal(6, "A fence", "Proposed");
        grove.proposal(7, "A gate", "Draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void listsProposalsToEverybody(String login) {
        three();
        grove.meeting(LocalDate.of(2026, 11, 11), "## Agenda\n\n### New\n\n* [ ] CFEP-06: how high is it?\n");
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("cfeps");

        assertThat(title()).isEqualTo("CFEPs · Quorate");
        assertThat(page())
                .contains("All 3", "Accepted 1", "Proposed 1", "Draft 1")
                .containsSubsequence("CFEP-07: A gate", "CFEP-06: A fence", "last discussed 11 Nov", "CFEP-03")
                .contains("Sorrel, Birch", "never discussed in minutes", "created 2 Mar 2026", "8 months ago")
                .doesNotContain("Implemented");
        assertThat(links()).contains("cfeps/7", "cfeps/6", "cfeps/3", "cfeps?status=draft", "cfeps?as=board");
        _assertNone(_get(Main.class), Button.class);
        assertThat(links().contains("cfeps?add=new")).isEqualTo(login.equals("alder"));
    }

    @Test
    void narrowsByStatusAndWordsOfTheAddress() {
        three();

        open("cfeps?status=proposed&q=fence");

        assertThat(page()).contains("CFEP-06").doesNotContain("CFEP-07", "CFEP-03");
        assertThat(_get(TextField.class).getValue()).isEqualTo("fence");
        assertThat(links()).contains("cfeps?status=draft&q=fence", "cfeps?status=proposed&q=fence&as=board");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATE", "cfep-07", "sorrel"})
    void findsByTitleNumberAndAuthorAsOneTypes(String words) {
        three();
        open("cfeps");

        enter(_get(TextField.class), words);

        assertThat(page()).contains("CFEP-07: A gate");
        assertThat(links()).contains("cfeps?status=draft&q=" + words);
    }

    @Test
    void saysHowToGetBackWhenNothingFits() {
        three();

        open("cfeps?q=no-such-tree");

        assertThat(page()).contains("No proposal fits these filters.");
        assertThat(link("Show all CFEPs").getHref()).isEqualTo("cfeps");
    }

    @Test
    void saysWhatWillAppearWhenThereIsNone() {
        open("cfeps");

        assertThat(page()).contains("No proposals yet.");
    }

    @Test
    void showsABoardByStatus() {
        three();

        open("cfeps?as=board");

        assertThat(page()).containsSubsequence("Draft · 1", "CFEP-07", "Proposed · 1", "CFEP-06", "Accepted · 1");
        assertThat(links()).contains("cfeps?status=draft&as=board", "cfeps");
    }

    @Test
    void marksAProposalWhoseFileSaysOtherwise() {
        three();
        grove.as("alder", () -> {
            proposals.setStatus(new ProposalNumber(6), Status.ACCEPTED, "Agreed.");
            return "";
        });

        open("cfeps");

        assertThat(page()).containsOnlyOnce("file still says Proposed").contains("With drift 1", "CFEP-03");
        assertThat(link("With drift 1").getHref()).isEqualTo("cfeps?drift=true");
        open("cfeps?drift=true");
        assertThat(page()).contains("CFEP-06").doesNotContain("CFEP-03", "CFEP-07");
        assertThat(link("With drift 1").getHref()).isEqualTo("cfeps");
        assertThat(links()).contains("cfeps?status=draft&drift=true", "cfeps?drift=true&as=board");
        open("cfeps?drift=true&as=board");
        assertThat(page()).contains("Accepted · 1", "file still says Proposed").doesNotContain("Draft · 1");
    }

    @Test
    void saysNothingOfDriftWhereThereIsNone() {
        three();

        open("cfeps");

        assertThat(page()).doesNotContain("With drift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew"})
    void offersTheFormToNobodyButCore(String login) {
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("cfeps?add=22");

        _assertNone(AddProposal.class);
        assertThat(page()).doesNotContain("Add a CFEP");
    }

    @Test
    void letsCoreAddOneThatHasNoFile() {
        signIn("alder");
        open("cfeps");
        assertThat(link("Add a CFEP").getHref()).isEqualTo("cfeps?add=new");
        open("cfeps?add=22");
        assertThat(_get(IntegerField.class).getValue()).isEqualTo(22);
        enter(field("Title"), "A hedge");

        _click(_get(Button.class, button -> button.withText("Add it")));
        assertThat(page()).contains("Give the address of the pull request");
        assertThat(field("Title").getValue()).isEqualTo("A hedge");

        enter(field("Address of its pull request"), "https://example.org/pull/22");
        _click(_get(Button.class, button -> button.withText("Add it")));

        assertThat(title()).isEqualTo("CFEP-22 · Quorate");
        assertThat(page()).contains("CFEP-22: A hedge", "added by hand", "Alder", "No file is known.");
        assertThat(links()).contains("https://example.org/pull/22");
    }

    @Test
    void refusesToAddOneThatIsThere() {
        three();
        signIn("alder");
        open("cfeps?add=new");

        _click(_get(Button.class, button -> button.withText("Add it")));
        assertThat(page()).contains("Give its number, 1 or more.");
        enter(_get(IntegerField.class), 6);
        enter(field("Title"), "Another fence");
        enter(field("Address of its pull request"), "https://example.org/pull/22");
        _click(_get(Button.class, button -> button.withText("Add it")));

        assertThat(page()).contains("There is a CFEP-06 already: “A fence”.");
        assertThat(link("Leave it").getHref()).isEqualTo("cfeps");
    }

    private static TextField field(String label) {
        return _get(TextField.class, field -> field.withLabel(label));
    }

    @Test
    void showsHostileTitlesAsText() {
        grove.proposal(9, "<b onclick=alert(1)>bold</b>", "Draft");

        open("cfeps");

        assertThat(page()).contains("CFEP-09: <b onclick=alert(1)>bold</b>");
    }

    @Test
    void pagesAListAndAsksTheDatabaseAsOftenForManyAsForFew() {
        three();
        List<String> few = SqlCount.of(() -> open("cfeps"));
        for (int number = 10; number < 80; number++) {
            grove.proposal(number, "Tree " + number, "Draft");
        }

        List<String> many = SqlCount.of(() -> open("cfeps?status=draft"));

        assertThat(many).hasSameSizeAs(few);
        assertThat(page()).contains("Page 1 of 2 · 71 in all");
        assertThat(links()).contains("cfeps?status=draft&page=2");
        open("cfeps?status=draft&page=2");
        assertThat(page()).contains("CFEP-07", "Page 2 of 2").doesNotContain("CFEP-79");
        assertThat(_find(Main.class)).hasSize(1);
    }
}
