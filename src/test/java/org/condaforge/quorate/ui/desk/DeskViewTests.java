package org.condaforge.quorate.ui.desk;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.Given;
import org.condaforge.quorate.vote.VoteArchive;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class DeskViewTests extends ViewTest {

    @Autowired
    VoteArchive archive;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    @Autowired
    Casting casting;

    @Test
    void greetsAndListsWhatWaitsForMe() {
        grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
        VoteId mirror = grove.vote("alder", "Fund the mirror", 5);
        grove.cast("birch", mirror, Choice.YES, "");
        signIn("birch");

        open("");

        assertThat(title()).isEqualTo("Desk · Quorate");
        assertThat(page())
                .contains("Good afternoon, Birch", "One vote waits for you. About a minute.")
                .containsSubsequence("Waiting for your vote", "Accept CFEP-07", "in 7 days")
                .doesNotContain("Fund the mirror", "Open votes");
        assertThat(links()).contains("votes/" + (mirror.number() - 1));
    }

    @ParameterizedTest
    @CsvSource({"04:59, Good morning", "11:59, Good morning", "12:00, Good afternoon", "18:00, Good evening"})
    void greetsByTheHour(String time, String greeting) {
        clock.set(Instant.parse("2026-11-18T%s:00Z".formatted(time)));
        signIn("birch");

        open("");

        assertThat(page()).startsWith(greeting + ", Birch");
    }

    @Test
    void countsWhatWaitsInWords() {
        for (int i = 0; i < 3; i++) {
            grove.vote("alder", "Question " + i, 7);
        }
        signIn("birch");

        open("");

        assertThat(page()).contains("Three votes wait for you. About three minutes.");
    }

    @Test
    void showsOpenVotesWhereNothingWaits() {
        VoteId mirror = grove.vote("alder", "Fund the mirror", 5);
        grove.cast("birch", mirror, Choice.YES, "");
        signIn("birch");

        open("");

        assertThat(page())
                .contains("Nothing waits for you.", "You have voted wherever you may.")
                .containsSubsequence("Open votes", "Fund the mirror");
    }

    @Test
    void waitsForEmeritusMembersOnlyWhereTheyMayVote() {
        grove.vote("alder", "Fund the mirror", 7);
        archive.lay(new VoteArchive.Entry(
                Policies.shipped().stream()
                        .filter(policy -> policy.name().equals("conda"))
                        .findFirst()
                        .orElseThrow(),
                new Call(
                        "conda",
                        "incubator-removal",
                        Optional.empty(),
                        "Let the sapling go",
                        "It leaves.",
                        Grove.NOW.plus(Duration.ofDays(7)),
                        ""),
                members.rosterEntry("alder").orElseThrow().id(),
                Grove.NOW.minusSeconds(60),
                List.of()));

        signIn("yew");
        open("");
        assertThat(page())
                .contains("Good afternoon, Yew", "One vote waits for you.", "Fund the mirror")
                .doesNotContain("Let the sapling go");

        signIn("birch");
        open("");
        assertThat(page()).contains("Two votes wait for you.", "Let the sapling go");
    }

    @Test
    void showsWhoeverReadsWhatIsGoingOn() {
        VoteId decided = grove.vote("alder", "Another logo", 4);
        for (String member : List.of("alder", "birch", "cedar")) {
            grove.cast(member, decided, Choice.YES, "");
        }
        grove.pass(Duration.ofDays(5));
        grove.vote("alder", "Fund the mirror", 7);

        open("");

        assertThat(page())
                .containsSubsequence("Quorate", "open to read")
                .containsSubsequence("Open votes", "Fund the mirror")
                .containsSubsequence("Recently decided", "Another logo", "passed, by consensus · 3 of 3 yes")
                .containsSubsequence("Next core meeting", "Wed 25 Nov, 17:00 UTC")
                .doesNotContain("Waiting for your vote", "Your action items");
    }

    @Test
    void greetsSomebodyOnNoRosterWithWhatIsOpen() {
        grove.vote("alder", "Fund the mirror", 7);
        signIn("sorrel");

        open("");

        assertThat(page())
                .contains("Good afternoon, sorrel", "Open votes", "Fund the mirror")
                .doesNotContain("Waiting for your vote");
    }

    @Test
    void listsMyActionItemsToTick() {
        grove.meeting(LocalDate.of(2026, 10, 28), "### TODOs\n\n* [ ] (Birch) prune the hedge\n* [ ] (Alder) dig\n");
        grove.meeting(LocalDate.of(2026, 11, 11), "### TODOs\n\n* [ ] (@birch) Prune the hedge.\n* [ ] (Alder) dig\n");
        signIn("birch");

        open("");

        assertThat(page())
                .containsSubsequence("Your action items", "Prune the hedge.", "28 Oct", "2 meetings")
                .doesNotContain("dig");
        _get(Button.class, spec -> spec.withText("Tick")).click();
        assertThat(page()).doesNotContain("Prune the hedge.").contains("None is open.");
        assertThat(community.count("journal", "subject_kind = 'action' AND what = 'ticked it'"))
                .isEqualTo(1);
    }

    @Test
    void emeritusMembersSeeTheirActionItemsWithoutTicking() {
        grove.meeting(LocalDate.of(2026, 11, 11), "### TODOs\n\n* [ ] (Yew) tell the old stories\n");
        signIn("yew");

        open("");

        assertThat(page()).containsSubsequence("Your action items", "tell the old stories");
        _assertNone(_get(Main.class), Button.class);
    }

    @Test
    void saysWhatNeedsAHand() {
        var seeds = grove.proposal(7, "Where seeds are kept", "Proposed");
        archive.expired(seeds, LocalDate.of(2020, 3, 11), "The vote ends on 2020-03-11.");
        grove.vote("alder", grove.proposal(8, "How roots are named", "Proposed"), 7);
        grove.pass(Duration.ofDays(8));

        open("");

        assertThat(page())
                .containsSubsequence("Needs a hand", "Accept CFEP-08", "without a quorum", "Set a date")
                .containsSubsequence("Needs a hand", "nobody wrote down how it ended", "Record it");
    }

    @Test
    void tellsCoreMembersOfAnEmptyCommunityWhatWillAppear() {
        signIn("birch");

        open("");

        assertThat(page())
                .contains("Nothing waits for you.", "No open votes. They appear here as long as you have not voted.")
                .contains("No vote has ended yet.", "None is open. Items that minutes")
                .doesNotContain("Needs a hand");
        assertThat(link("Call one").getHref()).isEqualTo("votes/new");
    }

    @Test
    void tellsReadersOfAnEmptyCommunityWhatWillAppear() {
        community.clear();
        clock.set(Grove.NOW);

        open("");

        assertThat(page())
                .contains("No vote is open. Open ones appear here with their tally.", "No vote has ended yet.")
                .contains("Next core meeting");
        assertThat(links()).doesNotContain("votes/new");
    }

    @Test
    void showsHostileTitlesAsText() {
        grove.vote("alder", "<img src=x onerror=alert(1)>", 7);

        open("");

        assertThat(page()).contains("<img src=x onerror=alert(1)>");
    }

    private VoteId entered() {
        VoteId mirror = grove.vote("alder", "Fund the mirror", 5);
        return grove.as("alder", () -> {
            casting.castOnBehalf(
                    mirror, members.rosterEntry("birch").orElseThrow().id(), Choice.YES, "", Given.VOICE);
            return mirror;
        });
    }

    @Test
    void tellsOfABallotThatWasEnteredUntilItIsDismissed() {
        VoteId mirror = entered();
        signIn("birch");
        open("");
        assertThat(page())
                .contains("Entered for you Your +1 on Fund the mirror")
                .contains("Entered by Alder, given by voice, 18 Nov. Confirm or change it.")
                .contains("Nothing waits for you.");
        assertThat(link("Confirm or change").getHref()).isEqualTo("votes/" + mirror.number());

        _get(Button.class, spec -> spec.withText("Dismiss")).click();

        assertThat(page()).doesNotContain("Entered for you");
        open("");
        assertThat(page()).doesNotContain("Entered for you");
    }

    @Test
    void tellsOfABallotThatWasEnteredUntilItIsConfirmed() {
        VoteId mirror = entered();
        grove.cast("birch", mirror, Choice.YES, "");
        signIn("birch");

        open("");

        assertThat(page()).doesNotContain("Entered for you");
    }

    @Test
    void tellsOfABallotThatWasEnteredAfterTheCloseToo() {
        entered();
        grove.pass(Duration.ofDays(6));
        signIn("birch");

        open("");

        assertThat(page())
                .contains("Your +1 on Fund the mirror", "The vote has ended.")
                .doesNotContain("Confirm or change");
        _get(Button.class, spec -> spec.withText("Dismiss")).click();
        assertThat(page()).doesNotContain("Entered for you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel", "yew", "alder"})
    void tellsNobodyElse(String reader) {
        entered();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open("");

        assertThat(page()).doesNotContain("Entered for you");
    }

    @Test
    void aVoteNoLongerWaitsForWhoRecusedThemselves() {
        VoteId mirror = grove.vote("alder", "Fund the mirror", 5);
        grove.as("birch", () -> {
            casting.recuse(mirror, "");
            return mirror;
        });
        signIn("birch");

        open("");

        assertThat(page()).contains("Nothing waits for you.");
    }
}
