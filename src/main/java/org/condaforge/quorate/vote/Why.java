package org.condaforge.quorate.vote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.rule.Tally;

/// Says of a vote that has ended which conditions decided it: "16 of 24 would have to take part, 15 did".
final class Why {

    private static final String TAKE_PART = "take part";
    private static final String OF_DECISIVE = "say yes, of those who said yes or no";
    private static final Map<String, String> PAST = Map.of(
            TAKE_PART,
            "took part",
            "say yes",
            "said yes",
            "say no",
            "said no",
            "abstain",
            "abstained",
            OF_DECISIVE,
            "said yes");

    private final Assessment assessment;
    private final Tally tally;
    private final int active;

    Why(Assessment assessment, Tally tally, int active) {
        this.assessment = assessment;
        this.tally = tally;
        this.active = active;
    }

    /// What decides, without a full stop; lower-case where it begins with a word.
    String words() {
        return switch (assessment.outcome()) {
            case Outcome.Passed(var route) -> said(deciding(route, RouteState.PASSES), this::enough);
            case Outcome.Rejected(var route) -> said(deciding(route, RouteState.REJECTS), this::lacking);
            case Outcome.Inquorate(var missing) -> said(missing.stream(), this::lacking);
        };
    }

    private Stream<Condition> deciding(Route route, RouteState state) {
        return assessment.routes().stream()
                .filter(one -> one.route() == route && one.state() == state)
                .findFirst()
                .map(RouteAssessment::conditions)
                .orElse(List.of())
                .stream();
    }

    private static String said(Stream<Condition> conditions, Function<Condition, Optional<String>> words) {
        return conditions.map(words).flatMap(Optional::stream).collect(Collectors.joining("; "));
    }

    /// Of a condition that is not met, what would have to be.
    private Optional<String> lacking(Condition condition) {
        if (condition.met()) {
            return Optional.empty();
        }
        String verb = condition.name().equals(OF_DECISIVE) ? "say yes" : condition.name();
        return Optional.of(
                switch (condition.bound()) {
                    case AT_LEAST ->
                        "%d%s would have to %s, %s did"
                                .formatted(condition.need(), base(condition), verb, number(condition.have()));
                    case AT_MOST ->
                        "%s may %s, %s did"
                                .formatted(
                                        condition.need() == 0 ? "nobody" : "at most " + condition.need(),
                                        verb,
                                        number(condition.have()));
                });
    }

    /// Of a condition that people met by what they did, how well; nothing of others.
    private Optional<String> enough(Condition condition) {
        return Optional.ofNullable(PAST.get(condition.name()))
                .filter(verb -> condition.met())
                .map(verb -> switch (condition.bound()) {
                    case AT_LEAST ->
                        "%d%s %s, %d had to".formatted(condition.have(), base(condition), verb, condition.need());
                    case AT_MOST ->
                        condition.have() == 0
                                ? "nobody " + verb
                                : "%d %s, at most %d may".formatted(condition.have(), verb, condition.need());
                });
    }

    private String base(Condition condition) {
        return switch (condition.name()) {
            case TAKE_PART -> " of " + active;
            case OF_DECISIVE -> " of " + tally.decisive();
            default -> "";
        };
    }

    private static String number(int number) {
        return number == 0 ? "nobody" : String.valueOf(number);
    }
}
