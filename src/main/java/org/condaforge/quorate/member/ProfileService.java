package org.condaforge.quorate.member;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.store.Utc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What members say of themselves, as far as whoever asks may read it.
@Service
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 5, delay = 20, jitter = 20, multiplier = 2)
public class ProfileService {

    private final JdbcClient jdbc;
    private final CurrentMember currentMember;
    private final Roles roles;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProfileService(
            JdbcClient jdbc, CurrentMember currentMember, Roles roles, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentMember = currentMember;
        this.roles = roles;
        this.clock = clock;
        this.events = events;
    }

    /// The profile of a member, as whoever is at the keyboard may read it.
    ///
    /// @param email present only for the member and for secretaries
    /// @param roles such as "secretary"
    /// @param mine whether it is that of whoever is at the keyboard, who may change it
    public record Seen(Profile profile, Optional<String> email, List<String> roles, boolean mine) {}

    /// The profile of that member; a blank one where they wrote nothing.
    ///
    /// @throws IllegalArgumentException where there is no such member
    @Transactional(readOnly = true)
    public Seen of(MemberId member) {
        Optional<SignedIn> reader = currentMember.signedIn();
        boolean mine = reader.filter(person -> isThat(person, member)).isPresent();
        boolean seesMail = mine || reader.filter(SignedIn::isSecretary).isPresent();
        return jdbc.sql("""
                        SELECT m.login, m.email, p.initials, p.time_zone, p.bio, p.links, p.shown
                        FROM member m LEFT JOIN member_profile p ON p.member_id = m.id WHERE m.id = :member""")
                .param("member", member.number())
                .query((row, i) -> {
                    Profile profile = profile(row);
                    return new Seen(
                            mine ? profile : profile.forOthers(),
                            Optional.ofNullable(row.getString("email")).filter(mail -> seesMail),
                            roles.of(row.getString("login")),
                            mine);
                })
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no member %d.".formatted(member.number())));
    }

    /// On a roster today: whoever is on none changes nothing.
    private static boolean isThat(SignedIn person, MemberId member) {
        return person.standing().isPresent()
                && person.member().filter(member::equals).isPresent();
    }

    private static Profile profile(ResultSet row) throws SQLException {
        String initials = row.getString("initials");
        if (initials == null) {
            return Profile.NONE;
        }
        return new Profile(
                initials,
                Optional.of(row.getString("time_zone"))
                        .filter(name -> !name.isEmpty())
                        .map(ZoneId::of),
                row.getString("bio"),
                row.getString("links")
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .map(URI::create)
                        .toList(),
                row.getBoolean("shown"));
    }

    /// Writes the profile of whoever is at the keyboard.
    ///
    /// @throws NotAllowed when they are on no roster
    public void change(Profile profile) {
        MemberId me = currentMember.requireMember("change a profile");
        jdbc.sql("""
                        INSERT INTO member_profile (member_id, initials, time_zone, bio, links, shown, changed_at)
                        VALUES (:member, :initials, :zone, :bio, :links, :shown, :at)
                        ON DUPLICATE KEY UPDATE initials = VALUES(initials), time_zone = VALUES(time_zone),
                            bio = VALUES(bio), links = VALUES(links), shown = VALUES(shown),
                            changed_at = VALUES(changed_at)""")
                .param("member", me.number())
                .param("initials", profile.initials())
                .param("zone", profile.zone().map(ZoneId::getId).orElse(""))
                .param("bio", profile.bio())
                .param("links", profile.links().stream().map(URI::toString).collect(Collectors.joining("\n")))
                .param("shown", profile.shown())
                .param("at", Utc.column(clock.instant()))
                .update();
        String login =
                Objects.requireNonNull(currentMember.signedIn().orElseThrow().login());
        events.publishEvent(
                new Act(Optional.of(me), clock.instant(), new Act.Subject("member", login), "changed their profile"));
    }
}
