package org.condaforge.quorate.vote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
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

/// How long it takes to replay 1,000 and 10,000 votes of 100 ballots each under another policy: ten times as many
/// should take about ten times as long, and at most twelve times.
///
/// ```
/// mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -Duser.timezone=UTC -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.vote.ReplayBenchmark
/// ```
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplayBenchmark {

    private static final int BALLOTS = 100;
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    /// How many times longer ten times as many votes may take.
    private static final double MOST = 12;

    @Param({"1000", "10000"})
    private int votes;

    private ConfigurableApplicationContext context = new GenericApplicationContext();
    private Yardstick yardstick = new Yardstick.AsCalled();

    /// Begins with a database of so many closed votes.
    @Setup(Level.Trial)
    public void lay() {
        context = new SpringApplicationBuilder(QuorateApplication.class)
                .web(WebApplicationType.NONE)
                .run("--" + OnH2.DATABASE, "--" + OnH2.NO_CLOSER, "--" + OnH2.NO_PAGES);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        for (String sql : laying()) {
            jdbc.sql(sql).update();
        }
        Policy conda = Policies.shipped().stream()
                .filter(policy -> policy.name().equals("conda"))
                .findFirst()
                .orElseThrow();
        yardstick = new Yardstick.UnderPolicy(conda, conda.item("other"));
    }

    /// A hundred members, every tenth emeritus; votes with a ballot of each; H2's own numbers make the rows.
    private List<String> laying() {
        return List.of("""
                INSERT INTO member (version, login, login_key, name)
                SELECT 0, CONCAT('tree-', x), CONCAT('tree-', x), CONCAT('Tree ', x) FROM system_range(1, %d)""".formatted(BALLOTS), """
                INSERT INTO member_standing (member_id, position, standing, since, since_exact, source)
                SELECT id, 0, CASE WHEN MOD(id, 10) = 0 THEN 'EMERITUS' ELSE 'ACTIVE' END, DATE '2015-01-01', TRUE, 'benchmark'
                FROM member""", """
                INSERT INTO vote (version, title, subject, policy, policy_revision, item, item_title, rule,
                  emeritus_may_vote, no_needs_comment, classification, text, text_hash, justification, opens_at, closes_at,
                  active, emeritus, roster, state, decided_at, outcome, route, quorum, yes_count, no_count, abstain_count,
                  casts)
                SELECT 0, CONCAT('Question ', x), CONCAT('Question ', x), 'conda-forge', '2025-11', 'other', 'Something else',
                  '{majority: more than 50%%, routes: [standard, time-out]}', TRUE, FALSE, 'STANDARD', '', REPEAT('0', 64), '',
                  TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-01-09 00:00:00', 90, 10, 'OPENING', 'CLOSED',
                  TIMESTAMP '2020-01-09 00:00:00', 'PASSED', 'STANDARD', 45, 60, 30, 10, 100
                FROM system_range(1, %d)""".formatted(votes), """
                INSERT INTO ballot (vote_id, member_id, choice, comment, cast_at)
                SELECT v.id, m.id, CASE WHEN MOD(m.id, 10) < 6 THEN 'YES' WHEN MOD(m.id, 10) < 9 THEN 'NO' ELSE 'ABSTAIN' END,
                  '', v.opens_at
                FROM vote v CROSS JOIN member m""");
    }

    /// Ends the application and its database.
    @TearDown(Level.Trial)
    public void close() {
        context.close();
    }

    /// A whole replay, as a reader starts it.
    @Benchmark
    public void replayed(Blackhole hole) {
        ReplayReport report =
                context.getBean(Replay.class).count(new ReplayRun(yardstick)).orElseThrow();
        if (report.counted() != votes) {
            throw new IllegalStateException("counted %d of %d".formatted(report.counted(), votes));
        }
        hole.consume(report);
    }

    /// Runs both and prints how many times longer ten times as many votes take.
    ///
    /// @throws IllegalStateException when that is more than twelve times, or was not measured
    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(ReplayBenchmark.class.getName())
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
                    result.getParams().getParam("votes"),
                    result.getPrimaryResult().getScore());
        }
        double few = scores.getOrDefault(String.valueOf(FEW), Double.NaN);
        double many = scores.getOrDefault(String.valueOf(MANY), Double.NaN);
        System.out.printf("%,d votes %.0f ms, %,d votes %.0f ms: %.1f times%n", FEW, few, MANY, many, many / few);
        if (!(many <= MOST * few)) {
            throw new IllegalStateException(
                    "Replay grows too fast: %,d votes take %.1f times as long as %,d, at most %.0f times is meant."
                            .formatted(MANY, many / few, FEW, MOST));
        }
    }
}
