package org.condaforge.quorate.ui.journal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class JournalViewTests extends ViewTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private void act(String kind, String key, String what, Act.Audience audience) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Act(Optional.empty(), MutableClock.START, new Act.Subject(kind, key), what, audience)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void showsWhatHappenedToEverybodyAndSensitiveActsToMembers(String login) {
        act("vote", "41", "closed: passed", Act.Audience.PUBLIC);
        act("vote", "42", "called a sensitive vote", Act.Audience.MEMBERS);
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("journal");

        assertThat(title()).isEqualTo("Journal · Quorate");
        assertThat(page()).contains("Quorate closed: passed", "Vote 41", "not chained yet");
        if (login.isEmpty()) {
            assertThat(page()).doesNotContain("sensitive");
        } else {
            assertThat(page()).contains("called a sensitive vote");
        }
    }

    @Test
    void keepsItsFiltersInTheAddress() {
        act("vote", "41", "closed: passed", Act.Audience.PUBLIC);
        act("proposal", "7", "Draft to Proposed", Act.Audience.PUBLIC);

        open("journal?kind=proposal");
        assertThat(page()).contains("Draft to Proposed", "CFEP-07").doesNotContain("closed: passed");

        open("journal?q=closed&on=" + "2026-03-02");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Words in what was done"))
                        .getValue())
                .isEqualTo("closed");
        assertThat(page()).contains("closed: passed").doesNotContain("Draft to Proposed");

        enter(_get(TextField.class, spec -> spec.withLabel("Words in what was done")), "nothing like it");
        assertThat(page()).contains("No entry fits.");
    }

    @Test
    void readsAnAddressThatMakesNoSenseAsTheWholeJournal() {
        act("vote", "41", "closed: passed", Act.Audience.PUBLIC);
        open("journal?on=yesterday&page=-3");
        assertThat(page()).contains("closed: passed");
    }

    @Test
    void saysWhatWillAppearWhereNothingIs() {
        open("journal?kind=nothing");
        assertThat(page()).contains("No entry fits.");
    }
}
