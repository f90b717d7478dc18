package org.condaforge.quorate.ui.meeting;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingViewTests extends ViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);

    private void meeting() {
        grove.meeting(DAY, """
                ## Attendees

                - Alder
                - Somebody Else

                ## Agenda

                ### Standing items

                * [x] open votes
                    * Fund the mirror

                ### From previous meeting(s)

                * [ ] (Birch) the old gate

                ### Your __new__() agenda items

                * [ ] CFEP-06: how high is it?

                ## Action items

                * [x] (Birch) paint the fence
                * [ ] (Alder) measure the fence of CFEP-03
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void tellsWhatTheMinutesSayToEverybody(String login) {
        meeting();
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("meetings/2026-11-11");

        assertThat(title()).isEqualTo("Meeting of 11 Nov 2026 · Quorate");
        assertThat(page())
                .contains("Meeting of 11 Nov 2026", "1 member, 1 guest", "1 action item open")
                .containsSubsequence("What it spoke of", "CFEP-06", "“CFEP-06: how high is it?”")
                .containsSubsequence("Agenda", "Standing items", "done:", "open votes")
                .containsSubsequence("From previous meetings", "open:", "the old gate", "Birch", "New items")
                .containsSubsequence("Action items", "1 of 2 open", "measure the fence", "Alder", "paint the fence")
                .containsSubsequence("Who came", "Alder", "Somebody Else", "(guest)", "The minutes", "Attendees");
        assertThat(links())
                .contains("members/alder", "cfeps/6", "cfeps/3", "meetings", "meetings?year=2026")
                .doesNotContain("members/somebody-else");
        _assertNone(_get(Main.class), Button.class);
    }

    @Test
    void notesOpenVotes() {
        meeting();

        open("meetings/2026-11-11");

        assertThat(page()).containsSubsequence("Open votes noted", "Fund the mirror", "Agenda");
    }

    @Test
    void leadsToWhatItLinksToAndToWhomItNames() {
        grove.meeting(DAY, """
                ## Agenda

                * (Alder) Soil, see https://github.com/grove/oak/pull/3 and https://github.com/Grove/oak/pull/3
                    * https://github.com/grove/oak/issues/4
                """);

        open("meetings/2026-11-11");

        assertThat(page())
                .contains("Pull requests and issues: 2")
                .containsSubsequence("grove/oak#3", "grove/oak#4", "People named", "Alder");
        assertThat(links())
                .contains(
                        "https://github.com/grove/oak/pull/3",
                        "https://github.com/grove/oak/issues/4",
                        "members/alder");
    }

    @Test
    void foldsALongListOfActionItems() {
        grove.meeting(DAY, "## Action items\n\n* [x] (Elm) rake\n" + "* [ ] (Elm) prune\n".repeat(14));

        open("meetings/2026-11-11");

        assertThat(page()).containsSubsequence("14 of 15 open", "prune", "done: rake", "3 more");
    }

    @Test
    void leadsToTheMeetingsBeforeAndAfter() {
        meeting();
        grove.meeting(LocalDate.of(2026, 10, 28), "");
        grove.meeting(LocalDate.of(2026, 11, 25), "");

        open("meetings/2026-11-11");

        assertThat(link("‹ 28 Oct 2026").getHref()).isEqualTo("meetings/2026-10-28");
        assertThat(link("25 Nov 2026 ›").getHref()).isEqualTo("meetings/2026-11-25");
        open("meetings/2026-10-28");
        assertThat(page()).contains("The minutes list nobody.", "The minutes list no agenda.", "No CFEP is named");
        assertThat(links()).doesNotContain("meetings/2026-10-28").contains("meetings/2026-11-11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetings/2026-11-12", "meetings/2026-13-45"})
    void saysThatThereAreNoMinutesOfThatDay(String address) {
        open(address);

        assertThat(page()).contains("There are no minutes of 2026-1");
    }

    @Test
    void showsHostileTextAsText() {
        grove.meeting(DAY, """
                ## Attendees

                - <img src=x onerror=alert(1)>

                ## Agenda

                ### New

                * [ ] <script>alert(2)</script> CFEP-06 [x](javascript:alert(3))
                """);

        open("meetings/2026-11-11");

        assertThat(page()).contains("<script>", "<img src=x onerror=alert(1)>");
        assertThat(links()).noneMatch(href -> href.startsWith("javascript"));
    }

    @Test
    void asksTheDatabaseAsOftenForLongMinutesAsForShortOnes() {
        meeting();
        List<String> little = SqlCount.of(() -> open("meetings/2026-11-11"));
        String body = "## Attendees\n\n" + "- Alder\n".repeat(60) + "\n## Agenda\n\n### New\n\n"
                + "* [ ] CFEP-06 again\n".repeat(200);
        grove.meeting(LocalDate.of(2026, 11, 10), body);

        List<String> much = SqlCount.of(() -> open("meetings/2026-11-10"));

        assertThat(much).hasSameSizeAs(little);
    }
}
