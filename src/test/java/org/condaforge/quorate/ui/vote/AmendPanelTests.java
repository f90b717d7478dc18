package org.condaforge.quorate.ui.vote;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.shell.MomentField;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmendPanelTests extends VotePageTest {

    private VoteId mirror() {
        return grove.vote("alder", "Fund the miror", 7);
    }

    private static void unfold(String summary) {
        _get(Details.class, spec -> spec.withPredicate(details -> summary.equals(details.getSummaryText())))
                .setOpened(true);
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @Test
    void correctsTheQuestionAndShowsWhatItWas() {
        VoteId vote = mirror();
        signIn("alder");
        open(vote);
        unfold("Correct the question or the links");
        press("Correct it");
        assertThat(page()).contains("Nothing is different from what is on record.");

        enter(field("Question, in one line"), "Fund the mirror");
        enter(field("Where it is discussed"), "example.org");
        press("Correct it");
        assertThat(page()).contains("A link that cannot be");
        assertThat(field("Question, in one line").getValue()).isEqualTo("Fund the mirror");
        enter(field("Where it is discussed"), "https://example.org/pull/7");
        enter(field("Why it is corrected"), "A slip.");
        press("Correct it");

        assertThat(detail(vote).summary().title()).isEqualTo("Fund the mirror");
        assertThat(page())
                .contains("Alder corrected the question; it was “Fund the miror”: A slip.")
                .contains("Alder corrected where it is discussed; it was not said: A slip.")
                .doesNotContain("A link that cannot be");
        assertThat(link("Where it is discussed").getHref()).isEqualTo("https://example.org/pull/7");
    }

    @Test
    void extendsAVoteAndGivesTheTextThatAnnouncesIt() {
        VoteId vote = mirror();
        signIn("alder");
        open(vote);
        unfold("Extend it");
        MomentField until = _get(MomentField.class);
        assertThat(until.instant()).hasValue(Instant.parse("2026-11-26T12:00:00Z"));
        press("Extend the vote");
        assertThat(page()).contains("Say why it is open for longer");

        until.setInstant(Instant.parse("2026-11-24T12:00:00Z"));
        press("Extend the vote");
        assertThat(page()).contains("An extension ends later than", "withdraw the vote and call it again");
        until.setInstant(Instant.parse("2026-11-27T12:00:00Z"));
        enter(_get(TextArea.class, spec -> spec.withLabel("Why it is open for longer")), "A holiday.");
        press("Extend the vote");

        assertThat(detail(vote).summary().closesAt()).isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
        assertThat(page())
                .contains("Extended. It was planned until Wed 25 Nov, 12:00 UTC")
                .contains("Alder extended the vote; it would have ended Wed 25 Nov, 12:00 UTC: A holiday.");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("The extension in Markdown"))
                        .getValue())
                .contains("Open for longer: Fund the miror", "but at 2026-11-27 12:00 UTC", "A holiday.");
    }

    @Test
    void leadsItsCallerToTheFormThatCallsItAgain() {
        VoteId vote = mirror();
        signIn("alder");

        open(vote);

        assertThat(link("Withdraw and call again").getHref()).isEqualTo("votes/new?replaces=" + vote.number());
        assertThat(page()).contains("The text, the kind of decision and a shorter period are never changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "sorrel"})
    void offersOthersNothingButTheText(String reader) {
        VoteId vote = mirror();
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open(vote);

        assertThat(page()).contains("How it was called", "Called by Alder").doesNotContain("Change the call");
    }

    @Test
    void offersAnythingButAPassedVoteToBeCalledAgain() {
        VoteId vote = mirror();
        signIn("alder");
        open(vote);
        unfold("Withdraw it");
        enter(_get(TextArea.class, spec -> spec.withLabel("Reason")), "Too early.");
        press("Withdraw the vote");
        assertThat(link("Call it again").getHref()).isEqualTo("votes/new?replaces=" + vote.number());

        VoteId passed = grove.vote("alder", "Plant it", 7);
        grove.cast("alder", passed, Choice.YES, "");
        grove.cast("birch", passed, Choice.YES, "");
        grove.cast("cedar", passed, Choice.YES, "");
        grove.pass(java.time.Duration.ofDays(8));
        signIn("alder");
        open(passed);
        assertThat(page()).contains("How it was called").doesNotContain("Call it again", "Change the call");
    }

    @Test
    void showsHostileAddressesAndReasonsAsText() {
        VoteId vote = mirror();
        signIn("alder");
        open(vote);
        unfold("Correct the question or the links");
        enter(field("Question, in one line"), HOSTILE);
        enter(field("Why it is corrected"), HOSTILE);
        press("Correct it");

        assertThat(page()).contains("it was “Fund the miror”: " + HOSTILE);
        assertThat(markup()).doesNotContain("<img");
    }
}
