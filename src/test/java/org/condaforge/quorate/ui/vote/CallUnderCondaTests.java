package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.vote.VoteReader;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// Where a policy sets its deadlines as dates anywhere on Earth.
@TestPropertySource(properties = "quorate.policy=conda,plus-three")
class CallUnderCondaTests extends VotePageTest {

    @Test
    void asksForADateAndSaysWhenItEndsForTheReader() {
        begin();

        assertThat(_find(MomentField.class)).isEmpty();
        assertThat(lastDay().getValue()).isEqualTo(LocalDate.of(2026, 11, 24));
        enter(lastDay(), LocalDate.of(2026, 11, 27));
        assertThat(text(lastDay().getHelperComponent()))
                .contains("The day ends anywhere on Earth", "for you", "Sat 28 Nov, 12:00 UTC");

        press("Open the vote");

        assertThat(votes.list(VoteReader.Filter.ALL, new Page.Request(0, 5)).items())
                .singleElement()
                .satisfies(vote -> assertThat(vote.closesAt()).isEqualTo(Instant.parse("2026-11-28T12:00:00Z")));
    }

    @Test
    void takesTheDateItOffers() {
        begin();

        press("Open the vote");

        assertThat(votes.list(VoteReader.Filter.ALL, new Page.Request(0, 5)).items())
                .singleElement()
                .satisfies(vote -> assertThat(vote.closesAt()).isEqualTo(Instant.parse("2026-11-25T12:00:00Z")));
    }

    @Test
    void saysWhereTheDateIsTooEarlyAndKeepsIt() {
        begin();
        enter(lastDay(), LocalDate.of(2026, 11, 20));

        press("Open the vote");

        assertThat(page()).contains("The period is 7 days at least; the deadline is too early.");
        choose("consensus");
        assertThat(_find(DatePicker.class)).noneMatch(field -> "Last day of the vote".equals(field.getLabel()));
        choose("incubator-removal");
        assertThat(lastDay().getValue()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    private void begin() {
        signIn("alder");
        open("votes/new");
        choose("incubator-removal");
        enter(_get(TextField.class, spec -> spec.withLabel("Question, in one line")), "Let it go");
        enter(_get(TextArea.class, spec -> spec.withLabel("Text that is voted on")), "It leaves the incubator.");
        enter(_get(TextArea.class, spec -> spec.withLabel("Justification")), "It has grown.");
    }

    private static DatePicker lastDay() {
        return _get(DatePicker.class, spec -> spec.withLabel("Last day of the vote"));
    }

    @SuppressWarnings("unchecked")
    private static void choose(String name) {
        Select<VotingItem> item = _get(Select.class);
        item.setValue(item.getListDataView()
                .getItems()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
    }
}
