package org.condaforge.quorate.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.RosterArchive;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.RosterName;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.vote.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Rounds by conda-forge's page. No secretary is named here, so each core member is one.
abstract class CheckInContract extends RoundContract {

    @Autowired
    RosterArchive archive;

    @Test
    void asksThoseWhoAreActiveAndTakesTheirAnswersUntilTheEnd() {
        RoundId round = open("yearly");

        assertThat(detail(round).asked())
                .extracting(Asked::login)
                .containsExactly("alder", "ash", "aspen", "beech", "birch", "cedar");
        assertThat(detail(round).round().title()).isEqualTo("Check-in of the year 2026");
        answer("ash", round, Answer.Choice.EMERITUS, Optional.empty());
        answer("ash", round, Answer.Choice.ACTIVE, Optional.empty());
        clock.set(detail(round).round().endsAt().minusNanos(1000));
        answer("aspen", round, Answer.Choice.EMERITUS, Optional.of(LocalDate.of(2026, 9, 1)));

        assertThat(detail(round).answered()).isEqualTo(2);
        assertThat(acts(round))
                .containsExactly(
                        "opened “Check-in of the year 2026”: 6 members are asked, until 2026-03-30",
                        "answered emeritus",
                        "changed the answer to active",
                        "answered emeritus, to be asked again on 2026-09-01");
        clock.set(detail(round).round().endsAt());
        refused("beech", () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.empty()), "ended on 2026-03-30");
    }

    @Test
    void isAnsweredByNobodyElse() {
        RoundId round = open("yearly");
        community.active("yew");

        refused(
                "yew",
                () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.empty()),
                "asks those who were active");
        refused("willow", () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.empty()), "asks those who were");
        refused("nettle", () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.empty()), "Only members of core");
        refused("", () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.empty()), "Sign in to");
        refused(
                "ash",
                () -> checkIns.answer(new RoundId(4711), Answer.Choice.ACTIVE, Optional.empty()),
                "There is no check-in 4711.");
    }

    @Test
    void takesADayOfReturnOnlyWithEmeritusAndAfterItsEnd() {
        RoundId round = open("yearly");
        LocalDate end = LocalDate.of(2026, 3, 30);

        refused(
                "ash",
                () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.of(end.plusDays(1))),
                "leave the date");
        refused("ash", () -> checkIns.answer(round, Answer.Choice.EMERITUS, Optional.of(end)), "after 2026-03-30");
        refused(
                "ash",
                () -> checkIns.answer(round, Answer.Choice.EMERITUS, Optional.of(end.plusYears(11))),
                "within 10 years");
    }

    @Test
    void makesEmeritusByChoiceAndBySilenceAtItsOwnTimeHoweverLateItIsLookedAt() {
        RoundId round = open("yearly");
        answer("alder", round, Answer.Choice.ACTIVE, Optional.empty());
        answer("ash", round, Answer.Choice.EMERITUS, Optional.of(LocalDate.of(2026, 9, 1)));
        Instant end = detail(round).round().endsAt();
        clock.set(end.plus(Duration.ofDays(3)));

        keeper.keep();
        var once = community.everything();
        keeper.keep();

        assertThat(community.everything()).isEqualTo(once);
        assertThat(active()).containsExactly("alder");
        assertThat(detail(round).round().appliedAt()).contains(end);
        assertThat(members.byLogin("ash").orElseThrow().standings().getLast()).satisfies(period -> {
            assertThat(period.since()).isEqualTo(LocalDate.of(2026, 3, 30));
            assertThat(period.source()).endsWith("(Check-in of the year 2026): own answer");
        });
        assertThat(members.byLogin("cedar").orElseThrow().standings().getLast().source())
                .endsWith(": no answer");
        assertThat(acts(round).getLast())
                .isEqualTo("carried out the end: 5 of 6 became emeritus, 1 by choice, 4 by silence");
        SignIn.as("ash");
        assertThat(own.returnsOn()).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void onlyShowsSilenceWhereThePageSaysSo() {
        RoundId round = open("quarterly");
        answer("ash", round, Answer.Choice.EMERITUS, Optional.empty());
        clock.set(detail(round).round().endsAt());

        keeper.keep();

        assertThat(active()).containsExactly("alder", "aspen", "beech", "birch", "cedar");
    }

    @Test
    void waitsForASecretaryWhereThePageSaysSo() {
        RoundId round = openWith(new Asking(Duration.ofDays(7), Silence.EMERITUS, false, false));
        answer("alder", round, Answer.Choice.ACTIVE, Optional.empty());
        refused("alder", () -> checkIns.apply(round), "takes answers until 2026-03-09");
        clock.advance(Duration.ofDays(8));

        keeper.keep();
        assertThat(detail(round).round().state()).isEqualTo(Round.State.OVER);
        assertThat(active()).hasSize(6);
        refused("alder", () -> checkIns.open("yearly"), "Carry out its end first.");
        refused("willow", () -> checkIns.apply(round), "Only secretaries");
        as("alder", () -> checkIns.apply(round));

        assertThat(active()).containsExactly("alder");
        assertThat(members.byLogin("ash").orElseThrow().standings().getLast().since())
                .isEqualTo(LocalDate.of(2026, 3, 10));
        refused("alder", () -> checkIns.apply(round), "was carried out already");
    }

    @Test
    void isRefusedWhileAnotherAsksTheSamePeople() {
        RoundId round = open("quarterly");

        refused(
                "alder",
                () -> checkIns.open("yearly"),
                "“Check-in, first quarter 2026” asks Alder and 5 more already.");
        refused("alder", () -> checkIns.inquire(List.of(id("ash"))), "asks Ash already. Wait for its end");
        clock.set(detail(round).round().endsAt());
        keeper.keep();
        as("alder", () -> checkIns.inquire(List.of(id("ash"))));
        as("alder", () -> checkIns.inquire(List.of(id("aspen"), id("beech"))));

        assertThat(rounds.newest())
                .extracting(Round::title)
                .containsExactly("Inquiry: Aspen and Beech", "Inquiry: Ash", "Check-in, first quarter 2026");
    }

    @Test
    void isRefusedWithoutMembersAndToWhoeverIsNoSecretary() {
        refused("willow", () -> checkIns.open("yearly"), "Only secretaries may open a check-in.");
        refused("alder", () -> checkIns.open("monthly"), "has no cadence monthly");
        refused("alder", () -> checkIns.inquire(List.of(id("willow"))), "Only active members can be asked");
        refused("alder", () -> checkIns.inquire(List.of()), "There is nobody to ask");
        for (String login : active()) {
            as(login, () -> own.becomeEmeritus(Optional.empty()));
        }
        clock.set(Instant.parse("2026-03-03T12:00:00Z"));
        keeper.keep();
        clock.set(Instant.parse("2026-04-01T12:00:00Z"));
        keeper.keep();
        assertThat(rounds.newest()).isEmpty();
    }

    @Test
    void isOpenedByTheScheduleOnceAndNotForWhatWasBefore() {
        keeper.keep();
        clock.set(Instant.parse("2026-04-01T11:59:59Z"));
        keeper.keep();
        assertThat(rounds.newest()).isEmpty();

        clock.set(Instant.parse("2026-04-01T12:00:00Z"));
        keeper.keep();
        keeper.keep();

        assertThat(rounds.newest()).singleElement().satisfies(round -> {
            assertThat(round.title()).isEqualTo("Check-in, second quarter 2026");
            assertThat(round.endsAt()).isEqualTo(Instant.parse("2026-04-29T12:00:00Z"));
        });
        assertThat(rounds.next().values())
                .containsExactly(Instant.parse("2026-07-01T12:00:00Z"), Instant.parse("2027-01-01T12:00:00Z"));
    }

    @Test
    void ofTheYearTakesThePlaceOfTheFirstQuarters() {
        keeper.keep();
        clock.set(Instant.parse("2027-01-01T12:00:00Z"));
        keeper.keep();
        clock.set(Instant.parse("2027-01-30T12:00:00Z"));
        keeper.keep();

        assertThat(rounds.newest()).extracting(Round::title).containsExactly("Check-in of the year 2027");
    }

    @Test
    void thatWasMissedOpensWhenTheApplicationIsBackWithTheWholeTimeToAnswer() {
        keeper.keep();
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        keeper.keep();

        assertThat(rounds.newest()).singleElement().satisfies(round -> {
            assertThat(round.title()).isEqualTo("Check-in, fourth quarter 2026");
            assertThat(round.dueAt()).isEqualTo(Instant.parse("2026-10-01T12:00:00Z"));
            assertThat(round.openedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
            assertThat(round.endsAt()).isEqualTo(Instant.parse("2026-12-18T08:00:00Z"));
        });
    }

    @Test
    void overAQuarterBoundaryLetsTheNextOneWait() {
        keeper.keep();
        clock.set(Instant.parse("2026-03-20T09:00:00Z"));
        RoundId round = open("yearly");
        active().forEach(login -> answer(login, round, Answer.Choice.ACTIVE, Optional.empty()));
        clock.set(Instant.parse("2026-04-02T09:00:00Z"));
        keeper.keep();
        assertThat(rounds.newest()).hasSize(1);

        clock.set(Instant.parse("2026-04-17T09:00:00Z"));
        keeper.keep();

        assertThat(rounds.newest())
                .extracting(Round::title, Round::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Check-in, second quarter 2026", Round.State.OPEN),
                        org.assertj.core.groups.Tuple.tuple("Check-in of the year 2026", Round.State.APPLIED));
        assertThat(active()).hasSize(6);
    }

    @Test
    void leavesOutWhoeverJoinedLeftOrChangedStandingMeanwhile() {
        RoundId round = open("yearly");
        clock.advance(Duration.ofDays(1));
        members.take(new RosterFile.Row("yew", Optional.empty(), "Yew", Map.of(), 1), Standing.ACTIVE, "a decision");
        as("ash", () -> own.becomeEmeritus(Optional.empty()));
        as("aspen", () -> own.becomeEmeritus(Optional.empty()));
        clock.advance(Duration.ofDays(1));
        as("aspen", own::comeBack);
        refused(
                "ash",
                () -> checkIns.answer(round, Answer.Choice.ACTIVE, Optional.empty()),
                "Your standing has changed");
        assertThat(detail(round).asked())
                .filteredOn(asked -> !asked.stillAsked())
                .extracting(Asked::login)
                .containsExactly("ash", "aspen");
        clock.set(detail(round).round().endsAt());

        keeper.keep();

        assertThat(active()).containsExactly("aspen", "yew");
        assertThat(detail(round).asked())
                .filteredOn(asked -> asked.change().isPresent())
                .extracting(Asked::login)
                .containsExactly("alder", "beech", "birch", "cedar");
    }

    @Test
    void leavesOutWhoeverBecameEmeritusBetweenAMissedEndAndNow() {
        RoundId round = open("yearly");
        clock.set(detail(round).round().endsAt().plus(Duration.ofDays(2)));
        members.take(new RosterFile.Row("ash", Optional.empty(), "Ash", Map.of(), 1), Standing.EMERITUS, "a decision");
        clock.advance(Duration.ofDays(1));

        keeper.keep();

        assertThat(detail(round).asked())
                .filteredOn(asked -> asked.change().isEmpty())
                .extracting(Asked::login)
                .containsExactly("ash");
        assertThat(members.byLogin("ash").orElseThrow().standings().getLast().source())
                .isEqualTo("a decision");
    }

    @Test
    void takesComingBackOnTheDayItOpenedForAnAnswer() {
        RoundId round = open("yearly");
        as("ash", () -> own.becomeEmeritus(Optional.empty()));
        as("ash", own::comeBack);
        clock.set(detail(round).round().endsAt());

        keeper.keep();

        assertThat(active()).containsExactly("ash");
        assertThat(acts(round)).contains("answered active by coming back");
    }

    @Test
    void canBeTakenBackForEachMemberWhileItIsRecent() {
        RoundId round = open("yearly");
        answer("alder", round, Answer.Choice.ACTIVE, Optional.empty());
        Instant end = detail(round).round().endsAt();
        clock.set(end);
        keeper.keep();
        clock.set(end.plus(Duration.ofDays(2)));

        refused("alder", () -> checkIns.undo(round, id("ash"), " "), "Say why");
        refused("willow", () -> checkIns.undo(round, id("ash"), "Ill."), "Only secretaries");
        refused("alder", () -> checkIns.undo(round, id("alder"), "Ill."), "did not change the standing of Alder");
        as("alder", () -> checkIns.undo(round, id("ash"), "Was ill, see the mail."));
        refused("alder", () -> checkIns.undo(round, id("ash"), "Ill."), "or it was taken back already");
        as("aspen", own::comeBack);
        refused("alder", () -> checkIns.undo(round, id("aspen"), "Ill."), "The standing of Aspen has changed since.");

        assertThat(active()).containsExactly("alder", "ash", "aspen");
        assertThat(members.byLogin("ash").orElseThrow().standings().getLast().source())
                .endsWith("taken back: Was ill, see the mail.");
        assertThat(acts(round).getLast()).isEqualTo("took back that Ash became emeritus: Was ill, see the mail.");
        clock.set(end.plus(Round.RECENT));
        refused("alder", () -> checkIns.undo(round, id("beech"), "Ill."), "ended more than 28 days ago");
    }

    @Test
    void letsAnEmeritusMemberComeBackByOneClick() {
        as("willow", own::comeBack);

        assertThat(active()).contains("willow");
        assertThat(members.byLogin("willow").orElseThrow().standings()).hasSize(2);
        assertThatThrownBy(() -> as("willow", own::comeBack))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("You are active already.");
        refused("nettle", own::comeBack, "Only members of core");
        refused("willow", () -> own.bringBack(id("ash"), "Back."), "Only an emeritus member");
    }

    @Test
    void isAnnouncedAndSaysWhichNoticesWereGiven() {
        RoundId round = open("yearly");
        as("alder", () -> checkIns.announce(round, Channel.CHAT, clock.instant(), "https://chat.example.org/1"));

        refused("alder", () -> checkIns.announce(round, Channel.CHAT, clock.instant(), "again"), "on record already");
        refused("alder", () -> checkIns.announce(round, Channel.MAIL, clock.instant(), " "), "Give a link");
        refused(
                "alder",
                () -> checkIns.announce(round, Channel.MAIL, clock.instant().plusSeconds(1), "x"),
                "once it is");
        refused("willow", () -> checkIns.announce(round, Channel.MAIL, clock.instant(), "x"), "Only secretaries");
        assertThat(detail(round).notices()).hasSize(1);
    }

    @Test
    void waitsForMyAnswerOnlyWhileItAsksMe() {
        RoundId round = open("yearly");

        assertThat(forMe("ash")).contains(round);
        assertThat(forMe("willow")).isEmpty();
        assertThat(forMe("")).isEmpty();
        clock.set(detail(round).round().endsAt());
        assertThat(forMe("ash")).isEmpty();
    }

    @Test
    void happensOnceWhenSeveralNodesLookAtTheSameMoment() throws Exception {
        keeper.keep();
        clock.set(Instant.parse("2026-04-01T12:00:00Z"));
        together(keeper::look);
        assertThat(rounds.newest()).hasSize(1);
        RoundId round = rounds.newest().getFirst().id();
        answer("ash", round, Answer.Choice.EMERITUS, Optional.empty());
        clock.set(detail(round).round().endsAt());
        together(keeper::look);

        assertThat(acts(round))
                .containsExactly(
                        "opened “Check-in, second quarter 2026”: 6 members are asked, until 2026-04-29",
                        "answered emeritus",
                        "carried out the end: 1 of 6 became emeritus, 1 by choice, 0 by silence");
        assertThat(members.byLogin("ash").orElseThrow().standings()).hasSize(2);
    }

    @Test
    void isOpenedOnceWhenSeveralSecretariesDoAtTheSameMoment() throws Exception {
        together(() -> {
            SignIn.as("alder");
            try {
                checkIns.open("yearly");
            } catch (CheckInRefused e) {
                assertThat(e.getMessage()).containsIgnoringCase("check-in");
            } finally {
                SignIn.out();
            }
        });

        assertThat(rounds.newest()).hasSize(1);
        assertThat(community.count("check_in_asked", "1 = 1")).isEqualTo(6);
    }

    private static void together(Runnable act) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Object> done : pool.invokeAll(Collections.nCopies(4, Executors.callable(act)))) {
                done.get();
            }
        }
    }

    @Test
    void isFollowedByTheRosterFiles() {
        archive.take(List.of(
                file("2026-03-01-core.csv", "login,name\nalder,Alder\nash,Ash\naspen,Aspen\n"),
                file("2026-03-01-emeritus.csv", "login,name\nwillow,Willow\n")));
        as("ash", () -> own.becomeEmeritus(Optional.empty()));
        as("willow", own::comeBack);

        assertThat(archive.today(Standing.ACTIVE).orElseThrow())
                .startsWith("login,name\n")
                .contains("willow,Willow\n")
                .doesNotContain("ash,");
        assertThat(archive.today(Standing.EMERITUS).orElseThrow())
                .contains("ash,Ash\n")
                .doesNotContain("willow");
    }

    private static RosterArchive.Brought file(String name, String text) {
        return new RosterArchive.Brought(RosterName.of(name).orElseThrow(), "members/" + name, name, text);
    }

    private Optional<RoundId> forMe(String login) {
        sign(login);
        Optional<RoundId> found = rounds.forMe().map(detail -> detail.round().id());
        SignIn.out();
        return found;
    }

    private List<String> active() {
        return members.roster().active().stream().map(Roster.Entry::login).toList();
    }

    private MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    private void refused(String login, ThrowingCallable act, String reason) {
        sign(login);
        var before = community.everything();
        assertThatThrownBy(act).hasMessageContaining(reason);
        assertThat(community.everything()).isEqualTo(before);
        SignIn.out();
    }
}
