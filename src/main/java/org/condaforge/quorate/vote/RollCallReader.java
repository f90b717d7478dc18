package org.condaforge.quorate.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the roll call of a vote says besides its ballots: who recused themselves, which ballots a secretary
/// entered, and what was said before. Changes nothing.
@Service
@Transactional(readOnly = true)
public class RollCallReader {

    private final JdbcClient jdbc;
    private final CurrentMember currentMember;

    RollCallReader(JdbcClient jdbc, CurrentMember currentMember) {
        this.jdbc = jdbc;
        this.currentMember = currentMember;
    }

    /// What the person at the keyboard may read of it: of a sensitive vote the recusals, and only members of
    /// core.
    public RollCallNotes of(VoteSummary vote) {
        if (vote.isPublic()) {
            return withHistory(vote.id());
        }
        boolean member = currentMember.signedIn().flatMap(SignedIn::standing).isPresent();
        return member ? new RollCallNotes(recused(vote.id()), Map.of(), Map.of()) : RollCallNotes.NONE;
    }

    private List<RollCallNotes.Recusal> recused(VoteId vote) {
        return jdbc.sql("""
                        SELECT r.member_id, m.login, m.name, r.reason, r.recused_at
                        FROM recusal r JOIN member m ON m.id = r.member_id
                        WHERE r.vote_id = :id ORDER BY m.name, m.login_key""")
                .param("id", vote.number())
                .query((row, i) -> new RollCallNotes.Recusal(
                        new MemberId(row.getLong("member_id")),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("reason"),
                        Utc.instant(row, "recused_at")))
                .list();
    }

    private RollCallNotes withHistory(VoteId vote) {
        Map<MemberId, List<RollCallNotes.Earlier>> said = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT h.member_id, h.choice, h.comment, h.given, h.said_at, s.login, s.name
                        FROM ballot_history h LEFT JOIN member s ON s.id = h.entered_by
                        WHERE h.vote_id = :id ORDER BY h.id DESC""").param("id", vote.number()).query(row -> {
            said.computeIfAbsent(new MemberId(row.getLong("member_id")), m -> new ArrayList<>())
                    .add(earlier(row));
        });
        Map<MemberId, RollCallNotes.Entered> entered = new HashMap<>();
        Map<MemberId, List<RollCallNotes.Earlier>> earlier = new HashMap<>();
        said.forEach((member, all) -> {
            all.getFirst().entered().ifPresent(by -> entered.put(member, by));
            if (all.size() > 1) {
                earlier.put(member, List.copyOf(all.subList(1, all.size())));
            }
        });
        return new RollCallNotes(recused(vote), Map.copyOf(entered), Map.copyOf(earlier));
    }

    private static RollCallNotes.Earlier earlier(ResultSet row) throws SQLException {
        String given = row.getString("given");
        return new RollCallNotes.Earlier(
                Optional.ofNullable(row.getString("choice")).map(Choice::valueOf),
                row.getString("comment"),
                given == null
                        ? Optional.empty()
                        : Optional.of(new RollCallNotes.Entered(
                                Given.valueOf(given), row.getString("login"), row.getString("name"))),
                Utc.instant(row, "said_at"));
    }
}
