package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.condaforge.quorate.api.RecordExport;
import org.springframework.context.ConfigurableApplicationContext;

/// Writes the community's record into a folder and says what is there.
final class ExportCommand implements CommandLine.Command {

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    ExportCommand(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    @Override
    public int run(List<String> arguments) {
        List<String> properties =
                arguments.stream().filter(a -> a.startsWith("--")).toList();
        properties.stream()
                .filter(property -> !property.contains("=") && !property.equals("--debug"))
                .findFirst()
                .ifPresent(property -> {
                    throw new CommandLine.Misuse("export does not know “%s”.".formatted(property));
                });
        List<String> folders =
                arguments.stream().filter(a -> !a.startsWith("--")).toList();
        if (folders.size() != 1) {
            throw new CommandLine.Misuse("export needs one folder to write into.");
        }
        Path folder = path(folders.getFirst());
        DataFolder data = DataFolder.of(properties);
        if (!data.hasOwnDatabase() && !data.hasCommunity()) {
            err.printf(
                    "There is no community in %s to export: bring one in with “./quorate import PATH...”.%n",
                    data.folder());
            return CommandLine.REFUSED;
        }
        return WithoutWeb.run(application, properties, "", err, context -> export(context, folder));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            throw new CommandLine.Misuse("“%s” is no name of a folder.".formatted(name));
        }
    }

    private int export(ConfigurableApplicationContext context, Path folder) {
        try {
            RecordExport.Written written = context.getBean(RecordExport.class).writeTo(folder);
            out.printf(
                    "Wrote %s, %s, %s and the public record as JSON to %s: %s.%n",
                    counted(written.rosters(), "roster"),
                    written.meetings() == 1
                            ? "the minutes of 1 meeting"
                            : "the minutes of %d meetings".formatted(written.meetings()),
                    counted(written.records(), "vote record"),
                    folder,
                    counted(written.files().size(), "file"));
            if (written.rosters() > 0) {
                out.println("The rosters have the columns they came with, e-mail addresses included.");
            }
            return CommandLine.DONE;
        } catch (RecordExport.Refused e) {
            err.println(e.getMessage());
        }
        return CommandLine.REFUSED;
    }

    private static String counted(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
