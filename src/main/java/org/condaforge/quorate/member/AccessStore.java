package org.condaforge.quorate.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.store.Utc;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// The tables of systems and of who holds what.
@Component
class AccessStore {

    private static final String SYSTEMS = """
            SELECT s.id, s.name, s.kind, s.managed_at,
                   (SELECT COUNT(*) FROM access_grant g WHERE g.system_id = s.id AND g.held = 1) AS holders
            FROM access_system s
            """;

    private static final String GRANTS = """
            SELECT g.id, g.system_id, s.name AS system_name, g.member_id, m.login, m.name, st.standing, g.since,
                   g.granted_by, g.granted_at, g.revoked_by, g.revoked_at
            FROM access_grant g JOIN access_system s ON s.id = g.system_id JOIN member m ON m.id = g.member_id
                 LEFT JOIN member_standing st ON st.member_id = m.id AND st.since <= :day
                      AND (st.until IS NULL OR st.until > :day)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AccessStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<AccessSystem> systems() {
        return jdbc.sql(SYSTEMS + "ORDER BY s.name_key")
                .query((row, i) -> system(row))
                .list();
    }

    Optional<AccessSystem> system(AccessSystem.Id id) {
        return jdbc.sql(SYSTEMS + "WHERE s.id = :id")
                .param("id", id.number())
                .query((row, i) -> system(row))
                .optional();
    }

    private static AccessSystem system(ResultSet row) throws SQLException {
        return new AccessSystem(
                new AccessSystem.Id(row.getLong("id")),
                row.getString("name"),
                AccessKind.valueOf(row.getString("kind")),
                row.getString("managed_at"),
                row.getInt("holders"));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    AccessSystem.Id add(String name, AccessKind kind, String managedAt) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            INSERT INTO access_system (name, name_key, kind, managed_at)
                            VALUES (:name, :key, :kind, :managed)""")
                    .param("name", name)
                    .param("key", key(name))
                    .param("kind", kind.name())
                    .param("managed", managedAt)
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw known(name);
        }
        return new AccessSystem.Id(Objects.requireNonNull(key.getKey()).longValue());
    }

    boolean change(AccessSystem.Id id, String name, AccessKind kind, String managedAt) {
        try {
            return jdbc.sql("""
                                    UPDATE access_system SET name = :name, name_key = :key, kind = :kind, managed_at = :managed
                                    WHERE id = :id""")
                            .param("name", name)
                            .param("key", key(name))
                            .param("kind", kind.name())
                            .param("managed", managedAt)
                            .param("id", id.number())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw known(name);
        }
    }

    private static AccessRefused known(String name) {
        return new AccessRefused("There is a system called %s already; names do not differ by case.".formatted(name));
    }

    /// What is held now: of a system or of a member, by name.
    List<AccessGrant> heldOf(AccessSystem.Id system, LocalDate today) {
        return grants("WHERE g.system_id = :of AND g.held = 1 ORDER BY m.name, m.login_key", system.number(), today);
    }

    /// What members held of a system before, the last that was revoked first.
    List<AccessGrant> formerOf(AccessSystem.Id system, LocalDate today, int most) {
        return grants(
                "WHERE g.system_id = :of AND g.held IS NULL ORDER BY g.revoked_at DESC, g.id DESC LIMIT " + most,
                system.number(),
                today);
    }

    List<AccessGrant> heldBy(MemberId member, LocalDate today) {
        return grants("WHERE g.member_id = :of AND g.held = 1 ORDER BY s.name_key", member.number(), today);
    }

    /// Every grant, by system and member, in one statement.
    List<AccessGrant> everything(LocalDate today) {
        return grants("WHERE :of = 0 ORDER BY s.name_key, m.login_key, g.id", 0, today);
    }

    Optional<AccessGrant> grant(AccessGrant.Id id, LocalDate today) {
        return grants("WHERE g.id = :of", id.number(), today).stream().findFirst();
    }

    private List<AccessGrant> grants(String where, long of, LocalDate today) {
        return jdbc.sql(GRANTS + where)
                .param("of", of)
                .param("day", today)
                .query((row, i) -> grant(row))
                .list();
    }

    private static AccessGrant grant(ResultSet row) throws SQLException {
        Optional<Instant> revokedAt = Utc.maybeInstant(row, "revoked_at");
        String revokedBy = Objects.requireNonNullElse(row.getString("revoked_by"), "");
        return new AccessGrant(
                new AccessGrant.Id(row.getLong("id")),
                new AccessSystem.Id(row.getLong("system_id")),
                row.getString("system_name"),
                new MemberService.Person(
                        new MemberId(row.getLong("member_id")), row.getString("login"), row.getString("name")),
                Optional.ofNullable(row.getString("standing")).map(Standing::valueOf),
                Utc.maybeDate(row, "since"),
                row.getString("granted_by"),
                Utc.instant(row, "granted_at"),
                revokedAt.map(at -> new AccessGrant.Revoked(revokedBy, at)));
    }

    /// Records that the member holds it.
    ///
    /// @throws DuplicateKeyException where they do already
    void give(AccessSystem.Id system, MemberId member, Optional<LocalDate> since, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO access_grant (system_id, member_id, since, granted_by, granted_at, held)
                        VALUES (:system, :member, :since, :by, :at, 1)""")
                .param("system", system.number())
                .param("member", member.number())
                .param("since", since.orElse(null))
                .param("by", by)
                .param("at", Utc.column(at))
                .update();
    }

    /// What a member is recorded to hold.
    record Giving(AccessSystem.Id system, MemberId member, Optional<LocalDate> since) {}

    /// Records all of them at once; none is held yet.
    void give(List<Giving> giving, String by, Instant at) {
        batches.batchUpdate(
                """
                INSERT INTO access_grant (system_id, member_id, since, granted_by, granted_at, held)
                VALUES (?, ?, ?, ?, ?, 1)""",
                giving.stream()
                        .map(one -> new @Nullable Object[] {
                            one.system().number(),
                            one.member().number(),
                            one.since().orElse(null),
                            by,
                            Utc.column(at)
                        })
                        .toList());
    }

    /// Records that it is held no longer; whether it was held until now.
    boolean revoke(AccessSystem.Id system, MemberId member, String by, Instant at) {
        return jdbc.sql("""
                                UPDATE access_grant SET held = NULL, revoked_by = :by, revoked_at = :at
                                WHERE system_id = :system AND member_id = :member AND held = 1""")
                        .param("by", by)
                        .param("at", Utc.column(at))
                        .param("system", system.number())
                        .param("member", member.number())
                        .update()
                == 1;
    }
}
