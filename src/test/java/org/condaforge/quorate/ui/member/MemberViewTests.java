package org.condaforge.quorate.ui.member;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class MemberViewTests extends ViewTest {

    @Autowired
    private MemberService members;

    @ParameterizedTest
    @ValueSource(strings = {"members/birch", "members/BIRCH"})
    void showsStandingBallotsAndMeetings(String address) {
        grove.meeting(LocalDate.of(2026, 11, 11), "## Attendees\n\n- Birch\n");
        var vote = grove.vote("alder", "Fund the mirror", 7);
        grove.cast("birch", vote, Choice.NO, "Too dear.");
        grove.pass(Duration.ofDays(8));

        open(address);

        assertThat(title()).isEqualTo("Birch · Quorate");
        assertThat(page())
                .contains("Birch", "core", "@birch", "Standing over time", "core from 1 May 2019")
                .contains("−1 Fund the mirror", "1 of 1 votes", "1 of 1 meetings", "11 Nov 2026")
                .contains("None waits for them.");
        assertThat(links()).contains("votes/" + vote.number(), "meetings/2026-11-11", "members");
        _assertNone(_get(Main.class), Button.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void saysToEverybodyWhichOpenVotesWait(String login) {
        grove.vote("alder", "Fund the mirror", 7);
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("members/cedar");

        assertThat(page()).contains("Open votes that wait for them", "Fund the mirror", "in 7 days");
    }

    @Test
    void showsTheStandingsOfAnEmeritusMemberWithoutVotesThatWait() {
        grove.vote("alder", "Fund the mirror", 7);

        open("members/yew");

        assertThat(page())
                .contains("emeritus", "core from 1 Feb 2016; emeritus from 1 Mar 2025")
                .contains("No ballot in a standard vote is on record yet.", "No minutes list them yet.")
                .doesNotContain("Fund the mirror", "The last year");
    }

    @Test
    void neverShowsAMailAddress() {
        members.take(
                new RosterFile.Row("maple", Optional.of("maple@example.org"), "Maple", Map.of(), 1),
                Standing.ACTIVE,
                "core.csv");

        open("members/maple");

        assertThat(page())
                .contains("Maple", "first seen on this day", "core.csv")
                .doesNotContain("example.org");
        open("members");
        assertThat(page()).contains("Maple", "since before 18 Nov").doesNotContain("example.org");
    }

    @Test
    void saysThatNobodyHasThatLogin() {
        open("members/oak");

        assertThat(page()).contains("No member has the login oak.");
    }

    @Test
    void asksTheDatabaseAsOftenForMuchAsForLittle() {
        grove.meeting(LocalDate.of(2026, 1, 1), "## Attendees\n\n- Birch\n");
        grove.vote("alder", "Bush", 7);
        List<String> little = SqlCount.of(() -> open("members/birch"));
        for (int day = 2; day < 28; day++) {
            grove.meeting(LocalDate.of(2026, 1, day), "## Attendees\n\n- Birch\n");
            grove.cast("birch", grove.vote("alder", "Tree " + day, 7), Choice.YES, "");
            grove.vote("alder", "Bush " + day, 7);
        }

        List<String> much = SqlCount.of(() -> open("members/BIRCH"));

        assertThat(much).hasSameSizeAs(little);
        assertThat(page()).contains("came to 27", "19 more, back to 1 Jan 2026", "Bush 27", "+1 Tree 27");
    }

    @Test
    void showsABioToOthersOnceTheMemberAskedForIt() {
        signIn("birch");
        open("members/birch");
        assertThat(page()).contains("A few words and links of your own appear here");
        assertThat(links()).contains("members/birch?edit=true");
        open("members/birch?edit=true");
        enter(_get(TextArea.class, spec -> spec.withLabel("Bio")), "Plants <b>trees</b>.");
        enter(_get(TextArea.class, spec -> spec.withLabel("Links, one a line")), "javascript:alert(1)");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(page()).contains("is no address on the web");
        enter(_get(TextArea.class, spec -> spec.withLabel("Links, one a line")), "https://example.org/birch");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(page()).contains("Plants <b>trees</b>.", "seen by you only");
        signOut();
        open("members/birch");
        assertThat(page()).doesNotContain("Plants", "example.org");

        signIn("birch");
        open("members/birch?edit=true");
        enter(_get(Checkbox.class), true);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        signOut();
        open("members/birch");

        assertThat(page()).contains("Plants <b>trees</b>.");
        assertThat(links()).contains("https://example.org/birch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alder", "yew"})
    void offersTheFormToNobodyElse(String login) {
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("members/birch?edit=true");

        _assertNone(_get(Main.class), TextArea.class);
        assertThat(links()).doesNotContain("members/birch?edit=true");
    }

    @Test
    void showsTheMailAddressToSecretariesAndToTheMember() {
        members.take(
                new RosterFile.Row("maple", Optional.of("maple@example.org"), "Maple", Map.of(), 1),
                Standing.EMERITUS,
                "core.csv");
        signIn("yew");
        open("members/maple");
        assertThat(page()).contains("Initials MA").doesNotContain("example.org");
        signIn("maple");
        open("members/maple");
        assertThat(page()).contains("maple@example.org (seen by you and secretaries only)");
        signIn("alder"); // Nobody is named a secretary: each core member is one.
        open("members/maple");

        assertThat(page()).contains("maple@example.org (seen by the member and secretaries only)");
    }

    @Test
    void listsTheirOpenActionItems() {
        grove.meeting(
                LocalDate.of(2026, 11, 11), "## Attendees\n\n- Birch\n\n## TODOs\n\n* [ ] (Birch) dig the pond\n");

        open("members/birch");

        assertThat(page()).contains("Action items", "dig the pond", "since 11 Nov");
        open("members/cedar");
        assertThat(page()).contains("None of theirs is open.");
    }
}
