package org.condaforge.quorate.vote;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Requirement;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteState;
import org.condaforge.quorate.rule.Tally;

/// Says of a vote that has ended which conditions decided it: "16 of 24 would have to take part, 15 did".
final class Why {

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
        String verb = condition.requirement() == Requirement.MAJORITY ? Requirement.YES.label() : condition.name();
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
        return past(condition.requirement()).filter(verb -> condition.met()).map(verb -> switch (condition.bound()) {
            case AT_LEAST -> "%d%s %s, %d had to".formatted(condition.have(), base(condition), verb, condition.need());
            case AT_MOST ->
                condition.have() == 0
                        ? "nobody " + verb
                        : "%d %s, at most %d may".formatted(condition.have(), verb, condition.need());
        });
    }

    /// What people did who met it; empty for what they did not do by a ballot.
    private static Optional<String> past(Requirement requirement) {
        return switch (requirement) {
            case PARTICIPATION -> Optional.of("took part");
            case YES, MAJORITY -> Optional.of("said yes");
            case NO -> Optional.of("said no");
            case ABSTENTION -> Optional.of("abstained");
            case PLANNED_LONGER, ENDED, DAYS_OPEN, PRESENTED, CHAT, MAIL, DECISIVE -> Optional.empty();
        };
    }

    private String base(Condition condition) {
        return switch (condition.requirement()) {
            case PARTICIPATION -> " of " + active;
            case MAJORITY -> tally.decisive() == 0 ? "" : " of " + tally.decisive();
            default -> "";
        };
    }

    private static String number(int number) {
        return number == 0 ? "nobody" : String.valueOf(number);
    }
}
