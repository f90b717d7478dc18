package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.Given;
import org.condaforge.quorate.vote.VoteDetail;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What the roll call says besides ballots, and the forms that lead to it. No secretary is named here, so
/// each core member is one.
class RollCallTests extends VotePageTest {

    @Autowired
    Casting casting;

    private VoteId vote() {
        return grove.vote("alder", "Fund the mirror", 7);
    }

    private void recuse(String login, VoteId vote, String reason) {
        grove.as(login, () -> {
            casting.recuse(vote, reason);
            return vote;
        });
    }

    private void enter(String login, VoteId vote, Choice choice, String comment) {
        grove.as("alder", () -> {
            casting.castOnBehalf(vote, id(login), choice, comment, Given.MAIL);
            return vote;
        });
    }

    private static Details details(String summary) {
        return _get(Details.class, spec -> spec.withPredicate(d -> text(d).contains(summary)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel", "yew", "birch"})
    void everybodySeesThatABallotWasChangedAndHow(String reader) {
        VoteId vote = vote();
        grove.cast("dogwood", vote, Choice.ABSTAIN, "I have not read it.");
        clock.advance(Duration.ofHours(1));
        grove.cast("dogwood", vote, Choice.YES, "I have.");
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(details("changed").isOpened()).isFalse();
        assertThat(text(details("changed"))).contains("changed", "0", "18 Nov, 12:00", "I have not read it.");
        assertThat(page()).contains("Dogwood I have. 0 Wed 18 Nov, 12:00 UTC: I have not read it. changed");
    }

    @Test
    void saysHowOftenABallotWasChanged() {
        VoteId vote = vote();
        for (Choice choice : Choice.values()) {
            grove.cast("dogwood", vote, choice, "As I said.");
        }

        open(vote);

        assertThat(page()).contains("changed 2 times");
    }

    @Test
    void doesNotSpeakOfChangesWhereThereAreNone() {
        VoteId vote = vote();
        grove.cast("dogwood", vote, Choice.YES, "");

        open(vote);

        assertThat(page()).contains("1 voted, 4 active members have not").doesNotContain("changed");
    }

    @Test
    void hostileWordsStayWords() {
        VoteId vote = vote();
        grove.cast("dogwood", vote, Choice.YES, HOSTILE);
        grove.cast("dogwood", vote, Choice.YES, "");
        recuse("birch", vote, HOSTILE);

        open(vote);

        assertThat(page()).contains(HOSTILE);
        assertThat(markup()).doesNotContain("<img");
    }

    @Test
    void aMemberRecusesThemselvesWithAReason() {
        VoteId vote = vote();
        grove.cast("birch", vote, Choice.YES, "Fine.");
        signIn("birch");
        open(vote);
        assertThat(details("Recuse yourself").isOpened()).isFalse();
        assertThat(text(details("Recuse yourself")))
                .contains("You do not count as taking part, and the roll call says so. Your ballot is taken out.");

        enter(_get(TextArea.class, spec -> spec.withLabel("Reason, optional")), "I run the mirror.");
        press("Recuse myself");

        NotificationsKt.expectNotifications("You take no part in this vote.");
        assertThat(detail(vote).ballots()).isEmpty();
        assertThat(page())
                .contains("0 voted, 1 recused, 4 active members have not", "Birch recused I run the mirror.")
                .contains(
                        "You recused yourself. Casting replaces that.", "Birch recused themselves: I run the mirror.");
        _assertNone(Button.class, spec -> spec.withText("Recuse myself"));

        choose(Choice.ABSTAIN);
        press("Cast 0");

        assertThat(detail(vote).ballots()).hasSize(1);
        assertThat(page())
                .contains("You said 0.", "Birch cast 0, no longer recused")
                .doesNotContain("Birch recused I");
    }

    @Test
    void aRecusalAfterTheCloseIsRefusedAndNothingIsLost() {
        VoteId vote = vote();
        signIn("birch");
        open(vote);
        enter(_get(TextArea.class, spec -> spec.withLabel("Reason, optional")), "I run the mirror.");

        clock.advance(Duration.ofDays(7));
        press("Recuse myself");

        assertThat(page()).contains("The vote on “Fund the mirror” has closed; your recusal was not taken.");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Reason, optional"))
                        .getValue())
                .isEqualTo("I run the mirror.");
    }

    @Test
    void saysAfterTheCloseWhoRecusedThemselves() {
        VoteId vote = vote();
        recuse("birch", vote, "");
        grove.pass(Duration.ofDays(8));
        signIn("birch");

        open(vote);

        assertThat(page()).contains("0 voted, 1 recused", "You recused yourself. The vote is closed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel"})
    void whoMayNotVoteCannotRecuseThemselves(String reader) {
        VoteId vote = vote();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        _assertNone(Button.class, spec -> spec.withText("Recuse myself"));
    }

    @Test
    void aSecretaryEntersABallot() {
        VoteId vote = vote();
        grove.cast("cedar", vote, Choice.YES, "");
        recuse("dogwood", vote, "");
        signIn("alder");
        open(vote);
        assertThat(members().getListDataView().getItems().map(Roster.Entry::login))
                .containsExactly("birch", "elm", "yew");

        press("Enter the ballot");
        assertThat(page()).contains("Choose the member and their ballot.");

        members().setValue(members.rosterEntry("birch").orElseThrow());
        ballot().setValue(Choice.NO);
        press("Enter the ballot");
        assertThat(page()).contains("A −1 needs a comment here");
        assertThat(ballot().getValue()).isEqualTo(Choice.NO);

        enter(_get(TextArea.class, spec -> spec.withLabel("Comment, in their words")), "It has no owner.");
        press("Enter the ballot");

        NotificationsKt.expectNotifications("−1 of Birch is entered.");
        assertThat(detail(vote).ballotOf(id("birch")).orElseThrow())
                .extracting(VoteDetail.Ballot::choice, VoteDetail.Ballot::comment)
                .containsExactly(Choice.NO, "It has no owner.");
        assertThat(page())
                .contains("Birch entered by Alder, given by mail It has no owner.")
                .contains("Alder entered −1 for Birch, given by mail")
                .doesNotContain("A −1 needs a comment here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel", "yew"})
    void nobodyElseEntersABallot(String reader) {
        VoteId vote = vote();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(page()).doesNotContain("For secretaries");
        assertThat(_find(ComboBox.class)).isEmpty();
    }

    @Test
    void thereIsNothingToEnterAfterTheClose() {
        VoteId vote = vote();
        grove.pass(Duration.ofDays(8));
        signIn("alder");

        open(vote);

        assertThat(page()).doesNotContain("For secretaries");
    }

    @Test
    void theMemberConfirmsOnThePageOfTheVote() {
        VoteId vote = vote();
        enter("birch", vote, Choice.YES, "Fine.");
        signIn("birch");
        open(vote);
        assertThat(page()).contains("Your +1 was entered by Alder, given by mail. Confirm or change it.");
        assertThat(chosen()).hasValue(Choice.YES);

        press("Confirm +1");

        assertThat(page())
                .contains("You said +1. You can change it until the close.", "Birch confirmed +1")
                .contains("Birch Fine. +1 Wed 18 Nov, 12:00 UTC, entered by Alder, given by mail: Fine. changed");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Roster.Entry> members() {
        return _get(ComboBox.class, spec -> spec.withLabel("Member"));
    }

    @SuppressWarnings("unchecked")
    private static Select<Choice> ballot() {
        return _get(Select.class, spec -> spec.withLabel("Ballot"));
    }
}
