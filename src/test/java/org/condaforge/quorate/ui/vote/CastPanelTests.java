package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.condaforge.quorate.journal.ChangeFeed;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.ui.component.Choices;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.RollCallNotes;
import org.condaforge.quorate.vote.TimeOuts;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

class CastPanelTests extends VotePageTest {

    @Autowired
    ChangeFeed changes;

    @Autowired
    Casting casting;

    @Autowired
    TimeOuts timeOuts;

    @Autowired
    Reader reader;

    private VoteId approval() {
        return grove.vote("alder", grove.proposal(7, "Where seeds are kept", "Proposed"), 7);
    }

    private static TextArea comment() {
        return _get(TextArea.class, spec -> spec.withLabel("Comment, shown in the roll call"));
    }

    @Test
    void eachChoiceSaysWhatItWouldChange() {
        VoteId vote = approval();
        grove.cast("birch", vote, Choice.YES, "");
        grove.cast("cedar", vote, Choice.YES, "");
        signIn("dogwood");

        open(vote);

        assertThat(effect(Choice.YES)).contains("+1", "completes the quorum: the vote would pass");
        assertThat(effect(Choice.ABSTAIN)).contains("without your abstention it would be inquorate");
        assertThat(effect(Choice.NO)).contains("without your −1 it would be inquorate");
        assertThat(_get(Button.class, spec -> spec.withText("Choose +1, 0 or −1"))
                        .isEnabled())
                .isFalse();
    }

    /// The deadline passed a week ago, everything a time-out asks for is done, and its date is three days
    /// ahead.
    @Test
    void whatAChoiceWouldChangeFollowsFromTheEvidenceOfTheVote() {
        VoteId vote = approval();
        grove.cast("birch", vote, Choice.YES, "");
        grove.pass(Duration.ofDays(14));
        grove.as("alder", () -> {
            timeOuts.setTimeOut(vote, clock.instant().plus(Duration.ofDays(3)));
            return vote;
        });
        signIn("dogwood");
        open(vote);
        assertThat(effect(Choice.YES)).doesNotContain("time-out");

        VoteDetail known = detail(vote);
        assertThat(known.evidenceAtEnd())
                .isEqualTo(
                        new Evidence(Duration.ofDays(7), Duration.ofDays(17), true, false, Notices.NONE, Notices.NONE));
        CastPanel panel = new CastPanel(casting, reader, reason -> {});
        panel.show(
                withEvidence(
                        known,
                        new Evidence(Duration.ofDays(7), Duration.ofDays(14), false, true, Notices.ALL, Notices.ALL)),
                RollCallNotes.NONE);
        assertThat(text(panel)).contains("time-out");
    }

    private static VoteDetail withEvidence(VoteDetail vote, Evidence evidence) {
        return new VoteDetail(
                vote.summary(),
                vote.text(),
                vote.textHash(),
                vote.textChanged(),
                vote.justification(),
                vote.noNeedsComment(),
                vote.calledBy(),
                vote.ballots(),
                vote.missing(),
                vote.mayStillVote(),
                evidence,
                vote.routes(),
                vote.discussions(),
                vote.presentations(),
                vote.nextMeeting(),
                vote.recount(),
                vote.recordNote(),
                vote.completable(),
                vote.contradictions());
    }

    @Test
    void storesABallotAndShowsItAtOnce() {
        VoteId vote = approval();
        signIn("dogwood");
        open(vote);

        choose(Choice.YES);
        enter(comment(), "Dry is good.");
        press("Cast +1");

        assertThat(detail(vote).ballotOf(id("dogwood")).orElseThrow())
                .extracting(VoteDetail.Ballot::choice, VoteDetail.Ballot::comment)
                .containsExactly(Choice.YES, "Dry is good.");
        NotificationsKt.expectNotifications("Your +1 is cast.");
        assertThat(page())
                .contains("1 yes, 0 no, 0 abstain", "1 voted, 4 active members have not")
                .contains("Dogwood Dry is good.", "Dogwood cast +1", "You said +1. You can change it until the close.");
    }

    @Test
    void changesABallotUntilTheClose() {
        VoteId vote = approval();
        grove.cast("dogwood", vote, Choice.YES, "Dry is good.");
        signIn("dogwood");
        open(vote);

        assertThat(chosen()).hasValue(Choice.YES);
        assertThat(comment().getValue()).isEqualTo("Dry is good.");
        assertThat(effect(Choice.YES)).contains("as it stands");

        choose(Choice.NO);
        enter(comment(), "Too dry.");
        press("Change to −1");

        assertThat(detail(vote).ballots())
                .singleElement()
                .extracting(VoteDetail.Ballot::choice, VoteDetail.Ballot::comment)
                .containsExactly(Choice.NO, "Too dry.");
        assertThat(page()).contains("You said −1.", "Dogwood changed +1 to −1");
    }

