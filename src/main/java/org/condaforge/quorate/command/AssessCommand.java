package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Assessment;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.RouteExplanation;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;

/// What the rules of a page say of a tally.
final class AssessCommand implements CommandLine.Command {

    private static final Set<String> OPTIONS = Set.of("active", "yes", "no", "abstain", "period", "timeout");

    private final PrintStream out;

    AssessCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public int run(List<String> arguments) {
        List<String> names = arguments.stream().filter(a -> !a.startsWith("--")).toList();
        if (names.size() != 2) {
            throw new CommandLine.Misuse("assess needs a policy and an item.");
        }
        Map<String, String> options = options(arguments);
        List<Policy> pages = Policies.shipped();
        Policy policy = pages.stream()
                .filter(page -> page.name().equals(names.getFirst()))
                .findFirst()
                .orElseThrow(() -> new CommandLine.Misuse("There is no policy “%s”: there are %s."
                        .formatted(
                                names.getFirst(),
                                pages.stream().map(Policy::name).collect(Collectors.joining(", ")))));
        VotingItem item = policy.item(names.getLast())
                .orElseThrow(() -> new CommandLine.Misuse("%s has no item “%s”: it has %s."
                        .formatted(
                                policy.name(),
                                names.getLast(),
                                policy.items().stream().map(VotingItem::name).collect(Collectors.joining(", ")))));
        if (item.rule().isEmpty()) {
            out.printf("%s needs no vote.%n", item.title());
            return CommandLine.DONE;
        }
        if (!options.containsKey("active")) {
            throw new CommandLine.Misuse("assess needs --active=N, the number of active members.");
        }
        int active = number(options, "active");
        Tally tally = new Tally(number(options, "yes"), number(options, "no"), number(options, "abstain"));
        Duration period =
                period(options.getOrDefault("period", policy.defaultPeriod().toString()));
        Evidence evidence = switch (options.getOrDefault("timeout", "unmet")) {
            case "met" -> Evidence.timeOutMet(period);
            case "unmet" -> Evidence.atEndOf(period);
            default -> throw new CommandLine.Misuse("--timeout is met or unmet.");
        };
        Rule rule = item.rule().orElseThrow();
        Electorate electorate = new Electorate(active);
        print(
                Assessment.of(rule, electorate, tally, evidence),
                RouteExplanation.all(rule, electorate, tally, evidence, 0));
        return CommandLine.DONE;
    }

    private void print(Assessment assessment, List<RouteExplanation> routes) {
        Outcome outcome = assessment.outcome();
        out.printf(
                "%s (%s)%n",
                outcome.label(), outcome.decidedBy().map(Route::label).orElse("none"));
        out.printf("quorum %d%n", assessment.quorum());
        for (RouteExplanation explained : routes) {
            RouteAssessment route = explained.route();
            out.printf("%s: %s%n  %s%n", route.route().label(), route.state().label(), explained.sentence());
            for (Condition condition : route.conditions()) {
                out.printf(
                        "  %s %s: %d, %s %d%n",
                        condition.met() ? "✓" : "○",
                        condition.name(),
                        condition.have(),
                        switch (condition.bound()) {
                            case AT_LEAST -> "at least";
                            case AT_MOST -> "at most";
                        },
                        condition.need());
            }
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            if (equals < 0 || !OPTIONS.contains(name)) {
                throw new CommandLine.Misuse("assess does not know “%s”.".formatted(argument));
            }
            options.put(name, argument.substring(equals + 1));
        }
        return options;
    }

    private static int number(Map<String, String> options, String name) {
        String text = options.getOrDefault(name, "0");
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= 1_000_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CommandLine.Misuse("--%s is a whole number from 0, not “%s”.".formatted(name, text));
    }

    private static Duration period(String text) {
        try {
            Duration period = Duration.parse(text);
            if (!period.isNegative()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new CommandLine.Misuse("--period is an ISO-8601 duration such as P7D, not “%s”.".formatted(text));
    }
}
