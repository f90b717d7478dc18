package org.condaforge.quorate.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How votes were called and amended, as people look at it. Of a sensitive vote it tells members of core only. Changes
/// nothing.
@Service
@Transactional(readOnly = true)
public class CallReader {

    private final CallStore store;
    private final Callers callers;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallReader(CallStore store, Callers callers, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.callers = callers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// How that vote was called; empty where the reader may not know, or nobody called it here.
    public Optional<CalledVote> of(VoteSummary vote) {
        boolean mayKnow = vote.classification() == Classification.STANDARD
                || callers.person().flatMap(SignedIn::standing).isPresent();
        return mayKnow && vote.terms().isPresent() ? Optional.of(read(vote)) : Optional.empty();
    }

    private CalledVote read(VoteSummary vote) {
        long id = vote.id().number();
        List<CalledVote.Statement> statements = jdbc.sql(
                        "SELECT asked, stated FROM vote_statement WHERE vote_id = :id ORDER BY position")
                .param("id", id)
                .query((row, i) -> new CalledVote.Statement(row.getString("asked"), row.getString("stated")))
                .list();
        List<CalledVote.Amendment> amendments =
                jdbc.sql("""
                        SELECT a.what, a.old_value, a.new_value, a.reason, a.amended_at,
                               COALESCE(m.name, CONCAT('@', a.amended_login)) AS amended_name
                        FROM vote_amendment a LEFT JOIN member m ON m.id = a.amended_by
                        WHERE a.vote_id = :id ORDER BY a.id""").param("id", id).query((row, i) -> amendment(row)).list();
        CalledVote.Rights rights = rights(vote);
        return jdbc.sql("""
                        SELECT c.caller_login, c.about_login, m.login AS member_login, m.name AS member_name,
                               c.text_link, c.text_revision, c.discussion, c.replaces, n.vote_id AS replaced_by
                        FROM vote v
                        LEFT JOIN vote_call c ON c.vote_id = v.id
                        LEFT JOIN member m ON m.id = c.about_member
                        LEFT JOIN vote_call n ON n.replaces = v.id
                        WHERE v.id = :id""")
                .param("id", id)
                .query((row, i) -> called(vote, row, statements, amendments, rights))
                .single();
    }

    private static CalledVote.Amendment amendment(ResultSet row) throws SQLException {
        return new CalledVote.Amendment(
                CalledVote.Amendment.What.valueOf(row.getString("what")),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("reason"),
                row.getString("amended_name"),
                Utc.instant(row, "amended_at"));
    }

    private static CalledVote called(
            VoteSummary vote,
            ResultSet row,
            List<CalledVote.Statement> statements,
            List<CalledVote.Amendment> amendments,
            CalledVote.Rights rights)
            throws SQLException {
        return new CalledVote(
                vote.id(),
                Optional.ofNullable(row.getString("caller_login")),
                about(row),
                new Call.Source(text(row, "text_link"), text(row, "text_revision")),
                text(row, "discussion"),
                statements,
                Utc.maybeLong(row, "replaces").map(VoteId::new),
                Utc.maybeLong(row, "replaced_by").map(VoteId::new),
                amendments,
                rights);
    }

    private static Optional<CalledVote.Person> about(ResultSet row) throws SQLException {
        String member = row.getString("member_login");
        if (member != null) {
            return Optional.of(new CalledVote.Person(member, row.getString("member_name"), true));
        }
        return Optional.ofNullable(row.getString("about_login"))
                .map(login -> new CalledVote.Person(login, "@" + login, false));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private CalledVote.Rights rights(VoteSummary vote) {
        Optional<SignedIn> person = callers.person();
        if (person.isEmpty()) {
            return new CalledVote.Rights(false, false, false, false);
        }
        Instant now = clock.instant();
        boolean mine = store.isCaller(vote.id(), Actor.of(person.get()));
        boolean open = vote.state() == VoteState.OPEN && vote.closesAt().isAfter(now);
        boolean overdue = vote.state() == VoteState.OVERDUE
                && vote.timeOutAt().filter(date -> !date.isAfter(now)).isEmpty();
        boolean keeper = mine || person.get().isSecretary();
        return new CalledVote.Rights(
                mine && (open || overdue),
                keeper && (open || overdue),
                keeper && open,
                vote.takesBallots() ? mine : mine || person.get().isCore());
    }
}
