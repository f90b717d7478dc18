package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.condaforge.quorate.rule.Choice.YES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.PolicyPage;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.support.SqlCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whose roster makes the quorum: of the opening, or, where the page says so, of the closing.
abstract class RosterDateContract extends VotingContract {

    private static final Instant END = START.plus(Duration.ofDays(7));

    @Autowired
    VoteRosters rosters;

    @Autowired
    MemberService members;

    /// The shipped page of conda-forge, or an edition of it that counts by the roster of the closing.
    static Policy page(RosterDate roster) {
        Policy shipped = Policies.shipped().stream()
                .filter(policy -> policy.name().equals("conda-forge"))
                .findFirst()
                .orElseThrow();
        return switch (roster) {
            case OPENING -> shipped;
            case CLOSING ->
                PolicyPage.read(shipped.page().replace("roster: opening", "roster: closing"), "edited page");
        };
    }

    private VoteId open(RosterDate roster, String title) {
        return archive.lay(new VoteArchive.Entry(
                page(roster),
                new Call("conda-forge", "other", Optional.empty(), title, "Green.", END, ""),
                members.rosterEntry("alder").orElseThrow().id(),
                clock.instant(),
                List.of()));
    }

    private void becomes(Standing standing, String... logins) {
        for (String login : logins) {
            String name = members.byLogin(login).orElseThrow().name();
            members.take(new RosterFile.Row(login, Optional.empty(), name, Map.of(), 1), standing, "core.csv");
        }
    }

    private void closeAt(Instant instant) {
        clock.set(instant);
        closer.closeDue();
    }

    private void assertRoster(VoteId vote, int active, int emeritus, int quorum) {
        VoteSummary.Terms terms = summary(vote).terms().orElseThrow();
        assertThat(List.of(terms.active(), terms.emeritus(), terms.quorum())).containsExactly(active, emeritus, quorum);
        assertThat(reader.detail(vote).orElseThrow().summary().terms()).contains(terms);
        assertThat(reader.list(VoteReader.Filter.ALL, new Page.Request(0, 50)).items())
                .filteredOn(row -> row.id().equals(vote))
                .singleElement()
                .satisfies(row -> assertThat(row.terms()).contains(terms));
    }

    @Test
    void aVoteByTheRosterOfItsClosingFollowsTheRosterUntilThen() {
        VoteId byOpening = open(RosterDate.OPENING, "Paint it");
        VoteId byClosing = open(RosterDate.CLOSING, "Paint the other");
        cast(byOpening, YES, YES, YES, YES);
        cast(byClosing, YES, YES, YES, YES);
        assertRoster(byClosing, 10, 2, 5);

        clock.advance(Duration.ofDays(3));
        becomes(Standing.EMERITUS, "cypress", "dogwood");

        assertRoster(byOpening, 10, 2, 5);
        assertRoster(byClosing, 8, 4, 4);
        closeAt(END);
        assertThat(summary(byOpening).state()).isEqualTo(VoteState.OVERDUE);
        assertThat(summary(byClosing).result()).contains(Result.PASSED);
        assertRoster(byClosing, 8, 4, 4);
    }

    @Test
    void isFrozenOnceItHasEnded() {
        VoteId vote = open(RosterDate.CLOSING, "Paint it");
        cast(vote, YES, YES, YES, YES, YES);
        closeAt(END);

        clock.advance(Duration.ofDays(1));
        becomes(Standing.EMERITUS, "alder", "ash", "aspen");

        assertRoster(vote, 10, 2, 5);
        assertThat(summary(vote).result()).contains(Result.PASSED);
    }

    @Test
    void takesTheRosterOfTheEndHoweverMuchLaterItIsClosed() {
        VoteId vote = open(RosterDate.CLOSING, "Paint it");
        cast(vote, YES, YES, YES, YES);
        clock.set(END.plus(Duration.ofDays(2)));
        becomes(Standing.EMERITUS, "cypress", "dogwood", "cedar", "beech");

        closer.closeDue();

        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertRoster(vote, 6, 6, 3);
        closeAt(END.plus(VoteEnding.LAPSE));
        assertThat(summary(vote).result()).contains(Result.INQUORATE);
        assertRoster(vote, 6, 6, 3);
    }

    @Test
    void countsWhoCameBackToo() {
        VoteId vote = open(RosterDate.CLOSING, "Paint it");
        cast(vote, YES, YES, YES, YES, YES);
        clock.advance(Duration.ofDays(1));
        becomes(Standing.ACTIVE, "willow", "yew");

        closeAt(END);

        assertThat(summary(vote).state()).isEqualTo(VoteState.OVERDUE);
        assertRoster(vote, 12, 0, 6);
    }

    private List<String> kept(VoteId vote, Standing standing) {
        return rosters.of(vote).orElseThrow().all().stream()
                .filter(entry -> entry.standing() == standing)
                .map(Roster.Entry::login)
                .toList();
    }

    @Test
    void keepsWhoWasOnTheRosterByName() {
        VoteId byOpening = open(RosterDate.OPENING, "Paint it");
        VoteId byClosing = open(RosterDate.CLOSING, "Paint the other");
        VoteId called = called(approval());
        cast(byOpening, YES, YES, YES, YES, YES);
        cast(byClosing, YES, YES, YES, YES, YES);
        List<String> before = kept(called, Standing.ACTIVE);
        assertThat(before).hasSize(10).contains("alder", "cypress");
        assertThat(kept(called, Standing.EMERITUS)).containsExactly("willow", "yew");
        assertThat(kept(byClosing, Standing.ACTIVE)).isEqualTo(before);

        clock.advance(Duration.ofDays(3));
        becomes(Standing.EMERITUS, "cypress", "dogwood");
        closeAt(END);

        assertThat(kept(byOpening, Standing.ACTIVE)).isEqualTo(before);
        assertThat(kept(byClosing, Standing.ACTIVE)).hasSize(8).doesNotContain("cypress", "dogwood");
        assertThat(kept(byClosing, Standing.EMERITUS)).containsExactly("cypress", "dogwood", "willow", "yew");
        assertThat(rosters.of(byOpening).orElseThrow().day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(rosters.of(byClosing).orElseThrow().day()).isEqualTo(LocalDate.ofInstant(END, ZoneOffset.UTC));
        assertThat(rosters.of(new VoteId(999_999))).isEmpty();
    }

    @Test
    void listsAskForTheRosterOnce() {
        open(RosterDate.CLOSING, "Paint it");
        Runnable list = () -> reader.list(VoteReader.Filter.ALL, new Page.Request(0, 50));
        List<String> one = SqlCount.of(list);
        for (int i = 0; i < 20; i++) {
            open(RosterDate.CLOSING, "Paint tree " + i);
        }

        assertThat(SqlCount.of(list)).hasSameSizeAs(one).hasSize(4);
    }
}
