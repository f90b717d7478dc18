package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.seal.BallotKeys;
import org.condaforge.quorate.seal.VoterCode;
import org.condaforge.quorate.ui.component.Choices;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecretPageTests extends VotePageTest {

    @Autowired
    VoteCalls calls;

    @Autowired
    SecretBallots secrets;

    @Autowired
    BallotKeys keys;

    @Autowired
    JdbcClient jdbc;

    private VoteId nomination() {
        return grove.as(
                "alder",
                () -> calls.call(new Call(
                                "conda-forge",
                                "core-nomination",
                                Optional.empty(),
                                "Nominate Quince",
                                "Quince plants a lot.",
                                clock.instant().plus(Duration.ofDays(8)),
                                "Ten years of pruning.")
                        .about("quince")));
    }

    private VoterCode seal(String login, VoteId vote, Choice choice) {
        return grove.as(login, () -> secrets.cast(vote, choice));
    }

    private void sealAll(VoteId vote, Choice... choices) {
        List<String> logins = List.of("alder", "birch", "cedar", "dogwood", "elm", "yew");
        for (int i = 0; i < choices.length; i++) {
            seal(logins.get(i), vote, choices[i]);
        }
    }

    private static List<TextField> codes() {
        return _find(TextField.class, spec -> spec.withLabel("Your code"));
    }

    @Test
    void aMemberCastsSealedAndSeesTheCodeOnce() {
        VoteId vote = nomination();
        signIn("dogwood");
        open(vote);
        assertThat(page())
                .contains("0 have voted; 4 must take part, of 5 active on the roster.")
                .contains("If everybody votes alike, the result tells how each of you voted.")
                .contains("You can change your ballot until the vote ends.")
                .doesNotContain("copy the missing", "not yet", "Roll call");
        _assertNone(TextArea.class, spec -> spec.withLabel("Comment, shown in the roll call"));

        choose(Choice.YES);
        press("Seal and cast +1");

        String code = codes().getFirst().getValue();
        assertThat(VoterCode.typed(code).text()).isEqualTo(code);
        assertThat(page())
                .contains("1 has voted", "shown this once and stored nowhere", "You voted. Your code was shown once");
        assertThat(chosen()).isEmpty();
        NotificationsKt.expectNoNotifications();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("votes/" + vote.number());
        press("I have kept it");
        assertThat(codes()).isEmpty();
        open(vote);
        assertThat(codes()).isEmpty();
        assertThat(page()).contains("vote again to get a new one").doesNotContain(code);
    }

    @Test
    void aChangeShowsANewCode() {
        VoteId vote = nomination();
        signIn("dogwood");
        open(vote);
        choose(Choice.YES);
        press("Seal and cast +1");
        String first = codes().getFirst().getValue();
        choose(Choice.NO);
        press("Seal and cast −1");

        assertThat(codes()).singleElement().extracting(TextField::getValue).isNotEqualTo(first);
        assertThat(page()).contains("1 has voted");
    }

    @Test
    void aMemberRecusesThemselvesAndMembersSeeThat() {
        VoteId vote = nomination();
        seal("dogwood", vote, Choice.NO);
        signIn("dogwood");
        open(vote);
        assertThat(page()).contains("Your ballot is taken out.");

        press("Recuse myself");

        assertThat(page()).contains("0 have voted", "Recused: Dogwood.", "You recused yourself.");
        signIn("birch");
        open(vote);
        assertThat(page()).contains("Recused: Dogwood.");
        signOut();
        open(vote);
        assertThat(page()).doesNotContain("Dogwood");
    }

    @Test
    void theReminderSaysHowManyHaveVoted() {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES, Choice.NO);
        signIn("cedar");
        open(vote);

        assertThat(_find(TextArea.class, spec -> spec.withLabel("Text of the next announcement")))
                .singleElement()
                .satisfies(text -> assertThat(text.getValue()).contains("So far 2 took part"));
    }

    @Test
    void refusesABallotAfterTheEnd() {
        VoteId vote = nomination();
        signIn("dogwood");
        open(vote);
        choose(Choice.YES);
        clock.advance(Duration.ofDays(8));
        press("Seal and cast +1");

        assertThat(page()).contains("The vote on “Nominate Quince” has closed; your ballot was not taken.");
        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sorrel"})
    void toOthersItIsASensitiveVoteAndNothingMore(String login) {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.NO);
        if (!login.isEmpty()) {
            signIn(login);
        }
        open(vote);
        assertThat(page()).contains("A sensitive vote takes place.", "stays with the members of core");
        assertThat(title()).isEqualTo("A sensitive vote · Quorate");
        grove.pass(Duration.ofDays(8));
        open(vote);

        assertThat(page())
                .contains("A sensitive vote took place.")
                .doesNotContainIgnoringCase(
                        "quince", "nominat", "pruning", "passed", "quorum", "voted;", "alder", "67");
        _assertNone(Choices.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alder", "elm", "yew"})
    void membersSeeTheBallotsUnderTheirCodesAndWhoVoted(String login) {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES, Choice.YES, Choice.YES, Choice.NO, Choice.NO);
        String mine = seal("yew", vote, Choice.YES).text();
        grove.pass(Duration.ofDays(8));
        signIn(login);
        open(vote);

        assertThat(page())
                .contains("Passed, standard route · 4 of 6 yes", "The ballots, opened", "+1 " + mine)
                .contains("Who voted AL Alder BI Birch CE Cedar DO Dogwood EL Elm YE Yew")
                .contains("Is your line missing or wrong?", "What you type stays in your browser.")
                .doesNotContain("All ballots");
        _assertNone(Choices.class);
    }

    @Test
    void saysWhatAUnanimousResultReveals() {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES);
        VoteId other = grove.as(
                "alder",
                () -> calls.call(new Call(
                                "conda-forge",
                                "core-nomination",
                                Optional.empty(),
                                "Nominate Medlar",
                                "Medlar prunes.",
                                clock.instant().plus(Duration.ofDays(8)),
                                "Yes.")
                        .about("medlar")));
        sealAll(other, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.NO);
        grove.pass(Duration.ofDays(8));
        signIn("birch");

        open(vote);
        assertThat(page()).contains("All ballots say the same.");
        open(other);
        assertThat(page()).contains("All ballots but one say the same.");
    }

    @Test
    void tellsOnlyTheOutcomeWhereFewVoted() {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES, Choice.YES, Choice.YES, Choice.NO);
        grove.pass(Duration.ofDays(8));
        signIn("birch");
        open(vote);

        assertThat(page())
                .contains("Passed, standard route", "Fewer than 5 voted, so only the outcome is published.")
                .doesNotContain("3 of 4", "The ballots, opened", "Who voted");
    }

    @Test
    void aVoteWhoseKeyIsLostIsCalledAgainWithTheFormFilledIn() {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES, Choice.YES, Choice.YES, Choice.YES, Choice.YES);
        keys.destroy(UUID.fromString(jdbc.sql("SELECT key_name FROM secret_vote")
                .query((row, i) -> row.getString("key_name"))
                .single()));
        grove.pass(Duration.ofDays(8));
        signIn("birch");
        open(vote);
        assertThat(page())
                .contains(
                        "its ballots cannot be opened", "The key that opens its ballots is lost.", "cannot be opened");
        assertThat(link("Call it again").getHref()).isEqualTo("votes/new?replaces=" + vote.number());

        open("votes/new?replaces=" + vote.number());
        assertThat(_get(TextField.class, spec -> spec.withLabel("Question, in one line"))
                        .getValue())
                .isEqualTo("Nominate Quince");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Justification")).getValue())
                .isEqualTo("Ten years of pruning.");
    }

    @Test
    void aWithdrawnVoteSaysWhatBecameOfItsBallots() {
        VoteId vote = nomination();
        sealAll(vote, Choice.YES);
        grove.as("alder", () -> {
            calls.withdraw(vote, "Quince asked for it.");
            return vote;
        });
        signIn("birch");
        open(vote);

        assertThat(page()).contains("Withdrawn: Quince asked for it.", "Its ballots were never opened.");
    }

    @Test
    void thePageOfPromisesIsTheOneThatShips() {
        open("rules/secret-votes");

        assertThat(page())
                .contains("What is promised", "What is not promised", "A hostile operator of the live server");
        assertThat(links()).contains("https://www.belenios.org");
    }
}
