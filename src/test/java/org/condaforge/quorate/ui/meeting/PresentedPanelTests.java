package org.condaforge.quorate.ui.meeting;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.time.LocalDate;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// On the page of a meeting: two votes that were open then, one of which its minutes speak of.
class PresentedPanelTests extends ViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Autowired
    VoteReader votes;

    @Autowired
    Presentations presentations;

    private VoteId lay() {
        grove.vote("alder", grove.proposal(6, "How high fences are", "Proposed"), 14);
        VoteId mirror = grove.vote("alder", "Fund the mirror", 14);
        grove.pass(Duration.ofDays(8));
        grove.meeting(DAY, "## Agenda\n\n* [ ] CFEP-06: how high is it?\n");
        return mirror;
    }

    private static void press(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
    }

    @Test
    void aCoreMemberMarksAVoteWithAClick() {
        VoteId mirror = lay();
        signIn("birch");
        open("meetings/2026-11-25");
        assertThat(page())
                .containsSubsequence("Votes open then", "Accept CFEP-06", "Presented here: the minutes speak of it")
                .containsSubsequence("Fund the mirror", "Not known to be presented here");

        press("Presented here");

        assertThat(votes.detail(mirror).orElseThrow().evidence().presented()).isTrue();
        assertThat(page()).containsSubsequence("Fund the mirror", "Presented here, marked by Birch");
        _assertNone(Button.class, spec -> spec.withText("Presented here"));

        press("Take it back");
        assertThat(votes.detail(mirror).orElseThrow().evidence().presented()).isFalse();
        assertThat(page()).contains("Not known to be presented here");
    }

    @Test
    void saysWhySomebodyWhoLeftCoreMeanwhileCannot() {
        VoteId mirror = lay();
        signIn("birch");
        open("meetings/2026-11-25");
        signOut();

        press("Presented here");

        assertThat(page()).contains("Sign in to mark where a vote was presented.");
        assertThat(votes.detail(mirror).orElseThrow().evidence().presented()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void othersSeeItOnly(String reader) {
        lay();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open("meetings/2026-11-25");

        assertThat(page()).contains("Votes open then", "Fund the mirror");
        assertThat(_find(Button.class, spec -> spec.withText("Presented here"))).isEmpty();
    }

    @Test
    void isNotThereWhereNoVoteWasOpen() {
        grove.meeting(DAY, "## Agenda\n\n* [ ] the old gate\n");
        signIn("birch");

        open("meetings/2026-11-25");

        assertThat(page()).doesNotContain("Votes open then");
    }
}
