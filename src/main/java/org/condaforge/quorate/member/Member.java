package org.condaforge.quorate.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/// A person of core with every standing they had, oldest first. Logins do not differ by case.
@Table("member")
public record Member(
        @Id @Column("id") @Nullable Long number,
        @Version @Nullable Long version,
        String login,
        String loginKey,
        String name,
        @Nullable String email,

        @MappedCollection(idColumn = "member_id", keyColumn = "position")
        List<StandingPeriod> standings) {

    public Member {
        standings = List.copyOf(standings);
    }

    static Member called(String login, String name, @Nullable String email) {
        return new Member(null, null, login, key(login), name, email, List.of());
    }

    static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /// The id of a member that is stored.
    public MemberId id() {
        return new MemberId(Objects.requireNonNull(number, "not stored yet"));
    }

    /// What the member was on that day, if anything.
    public Optional<Standing> standingOn(LocalDate day) {
        return standings.stream()
                .filter(period -> period.holdsOn(day))
                .map(StandingPeriod::standing)
                .findFirst();
    }

    Optional<StandingPeriod> current() {
        return standings.isEmpty() || standings.getLast().until() != null
                ? Optional.empty()
                : Optional.of(standings.getLast());
    }

    /// From that day on this standing; the one before ends. Nothing changes where it holds already.
    Member standing(Standing standing, LocalDate since, boolean exact, String source) {
        if (current().map(StandingPeriod::standing).filter(standing::equals).isPresent()) {
            return this;
        }
        List<StandingPeriod> periods = new ArrayList<>(standings);
        current().ifPresent(period -> periods.set(periods.size() - 1, period.endedOn(since)));
        periods.add(new StandingPeriod(standing, since, exact, null, source));
        return new Member(number, version, login, loginKey, name, email, periods);
    }

    /// The same for those who may not know the address; not for storing.
    Member withoutEmail() {
        return new Member(number, version, login, loginKey, name, null, standings);
    }

    Member left(LocalDate day) {
        List<StandingPeriod> periods = new ArrayList<>(standings);
        current().ifPresent(period -> periods.set(periods.size() - 1, period.endedOn(day)));
        return new Member(number, version, login, loginKey, name, email, periods);
    }

    Member stood(List<StandingPeriod> periods) {
        return new Member(number, version, login, loginKey, name, email, periods);
    }

    Member known(String newLogin, String newName, @Nullable String newEmail) {
        return new Member(number, version, newLogin, key(newLogin), newName, newEmail, standings);
    }
}
