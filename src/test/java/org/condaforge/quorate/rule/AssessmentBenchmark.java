package org.condaforge.quorate.rule;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What the checklist of an assessment costs beside the bare comparison of integers it comes down to, and what its
/// explanation in words costs beside the checklist.
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

    /// The assessment with every sentence there is to say of it.
    @Benchmark
    public Explanation explained() {
        return Explanation.of(rule, electorate, tally, evidence, electorate.active() - tally.cast());
    }

    /// The same question by hand: 60% took part, and 60% of yes and no said yes.
    @Benchmark
    public boolean byHand() {
        return (tally.yes() + tally.no() + tally.abstain()) * 5 >= electorate.active() * 3
                && tally.yes() > 0
                && tally.yes() * 5 >= (tally.yes() + tally.no()) * 3;
    }

    /// Runs all three and prints how many times longer an assessment takes, and an explanation.
    public static void main(String... arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(AssessmentBenchmark.class.getName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
        var results = new Runner(options).run();
        double byHand = score(results, "byHand");
        double assessed = score(results, "assessed");
        double explained = score(results, "explained");
        System.out.printf(
                "by hand %.1f ns; assessed %.1f ns, %.0f times that; explained %.1f ns, %.0f times an assessment%n",
                byHand, assessed, assessed / byHand, explained, explained / assessed);
    }

    private static double score(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(benchmark))
                .mapToDouble(Result::getScore)
                .sum();
    }
}
