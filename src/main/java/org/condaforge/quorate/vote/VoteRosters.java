package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was on the roster that a vote is counted by, by name. Works in the transaction of its caller.
@Component
public class VoteRosters {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    VoteRosters(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Keeps that roster with the vote, in the place of the one it had.
    void keep(VoteId vote, Roster roster) {
        jdbc.sql("DELETE FROM vote_roster WHERE vote_id = :id")
                .param("id", vote.number())
                .update();
        batches.batchUpdate(
                "INSERT INTO vote_roster (vote_id, member_id, standing) VALUES (?, ?, ?)",
                roster.all().stream()
                        .map(entry -> new Object[] {
                            vote.number(), entry.id().number(), entry.standing().name()
                        })
                        .toList());
    }

    /// The roster that was kept, with the logins and names of today, its day as it is known from the vote; empty for
    /// a vote that kept none.
    public Optional<Roster> of(VoteId vote) {
        record Kept(LocalDate day, Roster.Entry entry) {}
        List<Kept> kept = jdbc.sql("""
                        SELECT r.member_id, r.standing, m.login, m.name, v.roster,
                               v.opens_at, COALESCE(v.time_out_at, v.decided_at) AS ended_at
                        FROM vote_roster r JOIN member m ON m.id = r.member_id JOIN vote v ON v.id = r.vote_id
                        WHERE r.vote_id = :id ORDER BY m.name, m.login_key""")
                .param("id", vote.number())
                .query((row, i) -> {
                    boolean closing = "CLOSING".equals(row.getString("roster"));
                    var opened = Utc.instant(row, "opens_at");
                    var day = closing ? Utc.maybeInstant(row, "ended_at").orElse(opened) : opened;
                    return new Kept(
                            LocalDate.ofInstant(day, ZoneOffset.UTC),
                            new Roster.Entry(
                                    new MemberId(row.getLong("member_id")),
                                    row.getString("login"),
                                    row.getString("name"),
                                    Standing.valueOf(row.getString("standing"))));
                })
                .list();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Roster(
                        kept.getFirst().day(),
                        with(Standing.ACTIVE, kept.stream().map(Kept::entry).toList()),
                        with(Standing.EMERITUS, kept.stream().map(Kept::entry).toList())));
    }

    private static List<Roster.Entry> with(Standing standing, List<Roster.Entry> entries) {
        return entries.stream().filter(entry -> entry.standing() == standing).toList();
    }
}
