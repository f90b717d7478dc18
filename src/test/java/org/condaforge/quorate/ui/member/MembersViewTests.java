package org.condaforge.quorate.ui.member;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.component.Drawing;
import org.junit.jupiter.api.Test;

class MembersViewTests extends ViewTest {

    @Test
    void showsCoreAndEmeritusWithTheDayTheyBeganToEverybody() {
        open("members");

        assertThat(title()).isEqualTo("Members · Quorate");
        assertThat(page()).contains("Core · 5", "Alder", "@alder", "since 1 May 2019", "Emeritus · 1", "Yew");
        assertThat(links()).contains("members/alder", "members/yew");
    }

    @Test
    void countsVotesAndMeetingsOfTheLastYear() {
        grove.meeting(LocalDate.of(2026, 11, 11), "## Attendees\n\n- Alder\n- Birch\n");
        grove.meeting(LocalDate.of(2026, 10, 28), "## Attendees\n\n- Alder\n");
        grove.meeting(LocalDate.of(2024, 10, 28), "## Attendees\n\n- Elm\n");
        var vote = grove.vote("alder", "Fund the mirror", 7);
        grove.cast("birch", vote, Choice.YES, "");
        grove.pass(Duration.ofDays(8));

        open("members?q=birch");

        assertThat(page()).contains("Core · 1 of 5", "1 of 1 votes", "1 of 2 meetings");
    }

    @Test
    void countsOnlyWhatTookPlaceSinceSomebodyJoined() {
        grove.member("Maple", Grove.active(LocalDate.of(2026, 11, 1), null));
        grove.meeting(LocalDate.of(2026, 10, 28), "## Attendees\n\n- Alder\n");
        grove.meeting(LocalDate.of(2026, 11, 11), "## Attendees\n\n- Maple\n");

        open("members?q=maple");

        assertThat(page()).contains("1 of 1 meetings");
    }

    @Test
    void showsTheRosterOfAnotherDay() {
        open("members?on=2020-03-10");

        assertThat(page()).contains("Core · 6", "on 10 Mar 2020", "Yew", "since 1 Feb 2016", "Emeritus · 0");
        assertThat(_get(DatePicker.class).getValue()).isEqualTo("2020-03-10");
    }

    @Test
    void saysWhenADayLiesBeforeTheRecord() {
        open("members?on=2001-01-01");

        assertThat(page()).contains("The record knows no roster of 1 Jan 2001");
    }

    @Test
    void ignoresADayThatIsNone() {
        open("members?on=yesterday");

        assertThat(page()).contains("Core · 5");
    }

    @Test
    void narrowsTheListAsOneTypes() {
        open("members");

        enter(_get(TextField.class), "EL");

        assertThat(page()).contains("Core · 1 of 5", "Elm").doesNotContain("Alder");
    }

    @Test
    void showsHostileNamesAsText() {
        grove.member("<img src=x onerror=alert(1)>", Grove.active(LocalDate.of(2020, 1, 1), null));

        open("members");

        assertThat(page()).contains("<img src=x onerror=alert(1)>");
    }

    @Test
    void slidesToAnotherDayAndBackToToday() {
        open("members");
        RangeInput slider = _get(RangeInput.class);
        assertThat(slider.getValue()).isEqualTo(slider.getMax());

        enter(slider, 0.0);

        assertThat(page()).contains("Core · 1", "on 1 Feb 2016");
        assertThat(_get(DatePicker.class).getValue()).isEqualTo("2016-02-01");
        enter(slider, slider.getMax());
        assertThat(page()).contains("Core · 5", "taking part in the last year");
    }

    @Test
    void drawsGrowthAndTurnoverWithATextAlternative() {
        grove.member(
                "Maple",
                Grove.active(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)),
                Grove.active(LocalDate.of(2022, 1, 1), null));

        open("members");

        assertThat(_get(GrowthPanel.class).getContent().getChildren().filter(Drawing.class::isInstance))
                .singleElement()
                .satisfies(drawing -> assertThat(((Drawing) drawing).alternative())
                        .isEqualTo("On 1 Feb 2016 one was active; today 6 are, and 1 emeritus. The most were 7, from"
                                + " 1 Jan 2020 on."));
        assertThat(page()).contains("2025 0 0 1 0", "2022 0 1 0 0", "2021 0 0 0 1", "2020 1 0 0 0");
    }
}
