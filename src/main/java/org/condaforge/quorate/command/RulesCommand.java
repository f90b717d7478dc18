package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.Example;
import org.condaforge.quorate.policy.InvalidPolicyPage;
import org.condaforge.quorate.policy.LoadedPage;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.rule.Outcome;
import org.condaforge.quorate.rule.Route;

/// Reads governance pages as a start would, and runs their worked examples.
final class RulesCommand implements CommandLine.Command {

    private final PrintStream out;

    RulesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("check")) {
            throw new CommandLine.Misuse("rules knows one thing to do: rules check PAGE...");
        }
        List<String> entries = arguments.subList(1, arguments.size());
        if (entries.isEmpty()) {
            throw new CommandLine.Misuse("rules check needs at least one page, or a folder with pages.");
        }
        entries.stream().filter(entry -> !isKnown(entry)).findFirst().ifPresent(entry -> {
            throw new CommandLine.Misuse(
                    entry.startsWith("--")
                            ? "rules check does not know “%s”.".formatted(entry)
                            : "There is no page or folder %s.".formatted(entry));
        });
        try {
            List<LoadedPage> pages = Policies.pages(entries);
            long contradicted = pages.stream().mapToLong(this::check).sum();
            return contradicted == 0 ? CommandLine.DONE : CommandLine.REFUSED;
        } catch (InvalidPolicyPage e) {
            e.errors().forEach(out::println);
            return CommandLine.REFUSED;
        }
    }

    private static boolean isKnown(String entry) {
        if (Policies.shipped().stream().map(Policy::name).anyMatch(entry::equals)) {
            return true;
        }
        try {
            return !entry.isEmpty() && Files.exists(Path.of(entry));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// Says how the page's examples fare, and returns how many the rules contradict.
    private long check(LoadedPage page) {
        Policy policy = page.policy();
        long contradicted = 0;
        for (VotingItem item : policy.items()) {
            for (Example example : item.contradictions()) {
                contradicted++;
                out.printf(
                        "%s:%d: the page says %s, the rule of %s says %s%n",
                        page.source(),
                        example.line(),
                        said(example.outcome(), example.route().map(Route::label)),
                        item.name(),
                        said(example.assess(item.rule().orElseThrow()).outcome()));
            }
        }
        int examples =
                policy.items().stream().mapToInt(i -> i.examples().size()).sum();
        out.printf(
                "%s: %s, revision %s, %s, %s%n",
                page.source(),
                policy.name(),
                policy.revision(),
                counted(policy.items().size(), "item"),
                contradicted == 0
                        ? counted(examples, "example") + (examples == 1 ? " holds" : " hold")
                        : "%d of %s contradicted".formatted(contradicted, counted(examples, "example")));
        return contradicted;
    }

    private static String said(Outcome outcome) {
        return said(outcome.label(), outcome.decidedBy().map(Route::label));
    }

    private static String said(String outcome, Optional<String> route) {
        return outcome + route.map(label -> " (" + label + ")").orElse("");
    }

    private static String counted(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
