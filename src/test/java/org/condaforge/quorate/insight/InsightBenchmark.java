package org.condaforge.quorate.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.support.OnH2;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long all insights take over 20 and over 200 years of fortnightly votes and meetings of 60 members: ten times
/// the years should take about ten times as long, and at most twelve times.
///
/// ```
/// mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -Duser.timezone=UTC -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.insight.InsightBenchmark
/// ```
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InsightBenchmark {

    private static final int MEMBERS = 60;
    private static final int FIRST = 1810;
    private static final int FEW = 20;
    private static final int MANY = 200;

    /// How many times longer ten times the years may take.
    private static final double MOST = 12;

    @Param({"20", "200"})
    private int years;

    private ConfigurableApplicationContext context = new GenericApplicationContext();

    /// Begins with a database of so many years.
    @Setup(Level.Trial)
    public void lay() {
        context = new SpringApplicationBuilder(QuorateApplication.class)
                .web(WebApplicationType.NONE)
                .run("--" + OnH2.DATABASE, "--" + OnH2.NO_CLOSER, "--" + OnH2.NO_PAGES);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        for (String sql : laying(years * 26)) {
            jdbc.sql(sql).update();
        }
    }

    /// Members of whom every tenth is emeritus; a vote with the ballots of two thirds of them and a meeting of half of
    /// them every fortnight, and a proposal with each fifth vote; H2's own numbers make the rows.
    private static List<String> laying(int fortnights) {
        return List.of(
                """
                INSERT INTO member (version, login, login_key, name)
                SELECT 0, CONCAT('tree-', x), CONCAT('tree-', x), CONCAT('Tree ', x) FROM system_range(1, %d)""".formatted(MEMBERS),
                """
                INSERT INTO member_standing (member_id, position, standing, since, since_exact, source)
                SELECT id, 0, CASE WHEN MOD(id, 10) = 0 THEN 'EMERITUS' ELSE 'ACTIVE' END, DATE '%d-01-01', TRUE,
                  'benchmark' FROM member""".formatted(FIRST),
                """
                INSERT INTO proposal (number, version, title, status, created)
                SELECT x, 0, CONCAT('Proposal ', x), 'ACCEPTED', DATEADD(DAY, 70 * x - 60, DATE '%d-01-01')
                FROM system_range(1, %d)""".formatted(FIRST, fortnights / 5),
                """
                INSERT INTO vote (version, title, subject, proposal, policy, policy_revision, item, item_title, rule,
                  emeritus_may_vote, no_needs_comment, classification, text, text_hash, justification, opens_at, closes_at,
                  active, emeritus, roster, state, decided_at, outcome, route, quorum, yes_count, no_count, abstain_count,
                  casts)
                SELECT 0, CONCAT('Question ', x), CONCAT('Question ', x), CASE WHEN MOD(x, 5) = 0 THEN x / 5 END,
                  'conda-forge', '2025-11', 'other', 'Something else',
                  '{majority: more than 50%%, routes: [standard, time-out]}', TRUE, FALSE, 'STANDARD', '', REPEAT('0', 64), '',
                  DATEADD(DAY, 14 * x - 12, TIMESTAMP '%d-01-01 00:00:00'),
                  DATEADD(DAY, 14 * x - 4, TIMESTAMP '%d-01-01 00:00:00'), 54, 6, 'OPENING', 'CLOSED',
                  DATEADD(DAY, 14 * x - 4, TIMESTAMP '%d-01-01 00:00:00'), 'PASSED', 'STANDARD', 27, 30, 5, 5, 40
                FROM system_range(1, %d)""".formatted(FIRST, FIRST, FIRST, fortnights),
                """
                INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                SELECT v.id, m.id, 'YES', '', v.opens_at FROM vote v CROSS JOIN member m WHERE MOD(m.id + v.id, 3) > 0""",
                """
                INSERT INTO meeting (held_on, version, title, minutes, file_name, file_hash, pull_request_links)
                SELECT DATEADD(DAY, 14 * x - 4, DATE '%d-01-01'), 0, 'Meeting', '', CONCAT(x, '.md'), REPEAT('0', 64), 0
                FROM system_range(1, %d)""".formatted(FIRST, fortnights),
                """
                INSERT INTO meeting_attendee (meeting, position, name, member_id)
                SELECT m.held_on, p.id, p.name, p.id FROM meeting m CROSS JOIN member p WHERE MOD(p.id, 2) = 0""");
    }

    /// Ends the application and its database.
    @TearDown(Level.Trial)
    public void close() {
        context.close();
    }

    /// Everything that the pages show, of all years.
    @Benchmark
    public void drawn(Blackhole hole) {
        Insights insights = context.getBean(Insights.class);
        Years all = insights.years().orElseThrow();
        if (all.count() < years || all.count() > years + 1) {
            throw new IllegalStateException("%d years instead of %d".formatted(all.count(), years));
        }
        MemberYears participation = insights.participation(all);
        if (participation.rows().size() != MEMBERS) {
            throw new IllegalStateException(
                    "%d members".formatted(participation.rows().size()));
        }
        hole.consume(participation);
        hole.consume(insights.turnout(all));
        hole.consume(insights.decisions(all));
        hole.consume(insights.attendance(all));
        hole.consume(insights.health());
    }

    /// Runs both and prints how many times longer ten times the years take.
    ///
    /// @throws IllegalStateException when that is more than twelve times, or was not measured
    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(InsightBenchmark.class.getName())
                .forks(1)
                .jvmArgsAppend("-Duser.timezone=UTC")
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(5))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(5))
                .build();
        Map<String, Double> scores = new HashMap<>();
        for (var result : new Runner(options).run()) {
            scores.put(
                    result.getParams().getParam("years"),
                    result.getPrimaryResult().getScore());
        }
        double few = scores.getOrDefault(String.valueOf(FEW), Double.NaN);
        double many = scores.getOrDefault(String.valueOf(MANY), Double.NaN);
        System.out.printf("%d years %.0f ms, %d years %.0f ms: %.1f times%n", FEW, few, MANY, many, many / few);
        if (!(many <= MOST * few)) {
            throw new IllegalStateException(
                    "Insights grow too fast: %d years take %.1f times as long as %d, at most %.0f times is meant."
                            .formatted(MANY, many / few, FEW, MOST));
        }
    }
}
