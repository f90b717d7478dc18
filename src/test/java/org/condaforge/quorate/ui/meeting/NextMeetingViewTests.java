package org.condaforge.quorate.ui.meeting;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.ActionLedger;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class NextMeetingViewTests extends ViewTest {

    private static final String MINUTES = """
            ## Agenda

            ### New agenda items

            * [ ] (AB) how high is <b>the fence</b>?

            ## Action items

            * [ ] (Alder) measure *the fence*
            """;

    @Autowired
    private MeetingSchedule schedule;

    @Autowired
    private ActionLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    private static TextArea field() {
        return _get(TextArea.class);
    }

    private static Button again() {
        return _get(Button.class, button -> button.withText("Start again from the record"));
    }

    private void layMinutes() {
        grove.meeting(LocalDate.of(2026, 11, 11), MINUTES);
        ledger.follow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void showsEverybodyTheAgendaOfTheNextMeeting(String login) {
        layMinutes();
        grove.proposal(12, "Licences of seeds", "Proposed");
        grove.vote("alder", "Plant an oak", 7);
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("meetings/next");

        assertThat(title()).isEqualTo("Agenda for 25 Nov · Quorate");
        assertThat(field().getValue())
                .startsWith("# 2026-11-25 core meeting\n")
                .contains("* [ ] (AB) how high is the fence?\n")
                .contains("* [ ] (Alder) measure the fence\n")
                .contains("* Plant an oak\n    * Takes ballots up to 2026-11-25 12:00 UTC.\n")
                .contains(
                        "* [cfep-12](https://example.org/pull/3) Licences of seeds\n    * Proposed, not discussed at any meeting on record\n");
        assertThat(page())
                .contains("2026-11-25 core meeting", "Attendees", "how high is the fence?")
                .contains("As the record stands now.");
        assertThat(links())
                .contains(
                        "https://example.org/pull/3", "meetings/2026-11-11", "meetings/next?on=2026-12-09", "meetings")
                .doesNotContain("meetings/2026-11-25");
        _assertNone(Button.class, button -> button.withText("Start again from the record"));
    }

    @Test
    void showsALaterMeeting() {
        open("meetings/next?on=2026-12-09");

        assertThat(title()).isEqualTo("Agenda for 9 Dec · Quorate");
        assertThat(field().getValue()).startsWith("# 2026-12-09 core meeting\n");
        assertThat(link("9 Dec").getElement().getAttribute("aria-current")).isEqualTo("true");
        open("meetings/next?on=2027-06-09");
        assertThat(field().getValue()).startsWith("# 2027-06-09 core meeting\n");
    }

    @Test
    void showsTheMeetingWhoseDayWasMoved() {
        signIn("alder");
        schedule.change(LocalDate.of(2026, 11, 25), Optional.of(Instant.parse("2026-11-27T18:00:00Z")), "A holiday.");

        open("meetings/next");

        assertThat(field().getValue()).startsWith("# 2026-11-27 core meeting\n");
        assertThat(page()).contains("Fri 27 Nov, 18:00");
    }

    @Test
    void aMeetingThatHasJustBegunIsStillTheNext() {
        clock.set(Instant.parse("2026-11-25T18:30:00Z"));
        open("meetings/next");
        assertThat(field().getValue()).startsWith("# 2026-11-25 core meeting\n");

        clock.set(Instant.parse("2026-11-25T19:30:00Z"));
        open("meetings/next?on=");
        assertThat(field().getValue()).startsWith("# 2026-12-09 core meeting\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26", "2026-11-11", "soon", "2026-02-30"})
    void saysThatNoMeetingIsPlannedOnADay(String day) {
        open("meetings/next?on=" + day);

        assertThat(page()).contains("No meeting is planned on “%s” from today on.".formatted(day));
        assertThat(links()).contains("meetings/next");
    }

    @Test
    void saysWhatWillAppearWhenEveryMeetingIsCancelled() {
        signIn("alder");
        schedule.plannedDays(LocalDate.of(2026, 11, 18), LocalDate.of(2027, 11, 18))
                .forEach(day -> schedule.change(day, Optional.empty(), "Winter."));

        open("meetings/next");

        assertThat(page()).contains("No meeting is planned", "The agenda of the next one appears here");
        assertThat(links()).contains("meetings");
    }

    @Test
    void keepsAnEditInTheSessionAndStartsAgainFromTheRecord() {
        layMinutes();
        open("meetings/next");
        String drafted = field().getValue();

        enter(field(), drafted + "* [ ] (Birch) buy paint\n");

        assertThat(page()).contains("buy paint", "Edited in this browser. Nobody else sees it");
        open("meetings");
        open("meetings/next");
        assertThat(field().getValue()).endsWith("buy paint\n");
        open("meetings/next?on=2026-12-09");
        assertThat(page()).doesNotContain("paint");
        open("meetings/next");
        _click(again());
        assertThat(field().getValue()).isEqualTo(drafted);
        assertThat(page()).doesNotContain("paint").contains("As the record stands now.");
        open("meetings/next?on=");
        assertThat(field().getValue()).isEqualTo(drafted);
    }

    @Test
    void saysWhatAnEmptiedAgendaShows() {
        open("meetings/next");

        enter(field(), " ");

        assertThat(page()).contains("The agenda appears here as it is written.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void neverTellsWhatASensitiveVoteIsAbout(String login) {
        VoteId secret = grove.vote("alder", "Nominate Quince to core", 7);
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", secret.number())
                .update();
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("meetings/next");

        assertThat(page()).contains("A sensitive vote").doesNotContain("Quince");
        assertThat(field().getValue()).doesNotContain("Quince");
    }

    @Test
    void isLinkedFromTheDeskAndFromTheMeetings() {
        open("");
        assertThat(links()).contains("meetings/next");
        open("meetings");
        assertThat(links()).contains("meetings/next", "meetings/next?on=2026-11-25", "meetings/next?on=2026-12-09");
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForFew() {
        layMinutes();
        grove.vote("alder", "Plant tree 0", 7);
        grove.proposal(20, "Tree 0", "Proposed");
        List<String> few = SqlCount.of(() -> open("meetings/next"));
        for (int i = 1; i < 30; i++) {
            grove.vote("alder", "Plant tree " + i, 7);
            grove.proposal(i + 20, "Tree " + i, "Proposed");
            grove.meeting(
                    LocalDate.of(2025, 3, i), "## TODOs\n\n* [ ] (Alder) dig\n* [ ] (Birch) water tree " + i + "\n");
        }
        ledger.follow();

        List<String> many = SqlCount.of(() -> open("meetings/next?on=2026-12-09"));

        assertThat(many.size()).isBetween(few.size(), few.size() + 6);
    }
}
