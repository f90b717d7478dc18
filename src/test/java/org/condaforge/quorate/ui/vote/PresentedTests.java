package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Where a vote was presented, marked on its page: the schedule has a meeting on 25 November.
class PresentedTests extends VotePageTest {

    private static final LocalDate MEETING = LocalDate.of(2026, 11, 25);

    @Autowired
    Presentations presentations;

    @Autowired
    VoteCalls calls;

    private VoteId vote() {
        VoteId vote = grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 14);
        grove.pass(Duration.ofDays(8));
        return vote;
    }

    @Test
    void aCoreMemberMarksItAndTakesItBack() {
        VoteId vote = vote();
        signIn("birch");
        open(vote);
        assertThat(page()).contains("No minutes speak of it yet.");
        assertThat(meeting().getListDataView().getItems().toList()).isEqualTo(List.of(MEETING));

        press("Presented there");

        assertThat(detail(vote).evidence().presented()).isTrue();
        assertThat(page())
                .contains(
                        "Presented at the core meeting, marked by Birch",
                        "Birch marked it as presented at the meeting of 2026-11-25");
        _assertNone(Button.class, spec -> spec.withText("Presented there"));

        press("Take it back");

        assertThat(detail(vote).evidence().presented()).isFalse();
        assertThat(page()).doesNotContain("marked by Birch");
        assertThat(meeting().getValue()).isEqualTo(MEETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void othersSeeItOnly(String reader) {
        VoteId vote = vote();
        grove.as("alder", () -> {
            presentations.mark(vote, MEETING);
            return vote;
        });
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(page()).contains("Presented at the core meeting, marked by Alder");
        _assertNone(Button.class, spec -> spec.withText("Take it back"));
        _assertNone(Select.class, spec -> spec.withLabel("Meeting while it was open"));
    }

    @Test
    void whatCountedForAVoteThatEndedIsNotOfferedForChange() {
        VoteId vote = vote();
        grove.as("alder", () -> {
            presentations.mark(vote, MEETING);
            calls.withdraw(vote, "Not now.");
            return vote;
        });
        signIn("birch");

        open(vote);

        assertThat(page()).contains("Presented at the core meeting, marked by Alder");
        _assertNone(Button.class, spec -> spec.withText("Take it back"));
        _assertNone(Select.class, spec -> spec.withLabel("Meeting while it was open"));
    }

    @SuppressWarnings("unchecked")
    private static Select<LocalDate> meeting() {
        return _get(Select.class, spec -> spec.withLabel("Meeting while it was open"));
    }
}
