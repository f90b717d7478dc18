package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.InvalidPolicyPage;
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

/// What the rules of a page say of a tally, in the words of the API: those of the active members who are not in it may
/// still vote. An item that needs no vote is refused, so that no script takes the answer for an outcome.
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
        List<Policy> pages;
        try {
            pages = pages(names.getFirst());
        } catch (InvalidPolicyPage e) {
            out.println(e.getMessage());
            return CommandLine.REFUSED;
        }
        Policy policy = only(pages, names.getLast());
        VotingItem item = policy.item(names.getLast()).orElseThrow();
        if (item.rule().isEmpty()) {
            out.printf("“%s” needs no vote: there is nothing to assess.%n", item.title());
            return CommandLine.REFUSED;
        }
        if (!options.containsKey("active")) {
            throw new CommandLine.Misuse("assess needs --active=N, the number of active members.");
        }
        int active = number(options, "active");
        Tally tally = new Tally(number(options, "yes"), number(options, "no"), number(options, "abstain"));
        Duration period =
                period(options.getOrDefault("period", policy.usualPeriod(item).toString()));
        Evidence evidence = switch (options.getOrDefault("timeout", "unmet")) {
            case "met" -> Evidence.timeOutMet(period);
            case "unmet" -> Evidence.atEndOf(period);
            default -> throw new CommandLine.Misuse("--timeout is met or unmet.");
        };
        Rule rule = item.rule().orElseThrow();
        Electorate electorate = new Electorate(active);
        print(
                Assessment.of(rule, electorate, tally, evidence),
                RouteExplanation.all(rule, electorate, tally, evidence, Math.max(0, active - tally.cast())));
        return CommandLine.DONE;
    }

    /// The page that ships under that name, or those at that path.
    private static List<Policy> pages(String name) {
        List<Policy> shipped = Policies.shipped();
        List<Policy> named =
                shipped.stream().filter(page -> page.name().equals(name)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        if (!isThere(name)) {
            throw new CommandLine.Misuse("There is no policy “%s”: there are %s, and no page or folder is called so."
                    .formatted(name, listed(shipped.stream().map(Policy::name))));
        }
        return Policies.load(List.of(name));
    }

    private static boolean isThere(String path) {
        try {
            return !path.isEmpty() && Files.exists(Path.of(path));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// The one of the pages that has the item.
    private static Policy only(List<Policy> pages, String item) {
        List<Policy> having =
                pages.stream().filter(page -> page.item(item).isPresent()).toList();
        if (having.isEmpty()) {
            throw new CommandLine.Misuse(pages.stream()
                    .map(page -> "%s has no item “%s”: it has %s."
                            .formatted(
                                    page.name(),
                                    item,
                                    listed(page.items().stream().map(VotingItem::name))))
                    .collect(Collectors.joining(" ")));
        }
        if (having.size() > 1) {
            throw new CommandLine.Misuse("More than one page has an item “%s”: %s. Name the file of one."
                    .formatted(item, listed(having.stream().map(Policy::name))));
        }
        return having.getFirst();
    }

    private static String listed(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
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
            explained.possible().forEach(possible -> out.printf("  > %s%n", possible));
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
        throw new CommandLine.Misuse("--%s is a whole number from 0 to 1,000,000, not “%s”.".formatted(name, text));
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
