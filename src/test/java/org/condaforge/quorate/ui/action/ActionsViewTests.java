package org.condaforge.quorate.ui.action;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ActionsViewTests extends ViewTest {

    @Autowired
    Community community;

    private void lists() {
        list(LocalDate.of(2026, 10, 14), "[ ] (Birch) prune the hedge of CFEP-07", "[ ] (Alder) dig");
        list(
                LocalDate.of(2026, 10, 28),
                "[ ] (Birch) prune the hedge of CFEP-07, see https://example.org/hedge.",
                "[x] (Alder) dig",
                "[ ] (Zelkova) climb");
        list(
                LocalDate.of(2026, 11, 11),
                "[ ] (Birch) prune the hedge of CFEP-07, see https://example.org/hedge.",
                "[x] (Alder) dig",
                "[ ] sow");
    }

    private void list(LocalDate day, String... items) {
        grove.meeting(day, "### TODOs\n\n* " + String.join("\n* ", items) + "\n");
    }

    @Test
    void onePersonHasOneGroupHoweverMinutesWriteTheName() {
        list(LocalDate.of(2026, 10, 14), "[ ] (Birch) prune the hedge", "[ ] (BIRCH) rake the leaves");

        open("actions");

        assertThat(_find(H2.class, spec -> spec.withText("Birch"))).hasSize(1);
        assertThat(page()).contains("prune the hedge", "rake the leaves");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew"})
    void showsEverybodyTheOpenItemsByOwner(String login) {
        lists();
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("actions");

        assertThat(title()).isEqualTo("Action items · Quorate");
        assertThat(page())
                .contains("2 open, the oldest since 14 Oct 2026.")
                .containsSubsequence("Open", "2", "Done", "1", "Gone", "1", "All", "4")
                .containsSubsequence("Birch", "prune the hedge of", "since", "14 Oct", "3 meetings")
                .containsSubsequence("Carried through 3 meetings, from 14 Oct 2026 to 11 Nov 2026.", "Nobody’s", "sow")
                .doesNotContain("dig", "climb");
        assertThat(links()).contains("https://example.org/hedge", "cfeps/7", "actions?owner=birch", "actions?by=age");
        _assertNone(_get(Main.class), Button.class);
    }

    @Test
    void theAddressSaysWhatIsShown() {
        lists();

        open("actions?by=age&state=all");
        assertThat(page()).containsSubsequence("The oldest first", "prune", "dig", "done", "climb", "gone, last seen");
        open("actions?state=gone");
        assertThat(page()).contains("climb", "Zelkova").doesNotContain("prune", "dig");
        open("actions?state=done&owner=ALDER");
        assertThat(page()).contains("dig", "Only those of ALDER.").doesNotContain("climb");
        open("actions?owner=zelkova");
        assertThat(page()).contains("No action item fits these filters.");
        open("actions?state=nonsense&by=nonsense&page=nonsense");
        assertThat(page()).contains("prune", "sow");
    }

    @Test
    void saysWhatWillAppear() {
        open("actions");

        assertThat(page()).contains("Nothing is open.", "No action items yet.");
    }

    @Test
    void coreMembersTickInTheList() {
        lists();
        signIn("alder");
        open("actions");

        Button tick = _find(Button.class).stream()
                .filter(button -> button.getAriaLabel().orElse("").startsWith("Tick: prune the hedge"))
                .findFirst()
                .orElseThrow();
        tick.click();

        assertThat(page()).contains("1 open, the oldest since").doesNotContain("prune");
        open("actions?state=done");
        assertThat(page()).contains("prune", "dig");
    }

    @Test
    void coreMembersAddAnItem() {
        signIn("alder");
        open("actions");

        _get(Button.class, spec -> spec.withText("Add it")).click();
        assertThat(page()).contains("Say what is to be done.");

        enter(_get(TextArea.class), "Ask the mirror host");
        enter(_get(DatePicker.class), LocalDate.of(2026, 12, 1));
        choose("Elm");
        _get(Button.class, spec -> spec.withText("Add it")).click();

        assertThat(title()).isEqualTo("Ask the mirror host · Quorate");
        assertThat(page())
                .contains("open", "Elm", "due 1 Dec", "In no minutes yet.", "Alder added “Ask the mirror host”");
    }

    @SuppressWarnings("unchecked")
    private static void choose(String name) {
        MultiSelectComboBox<Roster.Entry> owners = _get(MultiSelectComboBox.class);
        owners.setValue(owners.getListDataView()
                .getItems()
                .filter(entry -> entry.name().equals(name))
                .map(entry -> Set.of(entry))
                .findFirst()
                .orElseThrow());
    }

    private String first() {
        open("actions?by=age&state=all");
        return links().stream()
                .filter(href -> href.matches("actions/\\d+"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anItemTellsItsWholeWay() {
        lists();

        open(first());

        assertThat(page())
                .contains("Action items", "open", "Birch")
                .containsSubsequence("Carried through 3 meetings", "14 Oct", "prune the hedge", "28 Oct", "see")
                .contains("Nothing yet: it is as the minutes say.")
                .doesNotContain("Reassign");
        assertThat(links())
                .contains("meetings/2026-10-14", "meetings/2026-10-28")
                .doesNotContain("meetings/2026-11-11");
    }

    @Test
    void coreMembersTickAndReassignAnItem() {
        lists();
        signIn("alder");
        open(first());

        choose("Elm");
        _get(Button.class, spec -> spec.withText("Reassign")).click();
        assertThat(page()).contains("Elm", "in the minutes: Birch", "Alder gave it to Elm");
        _get(Button.class, spec -> spec.withText("Tick it")).click();
        assertThat(page()).contains("done", "Alder ticked it");

        list(LocalDate.of(2026, 11, 25), "[ ] (Birch) prune the hedge of CFEP-07, see https://example.org/hedge.");
        open(first());
        assertThat(page()).contains("done", "still open in the minutes of 25 Nov");
        _get(Button.class, spec -> spec.withText("Untick it")).click();
        assertThat(page()).contains("open", "Alder took the tick back");
        assertThat(community.count("journal", "subject_kind = 'action'")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions/999999", "actions/999999999999999999"})
    void saysThatThereIsNoSuchItem(String address) {
        open(address);

        assertThat(page()).contains("There is no action item 999999");
    }

    @Test
    void showsHostileTextAsText() {
        list(
                LocalDate.of(2026, 11, 11),
                "[ ] (<img src=x>) see https://example.org/\"onclick=alert(1) <script>alert(2)</script>");

        open("actions");

        assertThat(links()).noneMatch(href -> href.contains("\"") || href.startsWith("javascript"));
        open(first());
        assertThat(page()).contains("alert(2)");
    }

    @Test
    void pagesALongListWithoutAskingMoreOfTheDatabase() {
        lists();
        List<String> little = SqlCount.of(() -> open("actions"));
        String[] many = new String[230];
        Arrays.setAll(many, i -> "[ ] (Birch) plant tree number %d behind the gate".formatted(i));
        list(LocalDate.of(2026, 11, 12), many);

        List<String> much = SqlCount.of(() -> open("actions?page=3"));

        assertThat(much).hasSameSizeAs(little);
        assertThat(page()).contains("Page 3 of 5 · 230 in all");
    }
}
