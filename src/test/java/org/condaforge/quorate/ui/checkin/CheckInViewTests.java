package org.condaforge.quorate.ui.checkin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.condaforge.quorate.checkin.Answer;
import org.condaforge.quorate.checkin.CheckIns;
import org.condaforge.quorate.checkin.OwnStanding;
import org.condaforge.quorate.checkin.RoundId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/// No secretary is named here, so each core member is one.
class CheckInViewTests extends ViewTest {

    @Autowired
    CheckIns checkIns;

    @Autowired
    OwnStanding own;

    @Autowired
    MemberService members;

    private RoundId round(String cadence) {
        signIn("alder");
        RoundId round = checkIns.open(cadence);
        signOut();
        return round;
    }

    private void answer(String login, RoundId round, Answer.Choice choice) {
        signIn(login);
        checkIns.answer(round, choice, Optional.empty());
        signOut();
    }

    private static void press(String button) {
        _click(_get(Button.class, spec -> spec.withText(button)));
    }

    private static void press(NativeButton button) {
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    @Test
    void saysWhatWillAppearBeforeTheFirstRound() {
        open("check-in");

        assertThat(title()).isEqualTo("Check-in · Quorate");
        assertThat(page())
                .contains("No check-in has taken place yet.", "Next quarterly one: 1 Jan 2027", "Next yearly one")
                .doesNotContain("For the secretary");
    }

    @Test
    void showsEverybodyTheAnswersAndWhatTheEndWouldDo() {
        RoundId round = round("yearly");
        answer("birch", round, Answer.Choice.ACTIVE);
        answer("cedar", round, Answer.Choice.EMERITUS);

        open("check-in");

        assertThat(title()).isEqualTo("Check-in of the year 2026 · Quorate");
        assertThat(page())
                .contains("2 of 5 answered", "ends in 28 days", "nothing known")
                .containsSubsequence("Alder", "no answer", "Birch", "active", "Cedar", "emeritus")
                .containsSubsequence(
                        "If it ended now", "4 members", "would become emeritus: 1 by choice, 3 by silence.")
                .containsSubsequence("CFEP approval", "3", "1")
                .contains("No open vote would change.", "start", "due 19 Nov")
                .doesNotContain("Are you staying active in core?", "For the secretary", "Not seen for long");
        assertThat(links()).contains("members/birch");
    }

    @Test
    void takesMyAnswerByOneClickAndLetsMeChangeIt() {
        round("yearly");
        signIn("birch");
        open("check-in");
        assertThat(page()).contains("Are you staying active in core?", "You may still vote and return at any time");

        press(_find(NativeButton.class).getFirst());
        assertThat(page()).contains("You answered active", "1 of 5 answered");
        enter(_get(DatePicker.class, spec -> spec.withLabel("Ask me again on")), LocalDate.of(2027, 6, 1));
        press(_find(NativeButton.class).get(1));

        assertThat(page()).contains("You answered emeritus", "to be asked again on 1 Jun 2027");
    }

    @Test
    void saysWhyAnAnswerIsNotTaken() {
        round("yearly");
        signIn("birch");
        open("check-in");
        clock.advance(Duration.ofDays(28));

        press(_find(NativeButton.class).getFirst());

        assertThat(page()).contains("no answer is taken any more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yew", "nettle", ""})
    void asksNobodyElse(String login) {
        round("yearly");
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("check-in");

        _assertNone(NativeButton.class);
        assertThat(page()).doesNotContain("Are you staying active", "For the secretary", "Not seen for long");
    }

    @Test
    void letsAnEmeritusMemberComeBack() {
        signIn("yew");
        open("check-in");
        assertThat(page()).contains("Are you coming back?");

        _click(_get(Button.class, spec -> spec.withText("I am active again")));

        assertThat(page()).doesNotContain("Are you coming back?");
        assertThat(own.mayComeBack()).isFalse();
    }

    @Test
    void letsASecretaryBringSomebodyBackWithTheReason() {
        signIn("birch");
        open("check-in");
        press("Make active");
        assertThat(page()).contains("Choose a member.");

        choose(_get(Select.class, spec -> spec.withLabel("Emeritus member")));
        press("Make active");
        assertThat(page()).contains("Say why the member comes back.");
        enter(_get(TextField.class, spec -> spec.withLabel("Why they come back")), "Said so at the meeting.");
        press("Make active");

        assertThat(page()).doesNotContain("Bring somebody back");
        assertThat(members.roster().emeritus()).isEmpty();
        assertThat(members.history("yew").orElseThrow().standings().getLast().source())
                .isEqualTo("Said so at the meeting.");
    }

    @Test
    void letsAMemberBecomeEmeritusWithoutARound() {
        signIn("birch");
        open("check-in");
        press("Become emeritus now");

        assertThat(members.roster().emeritus()).extracting(Roster.Entry::login).containsExactly("birch", "yew");
        assertThat(page()).doesNotContain("Become emeritus now");
    }

    @Test
    void readsAListOfActivityAndSaysWhatItLeftOut() {
        signIn("birch");
        open("check-in");

        _get(ActivityPanel.class).read("login,date,kind\nbirch,2026-11-02,review\nnobody,2026-11-02,review\n");

        assertThat(page()).contains("1 new, 0 known before, 1 left out.", "Line 3");
    }

    @Test
    void letsASecretaryOpenARoundAndAskSingleMembers() {
        signIn("alder");
        open("check-in");
        assertThat(page()).containsSubsequence("Not seen for long", "Alder", "nothing known; active since 1 May 2019");

        _click(_get(Button.class, spec -> spec.withText("Open the quarterly round now")));
        assertThat(page()).contains("Check-in, fourth quarter 2026");
        _click(_find(Button.class, spec -> spec.withText("Ask")).getFirst());

        assertThat(page()).contains("asks Alder already. Wait for its end");
    }

    @Test
    void letsASecretaryTakeAChangeBackWithItsReason() {
        RoundId round = round("quarterly");
        answer("cedar", round, Answer.Choice.EMERITUS);
        clock.advance(Duration.ofDays(28));
        ReflectionTestUtils.invokeMethod(context.getBean("roundKeeper"), "keep");
        signIn("alder");
        open("check-in/" + round.number());
        assertThat(page()).contains("became emeritus on 16 Dec 2026, by choice");

        _click(_get(Button.class, spec -> spec.withText("Take it back")));
        assertThat(page()).contains("Choose a member.");
        var who = _find(Select.class).stream()
                .filter(select -> "Became emeritus by mistake".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
        choose(who);
        enter(_get(TextField.class, spec -> spec.withLabel("Why it is taken back")), "A slip of the hand.");
        _click(_get(Button.class, spec -> spec.withText("Take it back")));

        assertThat(page()).contains("taken back: A slip of the hand.");
    }

    @SuppressWarnings("unchecked")
    private static void choose(Select<?> select) {
        var any = (Select<Object>) select;
        any.setValue(any.getListDataView().getItem(0));
    }

    @Test
    void recordsAnAnnouncement() {
        round("yearly");
        signIn("alder");
        open("check-in");

        enter(
                _get(TextField.class, spec -> spec.withLabel("Link, or where it can be found")),
                "https://chat.example.org/1");
        _click(_get(Button.class, spec -> spec.withText("Record it")));

        assertThat(page()).contains("given on chat");
    }

    @Test
    void isOnTheDeskOfThoseItAsks() {
        round("yearly");
        signIn("birch");
        open("");
        assertThat(page()).contains("Are you staying active in core?");

        press(_find(NativeButton.class).getFirst());

        assertThat(page()).doesNotContain("Are you staying active in core?");
        signOut();
        open("");
        assertThat(page()).doesNotContain("Are you staying active in core?");
    }

    @Test
    void knowsNoOtherAddress() {
        for (String number : new String[] {"4711", "x", "-1"}) {
            open("check-in/" + number);
            assertThat(page()).contains("There is no check-in");
        }
    }
}
