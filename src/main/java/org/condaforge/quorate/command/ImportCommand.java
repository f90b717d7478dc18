package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.source.ImportReport;
import org.condaforge.quorate.source.ImportService;
import org.condaforge.quorate.source.RefusedSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Imports files, folders and repositories into the community's database and prints the report.
final class ImportCommand implements CommandLine.Command {

    private static final String IN_USE = " Files can be imported in the running app as well, at /import.";

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    ImportCommand(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    @Override
    public int run(List<String> arguments) {
        boolean json = arguments.contains("--json");
        List<String> properties = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                continue;
            }
            if (argument.startsWith("--")) {
                if (!argument.contains("=") && !argument.equals("--debug")) {
                    throw new CommandLine.Misuse("import does not know “%s”.".formatted(argument));
                }
                properties.add(argument);
            } else {
                places.add(argument);
            }
        }
        if (places.isEmpty()) {
            throw new CommandLine.Misuse("import needs at least one file or folder.");
        }
        places.stream().filter(ImportCommand::missing).findFirst().ifPresent(place -> {
            throw new CommandLine.Misuse("There is no file or folder %s.".formatted(place));
        });
        return WithoutWeb.run(application, properties, IN_USE, err, context -> {
            ImportReport report;
            try {
                report = context.getBean(ImportService.class).importPlaces(places);
            } catch (RefusedSource e) {
                err.println(e.reason());
                return CommandLine.REFUSED;
            }
            if (json) {
                out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report));
            } else {
                print(report);
            }
            return report.refused() ? CommandLine.REFUSED : CommandLine.DONE;
        });
    }

    /// Whether a path leads nowhere; addresses are looked at when the hosts that are allowed are known.
    private static boolean missing(String place) {
        try {
            return !place.contains(":") && Files.notExists(Path.of(place));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private void print(ImportReport report) {
        out.printf("%-12s %6s %8s %10s%n", "", "new", "changed", "unchanged");
        for (String kind : List.of("member", "proposal", "index", "meeting", "vote")) {
            long fresh = report.count(kind, ImportReport.Change.NEW);
            long changed = report.count(kind, ImportReport.Change.CHANGED);
            long same = report.count(kind, ImportReport.Change.UNCHANGED);
            if (fresh + changed + same > 0) {
                out.printf("%-12s %6d %8d %10d%n", kind + (kind.equals("index") ? "" : "s"), fresh, changed, same);
            }
        }
        report.notes().forEach(note -> out.println("Note: " + note));
        if (!report.gone().isEmpty()) {
            out.println("Gone at the source, what they said stays:");
            report.gone().forEach(gone -> out.printf("  %s (%s)%n", gone.file(), gone.name()));
        }
        if (!report.second().isEmpty()) {
            out.println("Left out, another file tells of the same:");
            report.second().forEach(second -> out.println("  " + second.message()));
        }
        if (!report.notRecognised().isEmpty()) {
            out.println("Not recognised, left alone:");
            report.notRecognised().forEach(file -> out.println("  " + file));
        }
        if (!report.problems().isEmpty()) {
            out.println("Problems:");
            report.problems()
                    .forEach(problem -> out.printf(
                            "  %s%s: %s%s%n",
                            problem.file(),
                            problem.line() > 0 ? ":" + problem.line() : "",
                            problem.message(),
                            problem.refused() ? " (refused)" : ""));
        }
    }
}
