package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

abstract class MemberStoreContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Members repository;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void empty() {
        community.clear();
    }

    private static RosterFile.Row row(String login, String name) {
        return new RosterFile.Row(login, Optional.of(login + "@example.org"), name, Map.of(), 1);
    }

    @Test
    void aMemberComesBackAsSaved() {
        var standings = List.of(
                new StandingPeriod(Standing.ACTIVE, LocalDate.of(2019, 1, 1), false, LocalDate.of(2021, 5, 6), "old"),
                new StandingPeriod(Standing.EMERITUS, LocalDate.of(2021, 5, 6), true, LocalDate.of(2022, 1, 1), "vote"),
                new StandingPeriod(Standing.ACTIVE, LocalDate.of(2022, 1, 1), true, null, "back 🌲"));
        Member saved = repository.save(
                new Member(null, null, "Alder", "alder", "Alder Ēlm 木", "alder@example.org", standings));

        assertThat(repository.findById(Objects.requireNonNull(saved.number()))).contains(saved);
        assertThat(members.byLogin(" ALDER ")).contains(saved.withoutEmail());
        assertThat(saved.standingOn(LocalDate.of(2021, 5, 6))).contains(Standing.EMERITUS);
        Member changed = repository.save(saved.left(TODAY));
        assertThat(changed.version()).isEqualTo(Objects.requireNonNull(saved.version()) + 1);
        assertThat(repository.findAll()).containsExactly(changed);
    }

    @Test
    void whoeverAsksForAMemberLearnsNoAddress() {
        repository.save(Member.called("alder", "Alder", "alder@example.org"));

        assertThat(members.byLogin("alder").orElseThrow().email()).isNull();
        assertThat(String.valueOf(members.byLogin("alder"))).doesNotContain("example.org");
        members.take(row("alder", "Alder"), Standing.ACTIVE, "core.csv");
        assertThat(members.byLogin("alder").orElseThrow().standings()).hasSize(1);
    }

    @Test
    void aStaleMemberIsRefused() {
        Member saved = repository.save(Member.called("alder", "Alder", null));
        repository.save(saved.known("alder", "Alder B.", null));

        assertThatThrownBy(() -> repository.save(saved.known("alder", "Alder C.", null)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(members.everybody())
                .singleElement()
                .extracting(MemberService.Person::name)
                .isEqualTo("Alder B.");
    }

    @Test
    void aLoginIsOnePerson() {
        repository.save(Member.called("alder", "Alder", null));

        assertThatThrownBy(() -> repository.save(Member.called("ALDER", "Another", null)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theRosterOfADayHoldsThoseWhoWereOnItThatDay() {
        community.active(3);
        community.emeritus("willow");
        members.add(
                "yew",
                "Yew",
                List.of(
                        new StandingPeriod(Standing.ACTIVE, LocalDate.of(2020, 1, 1), true, TODAY, "a"),
                        new StandingPeriod(Standing.EMERITUS, TODAY, true, null, "b")));

        assertThat(members.rosterOn(TODAY.minusDays(1)).active()).hasSize(4);
        Roster roster = members.roster();
        assertThat(roster.day()).isEqualTo(TODAY);
        assertThat(roster.active()).extracting(Roster.Entry::name).containsExactly("Alder", "Ash", "Aspen");
        assertThat(roster.emeritus()).extracting(Roster.Entry::login).containsExactly("willow", "yew");
        assertThat(members.rosterOn(LocalDate.of(2018, 1, 1)).all()).isEmpty();
        assertThat(members.rosterEntry("YEW"))
                .get()
                .extracting(Roster.Entry::standing)
                .isEqualTo(Standing.EMERITUS);
        assertThat(members.rosterEntry("nettle")).isEmpty();
    }

    @Test
    void readingARosterAgainChangesNothing() {
        assertThat(members.take(row("Alder", "Alder A."), Standing.ACTIVE, "core.csv"))
                .isEqualTo(MemberService.Change.NEW);
        var before = community.everything();
        clock.advance(Duration.ofDays(3));

        assertThat(members.take(row("Alder", "Alder A."), Standing.ACTIVE, "core.csv"))
                .isEqualTo(MemberService.Change.UNCHANGED);
        assertThat(community.everything()).isEqualTo(before);
    }

    @Test
    void aChangeOfStandingIsKeptWithItsDayAndInTheJournal() {
        members.take(row("alder", "Alder"), Standing.ACTIVE, "core.csv");
        clock.advance(Duration.ofDays(30));
        members.take(row("alder", "Alder"), Standing.EMERITUS, "emeritus.csv");

        Member alder = members.byLogin("alder").orElseThrow();
        assertThat(alder.standings())
                .containsExactly(
                        new StandingPeriod(Standing.ACTIVE, TODAY, false, TODAY.plusDays(30), "core.csv"),
                        new StandingPeriod(Standing.EMERITUS, TODAY.plusDays(30), true, null, "emeritus.csv"));
        assertThat(community.count("journal", "subject_kind = 'member' AND member_id IS NULL"))
                .isEqualTo(1);
    }
}
