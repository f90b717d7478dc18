package org.condaforge.quorate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedExamplesTests {

    @ParameterizedTest(name = "{0} of {1} active: {2} yes, {3} no, {4} abstain in {5} days, time-out {6}: {7}")
    @CsvSource({
        "more than 50%, 18, 5, 4, 0, 7, -, 'passed, standard'",
        "more than 50%, 18, 4, 5, 0, 7, -, 'rejected, standard'",
        "more than 50%, 18, 7, 6, 0, 7, -, 'passed, standard'",
        "more than 50%, 18, 5, 5, 0, 7, -, 'rejected, standard'",
        "'more than 50%, accelerated', 18, 5, 0, 0, 8, -, 'passed, accelerated'",
        "'more than 50%, accelerated', 18, 5, 0, 0, 7, -, inquorate",
        "'more than 50%, accelerated', 18, 5, 1, 0, 8, -, inquorate",
        "more than 50%, 18, 4, 3, 0, 14, met, 'passed, time-out'",
        "more than 50%, 18, 4, 3, 0, 14, one notice missing, inquorate",
        "60%, 25, 9, 6, 0, 7, -, 'passed, standard'",
        "60%, 19, 16, 0, 1, 13, -, 'passed, standard'",
        "60%, 18, 11, 0, 0, 14, -, 'passed, standard'",
        "60%, 24, 0, 0, 15, 7, -, 'rejected, standard'",
        "2/3, 24, 11, 5, 0, 7, -, 'passed, standard'",
        "2/3, 24, 10, 5, 0, 7, -, inquorate",
        "75% plus 1, 16, 9, 3, 0, 14, -, 'rejected, standard'",
        "75% plus 1, 16, 10, 2, 0, 14, -, 'passed, standard'",
        "'+3, no -1', 22, 3, 0, 5, 7, -, 'passed, consensus'",
        "'+3, no -1', 22, 12, 1, 0, 7, -, 'rejected, consensus'",
        "'+3, no -1', 22, 2, 0, 0, 7, -, inquorate",
        "75% plus 1, 16, 3, 0, 0, 14, met, 'passed, time-out'",
        "60%, 24, 0, 0, 6, 14, met, inquorate",
        "any of, 10, 3, 0, 0, 7, -, 'passed, consensus'",
        "any of, 10, 3, 1, 0, 7, -, inquorate",
        "any of, 10, 3, 2, 0, 7, -, 'passed, standard'",
        "conda, 10, 3, 2, 1, 7, -, 'passed, standard'",
        "conda, 10, 3, 1, 0, 14, met, inquorate"
    })
    void comeOutAsTheRulesSay(
            String rule, int active, int yes, int no, int abstain, int days, String timeOut, String expected) {
        var outcome = Assessment.of(
                        rule(rule), new Electorate(active), new Tally(yes, no, abstain), evidence(days, timeOut))
                .outcome();

        assertThat(outcome.label()
                        + outcome.decidedBy().map(route -> ", " + route.label()).orElse(""))
                .isEqualTo(expected);
    }

    private static Rule rule(String text) {
        return switch (text) {
            case "+3, no -1" -> new Consensus(3, 0, false);
            case "any of" -> new AnyOf(List.of(new Consensus(3, 0, true), rule("more than 50%")));
            case "conda" -> new Majority(Threshold.parse("more than 50%"), Set.of(Route.TIME_OUT), 5);
            case "more than 50%, accelerated" ->
                new Majority(Threshold.parse("more than 50%"), Set.of(Route.ACCELERATED, Route.TIME_OUT), 0);
            default -> new Majority(Threshold.parse(text), Set.of(Route.TIME_OUT), 0);
        };
    }

    private static Evidence evidence(int days, String timeOut) {
        var planned = Duration.ofDays(days);
        return switch (timeOut) {
            case "met" -> Evidence.timeOutMet(planned);
            case "one notice missing" ->
                new Evidence(planned, planned, true, true, new Notices(true, false, true), Notices.ALL);
            default -> Evidence.atEndOf(planned);
        };
    }
}
