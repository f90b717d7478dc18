package org.condaforge.quorate.ui.rule;

import static org.condaforge.quorate.ui.Words.of;

import java.time.Duration;
import java.util.List;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.support.Golden;
import org.junit.jupiter.api.Test;

/// What the pages of rules say: of every item that ships, and of the picture of every tally.
class GoldenRuleWordsTests {

    private static final List<String> RULES = List.of(
            "{majority: 60%, routes: [standard, time-out]}",
            "{majority: more than 50%, routes: [standard, accelerated, time-out]}",
            "{majority: 75% plus 1, routes: [standard]}",
            "{consensus: {yes: 3, no: 0}}",
            "{consensus: {yes: 3, no: 1}}",
            "{consensus: {yes: 30, no: 0}}",
            "{any-of: [{consensus: {yes: 3, no: 0, all-yes: true}}, {majority: more than 50%, routes: [standard]}]}");

    @Test
    void everyItemReadsAsItWasReadBefore() {
        var text = new StringBuilder();
        for (var policy : Policies.shipped()) {
            for (var item : policy.items()) {
                text.append("# %s %s%n".formatted(policy.name(), item.name()));
                text.append("  %s%n"
                        .formatted(of(RuleWords.summary(item, 24).getElement()).strip()));
                RuleWords.chips(item, policy)
                        .getChildren()
                        .forEach(chip -> text.append(
                                "  [%s]%n".formatted(of(chip.getElement()).strip())));
                item.examples().stream()
                        .map(example -> RuleWords.outcome(
                                example.assess(item.rule().orElseThrow()).outcome()))
                        .distinct()
                        .sorted()
                        .forEach(outcome -> text.append("  > %s%n".formatted(outcome)));
            }
        }
        Golden.assertReads("rule-words", text.toString());
    }

    @Test
    void everyPictureReadsAsItWasReadBefore() {
        var text = new StringBuilder();
        for (var notation : RULES) {
            var rule = RuleNotation.read(notation);
            for (int active : List.of(1, 9, 12)) {
                for (int abstain : List.of(0, 1, 4)) {
                    var start = Trial.start(active, Duration.ofDays(8)).with(new Tally(0, 0, abstain));
                    for (var trial : List.of(start.atEnd(), start.withTimeOutMet())) {
                        var words = new OutcomeWords(OutcomeMap.of(rule, trial));
                        text.append(
                                "# %s%s%n".formatted(notation, trial.timeOutMet() ? ", all done for a time-out" : ""));
                        text.append(words.summary(active)).append('\n');
                        words.rows().forEach(row -> text.append("  %s no: %s%n".formatted(row.no(), row.passes())));
                    }
                }
            }
        }
        Golden.assertReads("outcomes", text.toString());
    }
}
