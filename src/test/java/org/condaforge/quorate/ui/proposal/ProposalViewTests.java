package org.condaforge.quorate.ui.proposal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.proposal.CommittedStatus;
import org.condaforge.quorate.proposal.ProposalHistory;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SqlCount;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.VoteArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProposalViewTests extends ViewTest {

    private static final ProposalNumber FENCE = new ProposalNumber(6);

    @Autowired
    private ProposalService proposals;

    @Autowired
    private ProposalHistory history;

    @Autowired
    private VoteArchive votes;

    @BeforeEach
    void fence() {
        grove.proposal(6, "A fence", "Proposed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cfeps/6", "cfeps/06"})
    void showsHeadTextLinksAndHistory(String address) {
        open(address);

        assertThat(title()).isEqualTo("CFEP-06 · Quorate");
        assertThat(page())
                .contains("CFEP-06: A fence", "Proposed", "Sorrel, Birch", "created 2 Mar 2026")
                .contains("From draft to decision", "Created from 2 Mar 2026; Proposed from 11 May 2026")
                .contains("Trees have names.", "cfep-06.md", "example.org/pull/3")
                .contains("by its file", "cfep-06.md says Proposed", "Everything 1", "Meetings 0")
                .doesNotContain("What does not fit together");
        assertThat(links()).contains("cfeps/3", "https://example.org/pull/3", "cfeps/6?show=status");
    }

    @Test
    void saysWhatWillAppearWhereNothingIsYet() {
        open("cfeps/6?show=meetings");
        assertThat(page()).contains("No minutes speak of it yet.", "No vote yet.");

        open("cfeps/6?show=votes");
        assertThat(page()).contains("No vote yet. A vote on it appears here, with how it ended.");
    }

    @Test
    void tellsStatusesVotesAndMeetingsInOneListNewestFirst() {
        grove.meeting(LocalDate.of(2026, 4, 15), "## Agenda\n\n### New\n\n* [ ] CFEP-06: how high is it?\n");
        grove.meeting(
                LocalDate.of(2026, 11, 11),
                "## Agenda\n\n### New\n\n* [ ] CFEP-06 is high enough\n* [ ] Wood\n    * for CFEP-06 oak\n");
        history.take(
                FENCE,
                List.of(
                        new CommittedStatus(LocalDate.of(2026, 3, 4), Status.DRAFT, "1a2b3c4d5e6f"),
                        new CommittedStatus(LocalDate.of(2026, 5, 11), Status.PROPOSED, "2b3c4d5e6f7a")));
        var vote = grove.vote("birch", FENCE, 14);
        for (String member : List.of("alder", "birch", "cedar", "dogwood")) {
            grove.cast(member, vote, Choice.YES, "");
        }
        grove.pass(Duration.ofDays(15));

        open("cfeps/6");

        assertThat(page())
                .contains("Everything 6", "Status 3", "Votes 1", "Meetings 2")
                .contains("Draft from 4 Mar 2026; Proposed from 11 May 2026; Accepted from 2 Dec 2026")
                .containsSubsequence(
                        "Accepted by vote",
                        "passed, standard route · 4 of 4 yes",
                        "11 Nov",
                        "is high enough",
                        "Wood",
                        "oak",
                        "11 May",
                        "Proposed by a commit commit 2b3c4d5e6f says Proposed",
                        "15 Apr",
                        "how high is it?",
                        "4 Mar",
                        "Draft by a commit");
        assertThat(link("Meetings 2").getHref()).isEqualTo("cfeps/6?show=meetings");

        open("cfeps/6?show=meetings");
        assertThat(page()).contains("how high is it?").doesNotContain("Draft by a commit", "Accepted by vote");
        open("cfeps/6?show=status");
        assertThat(page()).contains("Draft by a commit", "Accepted by vote").doesNotContain("how high is it?");
    }

    @Test
    void everyTickOfTheLineLeadsToItsMeeting() {
        grove.meeting(LocalDate.of(2026, 10, 28), "## Agenda\n\n### New\n\n* [ ] CFEP-06: how high is it?\n");

        open("cfeps/6?show=votes");

        List<Anchor> ticks = _find(Anchor.class, anchor -> anchor.withClasses("q-tick-link"));
        assertThat(ticks).hasSize(2).allSatisfy(tick -> {
            assertThat(tick.getHref()).isEqualTo("meetings/2026-10-28");
            assertThat(tick.getAriaLabel()).contains("Meeting of 28 Oct 2026");
            assertThat(tick.getElement().getStyle().get("left")).endsWith("%");
        });
    }

    @Test
    void tellsTheMeetingsThatSpokeOfIt() {
        grove.meeting(LocalDate.of(2026, 10, 28), "## Agenda\n\n### New\n\n* [ ] CFEP-06: how high is it?\n");
        grove.meeting(LocalDate.of(2026, 11, 11), "## Agenda\n\n### New\n\n* [ ] CFEP-6 is high enough\n");

        open("cfeps/6");

        assertThat(page())
                .contains("Meetings 2", "Core meeting", "discussed in 2 meetings")
                .containsSubsequence("What the story shows", "11 Nov", "is high enough", "28 Oct", "how high is it?");
        assertThat(links()).contains("meetings/2026-11-11", "meetings/2026-10-28");
    }

    @Test
    void showsAnOpenVoteAndLetsNobodyCallAnother() {
        var vote = grove.vote("birch", FENCE, 14);
        grove.cast("alder", vote, Choice.YES, "");
        signIn("alder");

        open("cfeps/6");

        assertThat(page()).contains("Accept CFEP-06", "1 yes, 0 no, 0 abstain", "1 took part, 5 active on the roster");
        assertThat(links()).contains("votes/" + vote.number()).doesNotContain("votes/new?cfep=6");
    }

    @Test
    void saysHowAVoteEndedAndWhereTheFileStillSaysOtherwise() {
        var vote = grove.vote("birch", FENCE, 14);
        for (String member : List.of("alder", "birch", "cedar", "dogwood")) {
            grove.cast(member, vote, Choice.YES, "");
        }
        grove.pass(Duration.ofDays(15));

        open("cfeps/6");

        assertThat(page())
                .contains("passed, standard route · 4 of 4 yes, 5 active on the roster")
                .contains("vote, 14 days")
                .contains("file still says Proposed", "The vote of 2026-12-02 says Accepted, the file says Proposed.")
                .contains("Change the status row of cfep-06.md to Accepted.")
                .contains("by vote", "Accept CFEP-06: passed");
    }

    @Test
    void showsAProposalThatOnlyMinutesSpeakOfAndItsExpiredVote() {
        grove.meeting(LocalDate.of(2020, 2, 19), "## Agenda\n\n### New\n\n* [ ] CFEP-12: a hedge\n");
        ProposalNumber hedge = new ProposalNumber(12);
        proposals.mentioned(hedge, "A hedge", LocalDate.of(2020, 2, 19));
        votes.expired(hedge, LocalDate.of(2020, 3, 11), "the vote ends 2020-03-11");

        open("cfeps/12");

        assertThat(page())
                .contains("CFEP-12: A hedge", "No file is known.")
                .contains("ended 11 Mar 2020, result unknown", "no result", "date unknown")
                .contains("vote without result", "A vote on it ended on 2020-03-11, and nobody wrote down how.")
                .doesNotContain("Record how it ended");
        signIn("alder");
        open("cfeps");
        open("cfeps/12");
        assertThat(link("Record how it ended").getHref()).startsWith("votes/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "stranger"})
    void offersNothingToDoToThoseWhoAreNotCore(String login) {
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("cfeps/6");

        _assertNone(StatusForm.class);
        assertThat(links()).noneMatch(href -> href.startsWith("votes/new"));
    }

    @Test
    void letsCoreCallAVoteAndSetTheStatus() {
        signIn("alder");
        open("cfeps/6");
        assertThat(link("Call a vote").getHref()).isEqualTo("votes/new?cfep=6");

        choose(Status.DEFERRED);
        enter(_get(TextArea.class), "Nobody has the time.");
        _click(_get(Button.class, button -> button.withText("Set the status")));

        assertThat(proposals.detail(FENCE).orElseThrow().summary().status()).isEqualTo(Status.DEFERRED);
        assertThat(page()).contains("Deferred by hand, Alder Nobody has the time.", "file still says Proposed");
    }

    @Test
    void keepsWhatWasEnteredWhenTheReasonIsMissing() {
        signIn("alder");
        open("cfeps/6");

        _click(_get(Button.class, button -> button.withText("Set the status")));
        assertThat(page()).contains("Choose the new status.");
        choose(Status.ACCEPTED);
        enter(_get(TextArea.class), "  ");
        _click(_get(Button.class, button -> button.withText("Set the status")));

        assertThat(page()).contains("Give a reason: it stays in the history of the proposal.");
        assertThat(_get(Select.class).getValue()).isEqualTo(Status.ACCEPTED);
        assertThat(proposals.detail(FENCE).orElseThrow().summary().status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void refusesTheStatusOfOneWhoSignedOutMeanwhileAndKeepsTheReason() {
        signIn("alder");
        open("cfeps/6");
        choose(Status.REJECTED);
        enter(_get(TextArea.class), "Too high.");
        signOut();

        _click(_get(Button.class, button -> button.withText("Set the status")));

        assertThat(page()).contains("Sign in to set the status of a proposal.");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Too high.");
    }

    @SuppressWarnings("unchecked")
    private static void choose(Status status) {
        ((Select<Status>) _get(Select.class)).setValue(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cfeps/99", "cfeps/0", "cfeps/000000000"})
    void saysThatThereIsNoSuchProposal(String address) {
        open(address);

        assertThat(page()).contains("There is no CFEP-").doesNotContain("From draft to decision");
    }

    @Test
    void showsHostileTextAsText() {
        grove.proposal(
                9, "<script>alert(1)</script>", "Draft", "<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1))\n");

        open("cfeps/9");

        assertThat(page()).contains("CFEP-09: <script>alert(1)</script>", "<img src=x onerror=alert(1)>");
        assertThat(links()).noneMatch(href -> href.contains("javascript"));
    }

    @Test
    void asksTheDatabaseAsOftenForMuchAsForLittle() {
        grove.meeting(LocalDate.of(2026, 1, 7), "## Agenda\n\n### New\n\n* [ ] CFEP-06: once\n");
        List<String> little = SqlCount.of(() -> open("cfeps/6"));
        for (int day = 1; day < 28; day++) {
            grove.meeting(LocalDate.of(2026, 2, day), "## Agenda\n\n### New\n\n* [ ] CFEP-06: again\n");
            grove.member("Maple " + day, org.condaforge.quorate.ui.Grove.active(LocalDate.of(2020, 1, 1), null));
        }

        List<String> much = SqlCount.of(() -> open("cfeps/06"));

        assertThat(much).hasSameSizeAs(little);
        assertThat(page()).contains("Meetings 28", "19 more, back to 7 Jan 2026");
    }
}
