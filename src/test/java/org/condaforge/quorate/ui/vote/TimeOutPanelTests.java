package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.component.Drawing;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.vote.Channel;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.Result;
import org.condaforge.quorate.vote.TimeOuts;
import org.condaforge.quorate.vote.VoteId;
import org.condaforge.quorate.vote.VoteNotices;
import org.condaforge.quorate.vote.VoteState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The time-out of a vote on its page: five core members, of whom three would have to take part and two did.
class TimeOutPanelTests extends VotePageTest {

    private static final Instant DATE = Grove.NOW.plus(Duration.ofDays(20));

    @Autowired
    VoteNotices notices;

    @Autowired
    Presentations presentations;

    @Autowired
    TimeOuts timeOuts;

    private VoteId called() {
        VoteId vote = grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
        grove.cast("alder", vote, Choice.YES, "");
        grove.cast("birch", vote, Choice.YES, "");
        return vote;
    }

    private void announce(VoteId vote, String note) {
        grove.as("birch", () -> {
            for (Channel channel : Channel.values()) {
                notices.record(vote, channel, clock.instant(), note);
            }
            return vote;
        });
    }

    private VoteId waiting() {
        VoteId vote = called();
        announce(vote, "https://example.org/first");
        grove.pass(Duration.ofDays(8));
        grove.as("cedar", () -> {
            timeOuts.setTimeOut(vote, DATE);
            presentations.mark(vote, LocalDate.of(2026, 11, 25));
            return vote;
        });
        grove.pass(Duration.ofDays(2));
        announce(vote, "the second one");
        grove.pass(Duration.ofDays(8));
        announce(vote, HOSTILE);
        grove.pass(Duration.ofDays(2));
        return vote;
    }

    @Test
    void anOpenVoteSaysWhatATimeOutWouldTake() {
        VoteId vote = called();
        open(vote);

        assertThat(page())
                .contains(
                        "If it misses its quorum",
                        "Announced on chat, start",
                        "until Thu 19 Nov, 12:00 UTC",
                        "No announcement is on record.")
                .doesNotContain("Text of the next announcement", "Time-out to confirm");
        assertThat(_find(Drawing.class))
                .anyMatch(drawing -> drawing.alternative().startsWith("From the opening on 18 Nov to the proposed"));
    }

    @Test
    void aCoreMemberRecordsAnAnnouncementAndTakesItBack() {
        VoteId vote = called();
        grove.pass(Duration.ofHours(2));
        signIn("birch");
        open(vote);
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Text of the next announcement"))
                        .getValue())
                .contains("Accept CFEP-07", "votes/" + vote.number());
        _get(Details.class, spec -> spec.withPredicate(d -> "Record an announcement".equals(d.getSummaryText())))
                .setOpened(true);

        press("Record it");
        assertThat(page()).contains("Give a link to the announcement");

        enter(_get(TextField.class, spec -> spec.withLabel("Link, or where it can be found")), "https://example.org/a");
        _get(MomentField.class, spec -> spec.withLabel("Sent")).setInstant(clock.instant());
        press("Record it");
        assertThat(page()).contains("Announced on chat (counts for the start): example.org/a Recorded by Birch.");
        assertThat(notices.of(vote)).hasSize(1);

        press("Take it back");
        assertThat(notices.of(vote)).isEmpty();
        assertThat(page()).contains("No announcement is on record.");
    }

    @Test
    void oneDeclaresItAndAnotherVerifiesIt() {
        VoteId vote = waiting();
        signIn("cedar");
        open(vote);
        assertThat(page())
                .contains("Waits for its time-out.", "It takes no more ballots.", HOSTILE)
                .doesNotContain("Text of the next announcement", "Move the date");
        assertThat(markup()).doesNotContain(HOSTILE);

        press("Declare the time-out");
        assertThat(page()).contains("Cedar declared the time-out on", "You declared it.");
        press("Take the declaration back");
        press("Declare the time-out");

        signIn("birch");
        open(vote);
        assertThat(page()).doesNotContain("Take the declaration back");
        press("Verify the time-out");

        assertThat(detail(vote).summary().result()).contains(Result.PASSED);
        assertThat(page())
                .contains("Passed, time-out route", "Cedar declared the time-out on", "Birch verified it on")
                .doesNotContain("Time-out to confirm");
        assertThat(_find(Button.class))
                .noneMatch(button -> button.getAriaLabel()
                        .filter(label -> label.startsWith("Take back the announcement"))
                        .isPresent());
    }

    @Test
    void evidenceThatWasTakenBackIsNamed() {
        VoteId vote = waiting();
        grove.as("birch", () -> {
            notices.takeBack(vote, notices.of(vote).getLast().id());
            return vote;
        });
        signIn("cedar");
        open(vote);

        assertThat(page()).contains("It is not met any more: announced by mail.");
        assertThat(_find(Button.class, spec -> spec.withText("Declare the time-out")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void othersReadAndDoNothing(String reader) {
        VoteId vote = waiting();
        if (!reader.isEmpty()) {
            signIn(reader);
        }
        open(vote);

        assertThat(page())
                .contains("Announced on chat, last days", "the second one")
                .doesNotContain("Declare the time-out", "Time-out to confirm", "Record an announcement");
        assertThat(_find(Button.class, spec -> spec.withText("Take it back"))).isEmpty();
        assertThat(_find(Select.class)).isEmpty();
        assertThat(detail(vote).summary().state()).isEqualTo(VoteState.OVERDUE);
    }

    @Test
    void theDeskAsksForADateADeclarationAndAVerification() {
        VoteId vote = called();
        grove.pass(Duration.ofDays(8));
        signIn("cedar");
        open("");
        assertThat(page()).contains("without a quorum; ballots still count", "Set a date");
        open(vote);
        assertThat(page()).contains("A time-out is not possible any more");

        timeOuts.setTimeOut(vote, Grove.NOW.plus(Duration.ofDays(20)));
        open("");
        assertThat(page()).contains("To be announced on chat and by mail until").doesNotContain("Set a date");
    }

    @Test
    void theDeskAsksForTheVerificationOfAnother() {
        VoteId vote = waiting();
        signIn("cedar");
        open("");
        assertThat(page()).contains("Declare it");
        timeOuts.declare(vote);
        open("");
        assertThat(page()).doesNotContain("Verify it", "Declare it");
        signIn("birch");
        open("");
        assertThat(page()).contains("Cedar declared its time-out", "Verify it");
    }

    @Test
    void aVoteByConsensusHasNone() {
        open(grove.vote("alder", "Fund the mirror", 7));

        assertThat(page()).doesNotContain("Announcements", "If it misses its quorum");
    }
}
