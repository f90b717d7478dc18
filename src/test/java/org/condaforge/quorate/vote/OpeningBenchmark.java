package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Utc;
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
import org.springframework.transaction.support.TransactionTemplate;

/// How long it takes to open 100, 1,000 and 10,000 sealed ballots, to count and to publish them, as the end of
/// a secret vote does: ten times as many should take about ten times as long, and at most twelve times.
///
/// ```
/// mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -Duser.timezone=UTC -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.vote.OpeningBenchmark
/// ```
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OpeningBenchmark {

    private static final List<Integer> STEPS = List.of(100, 1_000, 10_000);

    /// How many times longer ten times as many ballots may take.
    private static final double MOST = 12;

    @Param({"100", "1000", "10000"})
    private int ballots;

    private ConfigurableApplicationContext context = new GenericApplicationContext();
    private VoteId vote = new VoteId(0);

    /// Begins with a database of one sensitive vote with so many sealed ballots.
    @Setup(Level.Trial)
    public void lay() {
        context = new SpringApplicationBuilder(QuorateApplication.class)
                .web(WebApplicationType.NONE)
                .run("--" + OnH2.DATABASE, "--" + OnH2.NO_CLOSER, "--" + OnH2.NO_PAGES, "--" + OnH2.KEYS);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO member (version, login, login_key, name)
                        SELECT 0, CONCAT('tree-', x), CONCAT('tree-', x), CONCAT('Tree ', x) FROM system_range(1, :many)""").param("many", ballots).update();
        jdbc.sql("""
                        INSERT INTO vote (version, title, subject, no_needs_comment, classification, text, text_hash,
                          justification, opens_at, closes_at, state)
                        VALUES (0, 'Nominate', 'nominate', FALSE, 'SENSITIVE', '', REPEAT('0', 64), '', :now, :now, 'OPEN')""").param("now", Utc.column(Instant.EPOCH)).update();
        vote = new VoteId(jdbc.sql("SELECT MAX(id) FROM vote").query(Long.class).single());
        List<Long> members = jdbc.sql("SELECT id FROM member")
                .query((row, i) -> row.getLong("id"))
                .list();
        SealedBox box = context.getBean(SealedBox.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            context.getBean(SecretKeys.class).make(vote);
            for (long member : new ArrayList<>(members)) {
                box.put(vote, new MemberId(member), Choice.values()[(int) (member % 3)]);
            }
        });
    }

    /// Ends the application, its database and its key.
    @TearDown(Level.Trial)
    public void close() {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> context.getBean(SecretKeys.class).discard(vote));
        context.close();
    }

    /// An opening as it happens at the end of the vote, and not stored in the end.
    @Benchmark
    public void opened(Blackhole hole) {
        SecretCount count = context.getBean(SecretCount.class);
        VoteSummary summary = context.getBean(VoteReader.class).whole(vote).orElseThrow();
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            try {
                Tally tally = count.tally(summary);
                Optional<Tally> kept = count.settle(summary, tally);
                if (kept.orElse(Tally.NONE).cast() != ballots) {
                    throw new IllegalStateException("opened %s of %d".formatted(kept, ballots));
                }
                hole.consume(kept);
            } catch (SealedBox.Unopenable e) {
                throw new IllegalStateException(e);
            }
            status.setRollbackOnly();
        });
    }

    /// Runs all and prints how many times longer ten times as many ballots take.
    ///
    /// @throws IllegalStateException when that is more than twelve times, or was not measured
    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(OpeningBenchmark.class.getName())
                .forks(1)
                .jvmArgsAppend("-Duser.timezone=UTC")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(4))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(6))
                .build();
        Map<String, Double> scores = new HashMap<>();
        for (var result : new Runner(options).run()) {
            scores.put(
                    result.getParams().getParam("ballots"),
                    result.getPrimaryResult().getScore());
        }
        for (int i = 1; i < STEPS.size(); i++) {
            double few = scores.getOrDefault(String.valueOf(STEPS.get(i - 1)), Double.NaN);
            double many = scores.getOrDefault(String.valueOf(STEPS.get(i)), Double.NaN);
            System.out.printf(
                    "%,d ballots %.0f ms, %,d ballots %.0f ms: %.1f times%n",
                    STEPS.get(i - 1), few, STEPS.get(i), many, many / few);
            if (!(many <= MOST * few)) {
                throw new IllegalStateException(
                        "Opening grows too fast: %,d ballots take %.1f times as long as %,d, at most %.0f times is meant."
                                .formatted(STEPS.get(i), many / few, STEPS.get(i - 1), MOST));
            }
        }
    }
}
