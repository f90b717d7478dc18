package org.condaforge.quorate.proposal;

import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.Act;
import org.condaforge.quorate.member.Activity;
import org.condaforge.quorate.member.ActivitySource;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The last proposal that each member wrote, where it has a date and names them by login.
@Component
@Transactional(readOnly = true)
class ProposalActivity implements ActivitySource {

    private final JdbcClient jdbc;

    ProposalActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Activity> last() {
        return jdbc.sql("""
                        SELECT member_id, number, created FROM (
                            SELECT m.id AS member_id, p.number AS number, p.created AS created,
                                   ROW_NUMBER() OVER (PARTITION BY m.id ORDER BY p.created DESC, p.number DESC) AS place
                            FROM proposal p JOIN proposal_author a ON a.proposal = p.number
                              LEFT JOIN renamed_login r ON r.old_key = LOWER(a.login)
                              JOIN member m ON m.login_key = COALESCE(r.login_key, LOWER(a.login))
                            WHERE p.created IS NOT NULL) ranked
                        WHERE place = 1""")
                .query((row, i) -> new Activity(
                        new MemberId(row.getLong("member_id")),
                        "proposal",
                        Utc.maybeDate(row, "created").orElseThrow(),
                        Optional.of(new Act.Subject("proposal", String.valueOf(row.getInt("number"))))))
                .list();
    }
}