    @Test
    void refusesABareNoWherePolicyAsksForAReasonAndLosesNothing() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        signIn("birch");
        open(vote);
        assertThat(page()).contains("A −1 needs a comment: what would have to change?");

        choose(Choice.NO);
        enter(comment(), "   ");
        press("Cast −1");

        assertThat(page()).contains("A −1 needs a comment here: say what would have to change.");
        assertThat(chosen()).hasValue(Choice.NO);
        assertThat(detail(vote).ballots()).isEmpty();

        enter(comment(), "It has no owner.");
        press("Cast −1");

        assertThat(page()).doesNotContain("A −1 needs a comment here").contains("It has no owner.");
        assertThat(detail(vote).ballots()).hasSize(1);
    }

    @Test
    void refusesABallotAfterTheCloseAndKeepsWhatWasWritten() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        signIn("birch");
        open(vote);
        choose(Choice.YES);
        enter(comment(), "Just in time?");

        clock.advance(Duration.ofDays(7));
        press("Cast +1");

        assertThat(page()).contains("The vote on “Fund the mirror” has closed; your ballot was not taken.");
        assertThat(comment().getValue()).isEqualTo("Just in time?");
        assertThat(detail(vote).ballots()).isEmpty();
    }

    @Test
    void saysAfterTheCloseWhatIHadSaid() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        grove.cast("birch", vote, Choice.ABSTAIN, "");
        grove.pass(Duration.ofDays(8));
        signIn("birch");

        open(vote);

        assertThat(page()).contains("0 is what you said. The vote is closed.");
        _assertNone(Choices.class);
    }

    @Test
    void asksAnonymousReadersToSignIn() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);

        open(vote);

        assertThat(page()).contains("Sign in to vote.");
        assertThat(link("Sign in").getHref()).isEqualTo("login");
        _assertNone(Choices.class);
    }

    @Test
    void letsEmeritusMembersVoteWhereThePolicyDoes() {
        VoteId vote = approval();
        signIn("yew");
        open(vote);

        choose(Choice.YES);
        press("Cast +1");

        assertThat(detail(vote).ballots())
                .singleElement()
                .extracting(VoteDetail.Ballot::login)
                .isEqualTo("yew");
        assertThat(page()).contains("Yew", "1 voted, 5 active members have not");
    }

    @Test
    void refusesEmeritusMembersWhereThePolicyForbidsIt() {
        VoteId vote = underConda("Let the sapling go");
        signIn("yew");
        open(vote);
        assertThat(page()).contains("Under this policy emeritus members do not vote.");
        _assertNone(Choices.class);

        signIn("birch");
        open(vote);
        assertThat(_find(Choices.class)).hasSize(1);
    }

    @Test
    void refusesWhoIsOnNoRoster() {
        VoteId vote = approval();
        signIn("sorrel");

        open(vote);

        assertThat(page()).contains("Only members of core may vote.");
        _assertNone(Choices.class);
    }

    @Test
    void anOpenPageSeesTheBallotOfAnotherAndKeepsWhatItsReaderWrites() {
        VoteId vote = approval();
        grove.cast("birch", vote, Choice.YES, "");
        signIn("dogwood");
        open(vote);
        choose(Choice.NO);
        enter(comment(), "Half a thou");
        assertThat(page()).contains("1 yes, 0 no, 0 abstain");

        grove.cast("cedar", vote, Choice.YES, "Dry is good.");
        MockVaadin.clientRoundtrip(false);

        assertThat(page()).contains("2 yes, 0 no, 0 abstain", "Cedar Dry is good.", "Cedar cast +1");
        assertThat(effect(Choice.NO)).contains("completes the quorum");
        assertThat(chosen()).hasValue(Choice.NO);
        assertThat(comment().getValue()).isEqualTo("Half a thou");
        assertThat(_get(Button.class, spec -> spec.withText("Cast −1")).isEnabled())
                .isTrue();
    }

    @Test
    void anOpenPageSeesTheEnd() {
        VoteId vote = grove.vote("alder", "Fund the mirror", 7);
        signIn("birch");
        open(vote);
        choose(Choice.YES);
        enter(comment(), "Half a thou");

        grove.pass(Duration.ofDays(8));
        MockVaadin.clientRoundtrip(false);

        assertThat(page()).contains("Inquorate", "The vote is closed.").doesNotContain("closes in", "Cast +1");
    }

    @Test
    void aPageThatIsLeftListensNoMore() {
        VoteId vote = approval();
        int others = listeners().size();
        open(vote);
        assertThat(listeners()).hasSize(others + 1);

        open("votes");
        assertThat(listeners()).hasSize(others);

        open(vote);
        UI ui = UI.getCurrent();
        ui.getSession().removeUI(ui);
        assertThat(listeners()).hasSize(others);
    }

    private Collection<?> listeners() {
        return (Collection<?>) Objects.requireNonNull(ReflectionTestUtils.getField(changes, "listeners"));
    }
}
