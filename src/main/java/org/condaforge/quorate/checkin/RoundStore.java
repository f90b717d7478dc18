package org.condaforge.quorate.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.policy.CheckInPolicy.Asking;
import org.condaforge.quorate.policy.CheckInPolicy.Silence;
import org.condaforge.quorate.store.Utc;
import org.condaforge.quorate.vote.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// Rounds in the database. Works in the transaction of its caller.
@Component
class RoundStore {

    private static final String COLUMNS = """
            SELECT r.id, r.kind, r.policy, r.cadence, r.title, r.due_at, r.opened_at, r.ends_at, r.silence, r.by_itself,
                   r.notices, r.state, r.applied_at
            FROM check_in_round r
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RoundStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                new RoundId(row.getLong("id")),
                Round.Kind.valueOf(row.getString("kind")),
                row.getString("policy"),
                Optional.ofNullable(row.getString("cadence")),
                row.getString("title"),
                Utc.instant(row, "due_at"),
                Utc.instant(row, "opened_at"),
                Utc.instant(row, "ends_at"),
                Silence.valueOf(row.getString("silence")),
                row.getBoolean("by_itself"),
                row.getBoolean("notices"),
                Round.State.valueOf(row.getString("state")),
                Utc.maybeInstant(row, "applied_at"));
    }

    /// The newest rounds first, at most so many.
    List<Round> newest(int most) {
        return jdbc.sql(COLUMNS + "ORDER BY r.opened_at DESC, r.id DESC LIMIT :most")
                .param("most", most)
                .query((row, i) -> round(row))
                .list();
    }

    Optional<Round> round(RoundId id) {
        return jdbc.sql(COLUMNS + "WHERE r.id = :id")
                .param("id", id.number())
                .query((row, i) -> round(row))
                .optional();
    }

    /// The round, whose row nobody else changes until the transaction ends.
    Optional<Round> held(RoundId id) {
        return jdbc.sql(COLUMNS + "WHERE r.id = :id FOR UPDATE")
                .param("id", id.number())
                .query((row, i) -> round(row))
                .optional();
    }

    /// The rounds that are not applied yet and in which that member is asked; at most one.
    Optional<Round> asking(MemberId member) {
        return jdbc.sql(COLUMNS + "JOIN check_in_asked a ON a.round_id = r.id WHERE a.asked_now = :member")
                .param("member", member.number())
                .query((row, i) -> round(row))
                .optional();
    }

    /// The rounds whose end has come, in its order.
    List<Round> ended(Instant now) {
        return jdbc.sql(COLUMNS + "WHERE r.state = 'OPEN' AND r.ends_at <= :now ORDER BY r.ends_at, r.id")
                .param("now", Utc.column(now))
                .query((row, i) -> round(row))
                .list();
    }

    /// The rounds that are not applied yet and the names of those of these members whom they ask.
    record Busy(String title, Round.State state, List<String> names) {}

    Optional<Busy> busy(List<MemberId> members) {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        record Row(String title, Round.State state, String name) {}
        List<Row> rows = jdbc.sql("""
                        SELECT r.title, r.state, m.name
                        FROM check_in_asked a JOIN check_in_round r ON r.id = a.round_id JOIN member m ON m.id = a.member_id
                        WHERE a.asked_now IN (:members) ORDER BY r.id, m.name""")
                .param("members", members.stream().map(MemberId::number).toList())
                .query((row, i) -> new Row(
                        row.getString("title"), Round.State.valueOf(row.getString("state")), row.getString("name")))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Busy(
                        rows.getFirst().title(),
                        rows.getFirst().state(),
                        rows.stream().map(Row::name).toList()));
    }

    /// What a round is opened with.
    record Opening(
            Round.Kind kind,
            String policy,
            Optional<String> cadence,
            String title,
            Instant dueAt,
            Instant openedAt,
            Asking asking,
            Optional<MemberId> by) {}

    RoundId add(Opening opening, List<MemberId> asked) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO check_in_round (kind, policy, cadence, title, due_at, opened_at, ends_at, silence,
                                                    by_itself, notices, opened_by, state)
                        VALUES (:kind, :policy, :cadence, :title, :due, :opened, :ends, :silence,
                                :byItself, :notices, :by, 'OPEN')""")
                .param("kind", opening.kind().name())
                .param("policy", opening.policy())
                .param("cadence", opening.cadence().orElse(null))
                .param("title", opening.title())
                .param("due", Utc.column(opening.dueAt()))
                .param("opened", Utc.column(opening.openedAt()))
                .param(
                        "ends",
                        Utc.column(opening.openedAt().plus(opening.asking().timeToAnswer())))
                .param("silence", opening.asking().silence().name())
                .param("byItself", opening.asking().byItself())
                .param("notices", opening.asking().noticesRequired())
                .param("by", opening.by().map(MemberId::number).orElse(null))
                .update(key, "id");
        long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
        batches.batchUpdate(
                "INSERT INTO check_in_asked (round_id, member_id, asked_now) VALUES (?, ?, ?)",
                asked.stream()
                        .map(member -> new Object[] {id, member.number(), member.number()})
                        .toList());
        return new RoundId(id);
    }

    /// Everybody who is asked, by name, with their standing of that day.
    List<Asked> asked(Round round, LocalDate today) {
        LocalDate openedOn = LocalDate.ofInstant(round.openedAt(), ZoneOffset.UTC);
        return jdbc.sql("""
                        SELECT a.member_id, m.login, m.name, s.standing, s.since, a.answer, a.returns_on, a.answered_at,
                               a.became, a.became_on, a.undone_at, a.undone_why
                        FROM check_in_asked a JOIN member m ON m.id = a.member_id
                          LEFT JOIN member_standing s ON s.member_id = a.member_id
                               AND s.since <= :today AND (s.until IS NULL OR s.until > :today)
                        WHERE a.round_id = :id ORDER BY m.name, m.login_key""")
                .param("today", today)
                .param("id", round.id().number())
                .query((row, i) -> new Asked(
                        new MemberId(row.getLong("member_id")),
                        row.getString("login"),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("standing")).map(Standing::valueOf),
                        Utc.maybeDate(row, "since"),
                        openedOn,
                        answer(row),
                        change(row)))
                .list();
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        @Nullable String choice = row.getString("answer");
        return choice == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        Answer.Choice.valueOf(choice),
                        Utc.maybeDate(row, "returns_on"),
                        Utc.instant(row, "answered_at")));
    }

    private static Optional<Asked.Change> change(ResultSet row) throws SQLException {
        @Nullable String became = row.getString("became");
        if (became == null) {
            return Optional.empty();
        }
        String why = row.getString("undone_why");
        return Optional.of(new Asked.Change(
                Asked.How.valueOf(became),
                Utc.maybeDate(row, "became_on").orElseThrow(),
                Utc.maybeInstant(row, "undone_at").map(at -> new Asked.Undone(at, String.valueOf(why)))));
    }

    /// Keeps an answer in the place of the one before; false for a member who is not asked.
    boolean answer(RoundId round, MemberId member, Answer answer) {
        return jdbc.sql("""
                        UPDATE check_in_asked SET answer = :answer, returns_on = :returns, answered_at = :at
                        WHERE round_id = :round AND member_id = :member""")
                        .param("answer", answer.choice().name())
                        .param("returns", answer.returnsOn().orElse(null))
                        .param("at", Utc.column(answer.at()))
                        .param("round", round.number())
                        .param("member", member.number())
                        .update()
                == 1;
    }

    void over(RoundId round) {
        jdbc.sql("UPDATE check_in_round SET state = 'OVER' WHERE id = :id")
                .param("id", round.number())
                .update();
    }

    void applied(RoundId round, Instant at) {
        jdbc.sql("UPDATE check_in_round SET state = 'APPLIED', applied_at = :at WHERE id = :id")
                .param("at", Utc.column(at))
                .param("id", round.number())
                .update();
        jdbc.sql("UPDATE check_in_asked SET asked_now = NULL WHERE round_id = :id")
                .param("id", round.number())
                .update();
    }

    void became(RoundId round, MemberId member, Asked.How how, LocalDate on) {
        jdbc.sql("""
                        UPDATE check_in_asked SET became = :how, became_on = :day
                        WHERE round_id = :round AND member_id = :member""")
                .param("how", how.name())
                .param("day", on)
                .param("round", round.number())
                .param("member", member.number())
                .update();
    }

    void undone(RoundId round, MemberId member, Instant at, String why) {
        jdbc.sql("""
                        UPDATE check_in_asked SET undone_at = :at, undone_why = :why
                        WHERE round_id = :round AND member_id = :member""")
                .param("at", Utc.column(at))
                .param("why", why)
                .param("round", round.number())
                .param("member", member.number())
                .update();
    }

    List<RoundNotice> notices(RoundId round) {
        return jdbc.sql("""
                        SELECT channel, sent_at, note FROM check_in_notice
                        WHERE round_id = :id ORDER BY sent_at, channel""")
                .param("id", round.number())
                .query((row, i) -> new RoundNotice(
                        Channel.valueOf(row.getString("channel")), Utc.instant(row, "sent_at"), row.getString("note")))
                .list();
    }

    void add(RoundId round, RoundNotice notice, Optional<MemberId> by, Instant at) {
        jdbc.sql("""
                        INSERT INTO check_in_notice (round_id, channel, sent_at, note, recorded_by, recorded_at)
                        VALUES (:round, :channel, :sent, :note, :by, :at)""")
                .param("round", round.number())
                .param("channel", notice.channel().name())
                .param("sent", Utc.column(notice.sentAt()))
                .param("note", notice.note())
                .param("by", by.map(MemberId::number).orElse(null))
                .param("at", Utc.column(at))
                .update();
    }
}
