package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// `quorate COMMAND`: finds the command and gives it the rest of the line.
public final class CommandLine {

    /// The application is up and goes on until it is stopped: no exit code yet.
    public static final int RUNNING = -1;

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    /// A command line that asks for something there is not.
    static final class Misuse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    /// A command: gets what stands behind its name and returns an exit code.
    interface Command {

        int run(List<String> arguments);
    }

    private static final String USAGE = """
            Usage: ./quorate COMMAND

              run [--sample] [--key=value ...]   start on http://localhost:8080; --server.port=N and every
                                                 other Spring property pass through; --sample goes back
                                                 to the sample community after an import
              import [--json] PATH_OR_URL...     import minutes, CFEP files, rosters and vote records from
                                                 files, folders and git repositories, and report what was
                                                 new, changed, gone, unreadable
              export DIR                         write rosters, minutes and vote records as files, and
                                                 everything public as JSON, into a new folder or over an
                                                 earlier export
              assess POLICY ITEM --active=N [--yes=N] [--no=N] [--abstain=N] [--period=P7D]
                     [--timeout=met|unmet]       what the rules say of a tally; POLICY is the name of a page
                                                 that ships, or the path of a page or of a folder
              rules check PAGE...                read pages and folders as a start does, list every error,
                                                 and run the worked examples
              verify FILE [--journal]            count a vote's certificate again, without a database, and
                                                 say what holds and what differs; with --journal also look
                                                 up its place in the journal of this database
              verify journal                     compute the journal's chain of hashes anew and say whether
                                                 it is whole
              test                               the whole test suite (in a checkout)
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Command> commands;

    /// For the application with that main class, writing there.
    public CommandLine(Class<?> application, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.commands = Map.of(
                "run", new RunCommand(application, out, err),
                "import", new ImportCommand(application, out, err),
                "export", new ExportCommand(application, out, err),
                "verify", new VerifyCommand(application, out, err),
                "assess", new AssessCommand(out),
                "rules", new RulesCommand(out));
    }

    /// Runs the command.
    ///
    /// @return the exit code: 0 done, 1 something was refused or failed, 2 misused; or [#RUNNING]
    public int run(String... arguments) {
        if (arguments.length > 0 && List.of("help", "--help", "-h").contains(arguments[0])) {
            out.print(USAGE);
            return DONE;
        }
        try {
            if (arguments.length == 0) {
                throw new Misuse("No command given.");
            }
            Command command = commands.get(arguments[0]);
            if (command == null) {
                throw new Misuse("There is no command “%s”.".formatted(arguments[0]));
            }
            return command.run(Arrays.asList(arguments).subList(1, arguments.length));
        } catch (Misuse e) {
            err.println(e.getMessage());
            err.println();
            err.print(USAGE);
            return MISUSED;
        }
    }
}
