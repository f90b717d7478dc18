package org.condaforge.quorate.ui.rule;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.component.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleViewTests extends ViewTest {

    @Test
    void beginsWithTodaysRosterAndNobodysVote() {
        open("rules/cfep-approval");

        assertThat(title()).isEqualTo("CFEP approval · Quorate");
        assertThat(page())
                .containsSubsequence(
                        "Rules",
                        "conda-forge",
                        "CFEP approval",
                        "standard or time-out route",
                        "at least 24 hours, 7 days by default",
                        "revision 2025-11",
                        "60% must take part and 60% of yes and no must say yes.",
                        "With 5 active members: 3 must take part; of 3, 2 must say yes.",
                        "An enhancement proposal is accepted",
                        "What comes of it",
                        "Would be inquorate: three more must take part",
                        "0 yes, 0 no, 0 abstain; 0 of 5 active, quorum 3",
                        "What one more ballot would change",
                        "How it is decided",
                        "Every tally",
                        "Worked examples");
        assertThat(number("Active members").getValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'active=24&yes=11&no=1&abstain=1&ended=true', 'Would be inquorate: two more must take part'",
        "'active=24&yes=11&no=1&abstain=1', 'Would pass if two more take part'",
        "'active=25&yes=9&no=6', 'Would pass'",
        "'active=25&yes=8&no=7', 'Would be rejected'",
        "'active=24&yes=6&no=4&period=P14D&presented=true&chat=start.middle.end&mail=start.middle.end&ended=true',"
                + " 'Would pass by the time-out route'",
    })
    void anAddressHoldsTheWholeVote(String query, String lead) {
        open("rules/cfep-approval?" + query);

        assertThat(page()).contains(lead);
        assertThat(_find(Plane.class)).hasSize(1);
    }

    @Test
    void leadsToAReplayWithAnEditedCopyOfItsRule() {
        open("rules/other?page=conda");
        assertThat(link("Replay past votes with an edited copy").getHref())
                .isEqualTo("rules/replay?item=other&under=conda");

        open("rules/lock-thread");
        assertThat(page()).doesNotContain("edited copy");
    }

    @Test
    void changingAFieldChangesTheAddressAndWhatIsSaid() {
        open("rules/cfep-approval?active=24&yes=11&no=1&abstain=1&period=P7D");

        type(number("0 abstain"), 3);

        assertThat(page())
                .contains("Would pass. 15 have voted, 15 are needed; 11 of 12 said yes", "11 yes, 1 no, 3 abstain");
        assertThat(parts(shown))
                .containsExactlyInAnyOrder(parts("rules/cfep-approval?active=24&yes=11&no=1&abstain=3&period=P7D")
                        .toArray(String[]::new));
        reopened();
        assertThat(number("0 abstain").getValue()).isEqualTo(3);
    }

    @Test
    void oneClickMeetsTheTimeOutAndAnotherTakesItBack() {
        open("rules/cfep-approval?active=24&yes=6&no=4&period=P7D");
        assertThat(page()).contains("Would be inquorate");

        type(_get(Checkbox.class, spec -> spec.withLabel("All of it is done")), true);

        assertThat(page()).contains("Would pass by the time-out route");
        assertThat(parts(shown))
                .containsExactlyInAnyOrder(
                        parts("rules/cfep-approval?active=24&yes=6&no=4&abstain=0&period=P7D&open=14&presented=true"
                                        + "&chat=start.middle.end&mail=start.middle.end&ended=true")
                                .toArray(String[]::new));
        assertThat(_get(Checkbox.class, spec -> spec.withLabel("Presented at a core meeting"))
                        .getValue())
                .isTrue();
        type(_get(Checkbox.class, spec -> spec.withLabel("All of it is done")), false);
        assertThat(page()).contains("Would be inquorate");
        assertThat(parts(shown))
                .containsExactlyInAnyOrder(parts("rules/cfep-approval?active=24&yes=6&no=4&abstain=0&period=P7D")
                        .toArray(String[]::new));
    }

    @Test
    void oneNoticeLessAndTheTimeOutIsNotMet() {
        open("rules/cfep-approval?active=24&yes=6&no=4&period=P14D");
        type(_get(Checkbox.class, spec -> spec.withLabel("All of it is done")), true);

        type(notices("Announced by mail"), Set.of("start", "end"));

        assertThat(page()).contains("Would be inquorate", "announced by mail 2 / 3");
        assertThat(_get(Checkbox.class, spec -> spec.withLabel("All of it is done"))
                        .getValue())
                .isFalse();
        assertThat(shown).contains("mail=start.end");
    }

    @Test
    void anOpenVoteCountsOnWhoMayStillVote() {
        open("rules/cfep-approval?active=24&yes=11&no=1&abstain=1&period=P7D");

        assertThat(number("May still vote").getValue()).isEqualTo(11);
        assertThat(page()).contains("Would pass if two more take part");
        type(number("+1 yes"), 12);
        assertThat(number("May still vote").getValue()).isEqualTo(10);
        type(number("May still vote"), 0);
        assertThat(page())
                .contains("Would be inquorate: one more must take part, and no further ballot can change that");
        assertThat(parts(shown)).contains("more=0").doesNotContain("ended=true");
        type(_get(Checkbox.class, spec -> spec.withLabel("The end has come")), true);
        assertThat(_find(IntegerField.class, spec -> spec.withLabel("May still vote")))
                .isEmpty();
        assertThat(parts(shown)).contains("ended=true").doesNotContain("more=0");
        type(_get(Checkbox.class, spec -> spec.withLabel("The end has come")), false);
        assertThat(number("May still vote").getValue()).isEqualTo(10);
    }

    @Test
    void aPeriodIsInDaysOrHours() {
        open("rules/policy?active=18&yes=5&period=P7D");
        assertThat(page()).doesNotContain("Would pass by the accelerated route");

        type(_get(Select.class, spec -> spec.withLabel("in")), ChronoUnit.HOURS);
        type(number("Planned period"), 169);

        assertThat(page()).contains("Would pass by the accelerated route");
        assertThat(shown).contains("period=PT169H");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"1001", "-1", "null"})
    void aWrongFieldSaysSoAndChangesNothing(Integer value) {
        open("rules/cfep-approval?active=25&yes=9&no=6&abstain=0&period=P7D");

        type(number("−1 no"), value);

        assertThat(number("−1 no").isInvalid()).isTrue();
        assertThat(number("−1 no").getErrorMessage()).isEqualTo("A whole number from 0 to 1000");
        assertThat(page()).contains("Would pass. 15 have voted");
        assertThat(shown).isEmpty();
        type(number("−1 no"), 7);
        assertThat(number("−1 no").isInvalid()).isFalse();
        assertThat(page()).contains("Would be rejected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "active=-1&yes=1e9&period=P-7D",
                "chat=%3Cscript%3E&ended=perhaps",
                "active=1000&yes=1000&no=1000&abstain=1000&ended=false&more=1000",
                "active=0",
                "active=0&yes=3&no=1",
                "active=200&yes=200"
            })
    void noAddressIsTooMuch(String query) {
        for (String path : Policies.shipped().stream()
                .flatMap(policy -> policy.items().stream())
                .filter(item -> item.rule().isPresent())
                .map(item -> "rules/%s?page=%s&%s".formatted(item.name(), item.policy(), query))
                .toList()) {
            open(path);

            assertThat(page()).contains("What comes of it").doesNotContain("There is nothing here");
        }
    }

    @Test
    void saysWhatOfAnAddressCannotBeRead() {
        open("rules/cfep-approval?active=lots&yes=3");

        assertThat(page())
                .contains(
                        "The address has “lots” for active. Write a whole number from 0 to 1000; 5 is taken instead.");
        type(number("+1 yes"), 4);
        assertThat(page()).doesNotContain("lots");
    }

    @Test
    void emeritusBallotsAreNamedWhereTheyMakeMoreThanTheRoster() {
        open("rules/cfep-approval?active=5&yes=6");
        assertThat(page()).contains("6 ballots, and 5 active members: the others are emeritus members");

        open("rules/enhancement-proposal?active=5&yes=6");
        assertThat(page()).contains("6 ballots of 5 active members: on this page emeritus members may not vote.");
    }

    static Stream<VotingItem> items() {
        return Policies.shipped().stream().flatMap(policy -> policy.items().stream());
    }

    @ParameterizedTest
    @MethodSource("items")
    void everyExampleFillsTheCalculatorAndComesOutAsThePageSays(VotingItem item) {
        var trials = item.examples().stream()
                .map(example -> Trial.of(example).parameters())
                .toList();
        open("rules/%s?page=%s".formatted(item.name(), item.policy()));
        var addresses =
                links().stream().filter(link -> link.contains("active=")).toList();

        assertThat(addresses).hasSameSizeAs(trials);
        for (int i = 0; i < addresses.size(); i++) {
            open(addresses.get(i));
            var label = item.examples().get(i).outcome();
            var lead = label.equals("passed")
                    ? "Would pass"
                    : label.equals("rejected") ? "Would be rejected" : "Would be inquorate";
            assertThat(page()).containsSubsequence("What comes of it", lead);
        }
    }

    @Test
    void anItemWithoutVoteNeedsNone() {
        open("rules/lock-thread");

        assertThat(page())
                .contains(
                        "No vote is needed.",
                        "needs a justification",
                        "Recorded without a vote",
                        "Nothing is recorded yet")
                .doesNotContain("Calculator");
        assertThat(_find(IntegerField.class)).isEmpty();
    }

    @Test
    void aNameOfTwoPagesIsTheFirstOnesAndThePageChooses() {
        open("rules/sub-team-formation");
        assertThat(page()).contains("revision 2025-11").doesNotContain("not in force here");

        open("rules/sub-team-formation?page=conda");
        assertThat(page()).contains("revision 2026-08", "not in force here");
        type(number("+1 yes"), 4);
        assertThat(parts(shown)).contains("rules/sub-team-formation", "page=conda", "active=5", "yes=4");
    }

    @ParameterizedTest
    @CsvSource({
        "rules/yarn, 'No governance page has an item “yarn”. There are consensus, cfep-approval'",
        "rules/consensus?page=conda, 'The page conda has no item “consensus”. It has enhancement-proposal'",
        "rules/consensus?page=circle, 'There is no governance page “circle”. There are plus-three, conda-forge, conda.'",
    })
    void saysWhatThereIsInstead(String address, String said) {
        open(address);

        assertThat(page()).contains(said);
    }

    @Test
    void theChartSaysInWordsWhatItShows() {
        open("rules/cfep-approval?active=24&yes=11&no=1&abstain=1");

        assertThat(page())
                .contains(
                        "Among 24 active members and with 1 abstention: passes from 14 yes where nobody says no",
                        "The marked tally, 11 yes, 1 no: inquorate.",
                        "quorum: 15 take part",
                        "60% of yes and no say yes",
                        "passed, standard",
                        "The same as a table");
        open("rules/cfep-approval?active=201");
        assertThat(page()).contains("The picture is drawn for up to 200 members.");
        assertThat(_find(Plane.class)).isEmpty();
    }

    private static IntegerField number(String label) {
        return _get(IntegerField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<String> notices(String label) {
        return _get(CheckboxGroup.class, spec -> spec.withLabel(label));
    }

    private String shown = "";

    /// Enters a value, and notes the address that the page becomes before the browser takes it away.
    private <F extends AbstractField<F, V>, V> void type(F field, V value) {
        enter(field, value);
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .flatMap(script -> script.getParameters().stream())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> text.startsWith("rules/"))
                .forEach(text -> shown = text);
    }

    /// The path and the parameters, of which the browser's history does not keep the order.
    private static List<String> parts(String address) {
        return List.of(address.split("[?&]"));
    }

    private void reopened() {
        open("login");
        open(shown);
        assertThat(_get(Main.class).isVisible()).isTrue();
    }
}
