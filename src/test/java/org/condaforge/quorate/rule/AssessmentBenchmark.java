package org.condaforge.quorate.rule;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What the checklist of an assessment costs beside the bare comparison of integers it comes down to.
///
/// ```
/// mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -cp target/test-classes:target/classes:$(cat target/classpath) \
///     org.condaforge.quorate.rule.AssessmentBenchmark
/// ```
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AssessmentBenchmark {

    private final Rule rule = new Majority(Threshold.parse("60%"), Set.of(Route.TIME_OUT), 0);
    private final Evidence evidence = Evidence.atEndOf(Duration.ofDays(7));
    private Electorate electorate = new Electorate(24);
    private Tally tally = new Tally(11, 3, 1);

    /// The whole assessment: every route with its conditions, and the outcome.
    @Benchmark
    public Assessment assessed() {
        return Assessment.of(rule, electorate, tally, evidence);
    }

    /// The same question by hand: 60% took part, and 60% of yes and no said yes.
    @Benchmark
    public boolean byHand() {
        return (tally.yes() + tally.no() + tally.abstain()) * 5 >= electorate.active() * 3
                && tally.yes() > 0
                && tally.yes() * 5 >= (tally.yes() + tally.no()) * 3;
    }

    /// Runs both and prints how many times longer an assessment takes.
    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(AssessmentBenchmark.class.getName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
        double assessed = 0;
        double byHand = 0;
        for (var result : new Runner(options).run()) {
            double score = result.getPrimaryResult().getScore();
            if (result.getPrimaryResult().getLabel().equals("assessed")) {
                assessed = score;
            } else {
                byHand = score;
            }
        }
        System.out.printf("assessed %.1f ns, by hand %.1f ns: %.0f times%n", assessed, byHand, assessed / byHand);
    }
}
