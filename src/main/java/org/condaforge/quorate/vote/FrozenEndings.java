package org.condaforge.quorate.vote;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Requirement;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was frozen of a vote when it ended: the evidence, and each route with its conditions. Votes that ended before
/// this was kept have none. Works in the transaction of its caller.
@Component
class FrozenEndings {

    /// @param lapsed whether it ended because nobody confirmed its time-out in time
    record Ending(Evidence evidence, boolean lapsed) {}

    private final JdbcClient jdbc;

    FrozenEndings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ending> of(VoteId id) {
        return jdbc.sql("SELECT * FROM vote_ending WHERE vote_id = :id")
                .param("id", id.number())
                .query((row, i) -> new Ending(
                        new Evidence(
                                Duration.of(row.getLong("planned"), ChronoUnit.MICROS),
                                Duration.of(row.getLong("opened"), ChronoUnit.MICROS),
                                row.getBoolean("ended"),
                                row.getBoolean("presented"),
                                new Notices(
                                        row.getBoolean("chat_start"),
                                        row.getBoolean("chat_middle"),
                                        row.getBoolean("chat_last")),
                                new Notices(
                                        row.getBoolean("mail_start"),
                                        row.getBoolean("mail_middle"),
                                        row.getBoolean("mail_last"))),
                        "LAPSE".equals(row.getString("ending"))))
                .optional();
    }

    /// In their order.
    List<RouteAssessment> routes(VoteId id) {
        record Row(int position, Route route, RouteState state, Optional<Condition> condition) {}
        List<Row> rows = jdbc.sql("""
                        SELECT r.position, r.route, r.state, c.requirement, c.have, c.need
                        FROM vote_route r LEFT JOIN vote_condition c
                             ON c.vote_id = r.vote_id AND c.route_position = r.position
                        WHERE r.vote_id = :id ORDER BY r.position, c.position""")
                .param("id", id.number())
                .query((row, i) -> new Row(
                        row.getInt("position"),
                        Route.valueOf(row.getString("route")),
                        RouteState.valueOf(row.getString("state")),
                        Utc.maybeInt(row, "have").isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Condition(
                                        Requirement.valueOf(row.getString("requirement")),
                                        row.getInt("have"),
                                        row.getInt("need")))))
                .list();
        List<RouteAssessment> routes = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            Row first = rows.get(at);
            List<Condition> conditions = new ArrayList<>();
            for (; at < rows.size() && rows.get(at).position() == first.position(); at++) {
                rows.get(at).condition().ifPresent(conditions::add);
            }
            routes.add(new RouteAssessment(first.route(), first.state(), conditions));
        }
        return routes;
    }
}
