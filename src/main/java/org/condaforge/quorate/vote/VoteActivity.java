package org.condaforge.quorate.vote;

import java.time.LocalDate;
import java.time.ZoneOffset;
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

/// The last ballot of each member in a standard vote. Of sensitive ones nothing may be told.
@Component
@Transactional(readOnly = true)
class VoteActivity implements ActivitySource {

    private final JdbcClient jdbc;

    VoteActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Activity> last() {
        return jdbc.sql("""
                        SELECT member_id, vote_id, cast_at FROM (
                            SELECT b.member_id, b.vote_id, b.cast_at,
                                   ROW_NUMBER() OVER (PARTITION BY b.member_id
                                                      ORDER BY b.cast_at DESC, b.vote_id DESC) AS place
                            FROM ballot b JOIN vote v ON v.id = b.vote_id
                            WHERE v.classification = 'STANDARD' AND b.member_id IS NOT NULL
                              AND b.cast_at IS NOT NULL) ranked
                        WHERE place = 1""")
                .query((row, i) -> new Activity(
                        new MemberId(row.getLong("member_id")),
                        "voted",
                        LocalDate.ofInstant(Utc.instant(row, "cast_at"), ZoneOffset.UTC),
                        Optional.of(new Act.Subject("vote", String.valueOf(row.getLong("vote_id"))))))
                .list();
    }
}
