package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.util.List;
import org.condaforge.quorate.journal.JournalChain;
import org.springframework.context.ConfigurableApplicationContext;

/// Computes the journal's chain of hashes anew and says whether it is whole.
final class VerifyCommand implements CommandLine.Command {

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    VerifyCommand(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("journal")) {
            throw new CommandLine.Misuse("verify knows one thing to check: verify journal.");
        }
        List<String> properties = arguments.subList(1, arguments.size());
        properties.stream()
                .filter(property ->
                        !property.equals("--debug") && !(property.startsWith("--") && property.contains("=")))
                .findFirst()
                .ifPresent(property -> {
                    throw new CommandLine.Misuse("verify journal does not know “%s”.".formatted(property));
                });
        DataFolder data = DataFolder.of(properties);
        if (!data.hasOwnDatabase() && !data.hasCommunity()) {
            err.printf("There is no community in %s, and so no journal.%n", data.folder());
            return CommandLine.REFUSED;
        }
        return WithoutWeb.run(application, properties, "", err, this::check);
    }

    private int check(ConfigurableApplicationContext context) {
        JournalChain.Verdict verdict = context.getBean(JournalChain.class).check();
        verdict.faults().forEach(out::println);
        out.printf(
                "%,d entries, %,d of them chained; the chain ends at position %,d with the hash %s.%n",
                verdict.entries(), verdict.entries() - verdict.pending(), verdict.position(), verdict.hash());
        out.println(verdict.whole() ? "The journal is whole." : "The journal was tampered with.");
        return verdict.whole() ? CommandLine.DONE : CommandLine.REFUSED;
    }
}
