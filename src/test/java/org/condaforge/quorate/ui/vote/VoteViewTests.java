package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.component.TallyBar;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VoteViewTests extends VotePageTest {

    private VoteId approval() {
        VoteId vote = grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 10);
        grove.cast("birch", vote, Choice.YES, "");
        grove.cast("cedar", vote, Choice.YES, "Keep them dry.");
        return vote;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "dogwood"})
    void saysInASentenceWhereTheVoteStandsToEverybody(String reader) {
        VoteId vote = approval();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(title()).isEqualTo("Accept CFEP-07 · Quorate");
        assertThat(page())
                .contains(
                        "Would pass if one more takes part, whatever they say. 2 of the 3 needed have voted;"
                                + " 2 of 2 said yes, 60% is needed.",
                        "closes in 10 days · Sat 28 Nov, 12:00 UTC",
                        "CFEP approval · 60%",
                        "standard: public roll call",
                        "called by Alder");
    }

    @Test
    void drawsTheTallyWithItsWordsForThoseWhoDoNotSeeIt() {
        VoteId vote = approval();

        open(vote);

        assertThat(text(_get(TallyBar.class))).contains("2 yes, 0 no, 0 abstain; 2 of 5 active, quorum 3");
    }

    @Test
    void listsEachRouteWithWhatThereIsAndWhatIsNeeded() {
        VoteId vote = approval();

        open(vote);

        assertThat(page())
                .containsSubsequence("How it is decided", "Standard", "1 short", "2 / 3", "Accelerated")
                .contains("The policy does not name this route for this item.")
                .containsSubsequence("Time-out", "to go", "next 25 Nov");
    }

    @Test
    void callsTheRollWithWhoIsMissing() {
        VoteId vote = approval();

        open(vote);

        assertThat(_find(ListItem.class).stream().map(item -> text(item)))
                .containsSubsequence(
                        "– AL Alder not yet",
                        "+1 BI Birch",
                        "+1 CE Cedar Keep them dry.",
                        "– DO Dogwood not yet",
                        "– EL Elm not yet");
        assertThat(page()).contains("2 voted, 3 active members have not").doesNotContain("Yew");
        assertThat(links()).contains("members/cedar");
    }

    @Test
    void linksTheMeetingsThatSpokeOfIt() {
        grove.meeting(LocalDate.of(2026, 11, 11), "## Agenda\n\n### New\n\n* [ ] CFEP-07: how dry is dry?\n");
        VoteId vote = approval();

        open(vote);

        assertThat(page())
                .containsSubsequence("Where it was discussed", "25 Nov", "The next core meeting", "11 Nov 2026")
                .contains("how dry is dry?");
        assertThat(links()).contains("meetings/2026-11-11", "cfeps/7");
    }

    @Test
    void saysThatNobodySpokeOfItYet() {
        open(grove.vote("alder", "Fund the mirror", 4));

        assertThat(page()).contains("No minutes speak of it yet.");
    }

    @Test
    void showsThePinnedTextAndWhatHappened() {
        VoteId vote = approval();

        open(vote);

        assertThat(page())
                .contains("Trees have names.", "The text has not changed since the vote was called.", "sha256")
                .containsSubsequence("History", "Cedar cast +1", "Birch cast +1", "Alder called the vote, 5 active");
    }

    @Test
    void saysUnderWhichRevisionAndRuleItWasCalled() {
        VoteId vote = approval();

        open(vote);

        assertThat(page())
                .containsSubsequence(
                        "Called under conda-forge, revision 2025-11:",
                        "CFEP approval",
                        "{majority: 60%, routes: [standard, time-out]}");
        assertThat(links()).contains("rules/cfep-approval?page=conda-forge");
        context.getBean(JdbcClient.class)
                .sql("UPDATE vote SET policy_revision = '2019-03',"
                        + " rule = '{majority: 75%, routes: [standard, time-out]}'")
                .update();
        open(vote);
        assertThat(page())
                .containsSubsequence(
                        "Called under conda-forge, revision 2019-03:", "{majority: 75%, routes: [standard, time-out]}");
    }

    @Test
    void saysWhenTheFileHasChangedSinceTheCall() {
        VoteId vote = approval();
        grove.proposal(7, "Where seeds are kept", "Proposed", "## Abstract\n\nTrees have other names.\n");

        open(vote);

        assertThat(page()).contains("The CFEP's file has changed since", "Trees have names.");
    }

    @Test
    void saysHowItEnded() {
        VoteId vote = approval();
        grove.cast("elm", vote, Choice.NO, "");
        grove.pass(Duration.ofDays(11));

        open(vote);

        assertThat(page())
                .contains("Passed, standard route · 2 of 3 yes", "28 Nov")
                .contains("5 were active on the roster when it was called; the quorum was 3.")
                .contains("3 voted")
                .doesNotContain("not yet Dogwood", "Sign in to vote", "closes");
    }

    @Test
    void showsHostileTitlesTextsAndCommentsAsText() {
        VoteId vote = grove.vote("alder", HOSTILE, 7);
        grove.cast("birch", vote, Choice.NO, "No " + HOSTILE);
        grove.member(HOSTILE, Grove.active(LocalDate.of(2020, 1, 1), null));

        open(vote);

        assertThat(page()).contains(HOSTILE, "No " + HOSTILE, "The text of: " + HOSTILE);
        assertThat(markup()).doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "0", "999999999999999999"})
    void saysThatThereIsNoSuchVote(String number) {
        open("votes/" + number);

        assertThat(title()).isEqualTo("Not found · Quorate");
        assertThat(page()).contains("There is nothing here", "There is no vote %s.".formatted(number));
        assertThat(links()).contains("votes");
    }

    @Test
    void saysToEverybodyThatARecountGivesTheSame() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        for (String member : List.of("alder", "birch", "cedar")) {
            grove.cast(member, vote, Choice.YES, "");
        }
        open(vote);
        assertThat(page()).doesNotContain("ecounted");

        grove.pass(Duration.ofDays(8));
        open(vote);

        assertThat(page()).contains("Recounted: the same result, 3 of 3 yes.");
    }

    @Test
    void warnsWhereTheBallotsAreNotWhatIsOnRecord() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        for (String member : List.of("alder", "birch", "cedar")) {
            grove.cast(member, vote, Choice.YES, "");
        }
        grove.pass(Duration.ofDays(8));
        context.getBean(JdbcClient.class)
                .sql("DELETE FROM ballot WHERE member_id = :birch")
                .param("birch", id("birch").number())
                .update();

        open(vote);

        assertThat(page())
                .contains("Recounted, and it differs: recorded 3 yes, the ballots give 2;"
                        + " recorded passed, the count gives inquorate.");
    }
}
