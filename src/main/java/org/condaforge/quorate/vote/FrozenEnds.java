package org.condaforge.quorate.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Requirement;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was frozen when votes ended here. Written once. Works in the transaction of its caller.
@Component
class FrozenEnds {

    /// The columns of `vote_ending e` that [#endOf] reads.
    static final String COLUMNS = """
            e.ending, e.planned, e.opened, e.ended, e.presented, e.chat_start, e.chat_middle, e.chat_last,
            e.mail_start, e.mail_middle, e.mail_last""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FrozenEnds(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Keeps it; a vote ends once, so a second time fails.
    void keep(VoteId vote, FrozenEnd end) {
        Evidence evidence = end.evidence();
        jdbc.sql("""
                        INSERT INTO vote_ending (vote_id, ending, planned, opened, ended, presented,
                                                 chat_start, chat_middle, chat_last, mail_start, mail_middle, mail_last)
                        VALUES (:vote, :ending, :planned, :opened, :ended, :presented,
                                :chatStart, :chatMiddle, :chatLast, :mailStart, :mailMiddle, :mailLast)""")
                .param("vote", vote.number())
                .param("ending", end.ending().name())
                .param("planned", micros(evidence.planned()))
                .param("opened", micros(evidence.open()))
                .param("ended", evidence.ended())
                .param("presented", evidence.presented())
                .param("chatStart", evidence.chat().start())
                .param("chatMiddle", evidence.chat().middle())
                .param("chatLast", evidence.chat().end())
                .param("mailStart", evidence.mail().start())
                .param("mailMiddle", evidence.mail().middle())
                .param("mailLast", evidence.mail().end())
                .update();
        List<Object[]> routes = new ArrayList<>();
        List<Object[]> conditions = new ArrayList<>();
        for (RouteAssessment route : end.routes()) {
            int at = routes.size();
            routes.add(new Object[] {
                vote.number(), at, route.route().name(), route.state().name()
            });
            for (int i = 0; i < route.conditions().size(); i++) {
                Condition condition = route.conditions().get(i);
                conditions.add(new Object[] {
                    vote.number(),
                    at,
                    i,
                    condition.requirement().name(),
                    condition.have(),
                    condition.need(),
                    condition.met()
                });
            }
        }
        batches.batchUpdate("INSERT INTO vote_route (vote_id, position, route, state) VALUES (?, ?, ?, ?)", routes);
        batches.batchUpdate("""
                INSERT INTO vote_condition (vote_id, route_position, position, requirement, have, need, met)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", conditions);
    }

    /// What was frozen, with its routes; empty for a vote that did not end here, or before this was kept.
    Optional<FrozenEnd> of(VoteId vote) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM vote_ending e WHERE e.vote_id = :vote")
                .param("vote", vote.number())
                .query((row, i) -> endOf(row).orElseThrow())
                .optional()
                .map(end -> new FrozenEnd(end.ending(), end.evidence(), routes(vote)));
    }

    /// The end in a row of [#COLUMNS], without its routes; empty where an outer join found none.
    static Optional<FrozenEnd> endOf(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return ending == null
                ? Optional.empty()
                : Optional.of(new FrozenEnd(
                        Ending.valueOf(ending),
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
                        List.of()));
    }

    private List<RouteAssessment> routes(VoteId vote) {
        Map<Integer, RouteAssessment> routes = new TreeMap<>();
        jdbc.sql("""
                        SELECT r.position, r.route, r.state, c.requirement, c.have, c.need
                        FROM vote_route r
                        LEFT JOIN vote_condition c ON c.vote_id = r.vote_id AND c.route_position = r.position
                        WHERE r.vote_id = :vote ORDER BY r.position, c.position""").param("vote", vote.number()).query(row -> {
            Route route = Route.valueOf(row.getString("route"));
            RouteState state = RouteState.valueOf(row.getString("state"));
            String requirement = row.getString("requirement");
            List<Condition> conditions = new ArrayList<>();
            if (requirement != null) {
                conditions.add(new Condition(Requirement.valueOf(requirement), row.getInt("have"), row.getInt("need")));
            }
            routes.merge(row.getInt("position"), new RouteAssessment(route, state, conditions), FrozenEnds::joined);
        });
        return List.copyOf(routes.values());
    }

    private static RouteAssessment joined(RouteAssessment one, RouteAssessment other) {
        List<Condition> conditions = new ArrayList<>(one.conditions());
        conditions.addAll(other.conditions());
        return new RouteAssessment(one.route(), one.state(), conditions);
    }

    private static long micros(Duration duration) {
        return Math.multiplyExact(duration.toSeconds(), 1_000_000L) + duration.toNanosPart() / 1_000;
    }
}
