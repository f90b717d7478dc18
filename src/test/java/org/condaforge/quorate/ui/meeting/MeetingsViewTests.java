package org.condaforge.quorate.ui.meeting;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingSchedule;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.shell.MomentField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class MeetingsViewTests extends ViewTest {

    private static final LocalDate NEXT = LocalDate.of(2026, 11, 25);

    private static final String MINUTES = """
            ## Attendees

            - Alder
            - Birch
            - Somebody Else

            ## Agenda

            ### New

            * [ ] CFEP-06: how high is it?

            ## Action items

            * [ ] (Alder) measure the fence
            * [x] (Birch) paint it
            """;

    @Autowired
    private MeetingSchedule schedule;

    @ParameterizedTest
    @ValueSource(strings = {"", "yew"})
    void showsComingAndHeldMeetingsToThoseWhoMayNotChangeThem(String login) {
        grove.meeting(LocalDate.of(2026, 11, 11), MINUTES);
        grove.meeting(LocalDate.of(2025, 11, 12), MINUTES);
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("meetings");

        assertThat(title()).isEqualTo("Meetings · Quorate");
        assertThat(page())
                .contains("Held in 2026", "11 Nov 2026", "2 members, 1 guest", "CFEP-06", "1 of 2 action items open")
                .contains("Coming meetings", "Wed 25 Nov, 17:00 UTC in 7 days", "3 Feb 2027")
                .doesNotContain("12 Nov 2025", "Move or cancel");
        assertThat(links()).contains("meetings/2026-11-11", "cfeps/6", "meetings?year=2025");
        _assertNone(MeetingChange.class);
    }

    @Test
    void showsAnotherYear() {
        grove.meeting(LocalDate.of(2026, 11, 11), MINUTES);
        grove.meeting(LocalDate.of(2025, 11, 12), MINUTES);

        open("meetings?year=2025");

        assertThat(page()).contains("Held in 2025", "12 Nov 2025").doesNotContain("11 Nov 2026");
    }

    @Test
    void saysWhenAYearHasNoMinutes() {
        grove.meeting(LocalDate.of(2026, 11, 11), MINUTES);

        open("meetings?year=1999");

        assertThat(page()).contains("No minutes of 1999 are on record.");
        assertThat(links()).contains("meetings", "meetings?year=2026");
    }

    @Test
    void saysWhatWillAppearWhenThereAreNoMinutes() {
        open("meetings");

        assertThat(page()).contains("No minutes yet.");
    }

    @Test
    void letsCoreMoveAMeetingInTheirOwnZone() {
        signIn("alder");
        open("meetings");

        Details first = _find(Details.class).getFirst();
        _get(first, MomentField.class).setInstant(Instant.parse("2026-11-26T18:00:00Z"));
        enter(_get(first, TextField.class), "A holiday.");
        _click(_get(first, Button.class, button -> button.withText("Move it")));

        assertThat(schedule.coming(1).getFirst())
                .isEqualTo(new MeetingSchedule.Coming(
                        NEXT, Optional.of(Instant.parse("2026-11-26T18:00:00Z")), Optional.of("A holiday.")));
        assertThat(page()).contains("Thu 26 Nov, 18:00 UTC moved from 25 Nov in 8 days A holiday.");
    }

    @Test
    void letsCoreCancelAMeetingAndPutItBack() {
        signIn("alder");
        open("meetings");

        enter(_get(_find(Details.class).getFirst(), TextField.class), "Too few.");
        _click(_get(_find(Details.class).getFirst(), Button.class, button -> button.withText("Cancel it")));
        assertThat(page()).contains("cancelled Too few.").doesNotContain("Wed 25 Nov, 17:00");

        _click(_get(Button.class, button -> button.withText("Back to the schedule")));
        assertThat(page()).contains("Wed 25 Nov, 17:00").doesNotContain("cancelled");
    }

    @Test
    void saysWhyAMeetingIsNotMovedAndKeepsWhatWasEntered() {
        signIn("alder");
        open("meetings");
        Details first = _find(Details.class).getFirst();
        _get(first, MomentField.class).setInstant(Instant.parse("2026-11-01T18:00:00Z"));
        enter(_get(first, TextField.class), "Earlier.");

        _click(_get(first, Button.class, button -> button.withText("Move it")));

        assertThat(text(first)).contains("The new time of the meeting has passed already.");
        assertThat(_get(first, TextField.class).getValue()).isEqualTo("Earlier.");
        _get(first, MomentField.class).setValue(null);
        _click(_get(first, Button.class, button -> button.withText("Move it")));
        assertThat(text(first)).contains("Give the new day and time.");
        enter(_get(first, TextField.class), " ");
        _click(_get(first, Button.class, button -> button.withText("Cancel it")));
        assertThat(text(first)).contains("Say why the meeting is moved or cancelled.");
    }

    @Test
    void refusesAChangeByOneWhoSignedOutMeanwhile() {
        signIn("alder");
        open("meetings");
        Details first = _find(Details.class).getFirst();
        enter(_get(first, TextField.class), "Rain.");
        signOut();

        _click(_get(first, Button.class, button -> button.withText("Cancel it")));

        assertThat(text(first)).contains("Sign in to change the dates of meetings.");
        assertThat(schedule.coming(1).getFirst().changed()).isFalse();
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForFew() {
        grove.meeting(LocalDate.of(2026, 1, 1), MINUTES);
        List<String> few = SqlCount.of(() -> open("meetings"));
        for (int day = 2; day < 32; day++) {
            grove.meeting(LocalDate.of(2026, 1, day), MINUTES);
            grove.meeting(LocalDate.of(2026, 3, day), MINUTES);
        }

        List<String> many = SqlCount.of(() -> open("meetings?year=2026"));

        assertThat(many).hasSameSizeAs(few);
        assertThat(page()).contains("61 meetings", "Page 1 of 2");
    }
}
