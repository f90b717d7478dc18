package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Starts the application and says where it is and how to sign in.
final class RunCommand implements CommandLine.Command {

    private static final Pattern PROPERTY = Pattern.compile("--[A-Za-z][\\w.\\[\\]-]*=.*");

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    RunCommand(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    @Override
    public int run(List<String> arguments) {
        boolean sampleWanted = arguments.contains("--sample");
        List<String> properties =
                arguments.stream().filter(a -> !a.equals("--sample")).toList();
        properties.stream()
                .filter(argument -> !PROPERTY.matcher(argument).matches() && !argument.equals("--debug"))
                .findFirst()
                .ifPresent(argument -> {
                    throw new CommandLine.Misuse("run does not know “%s”.".formatted(argument));
                });
        DataFolder data = DataFolder.of(properties);
        boolean sample = !data.hasOwnDatabase() && (sampleWanted || !data.hasCommunity());
        List<String> all = new ArrayList<>(properties);
        all.add("--quorate.database=" + (sample ? DataFolder.SAMPLE : DataFolder.COMMUNITY));
        all.add("--quorate.sample=" + sample);
        SpringApplication spring = new SpringApplication(application);
        try {
            ConfigurableApplicationContext context = spring.run(all.toArray(String[]::new));
            greet(context.getEnvironment(), sample);
            return CommandLine.RUNNING;
        } catch (RuntimeException e) {
            err.println(StartFailure.sentence(e));
            if (properties.contains("--debug")) {
                e.printStackTrace(err);
            }
            return CommandLine.REFUSED;
        }
    }

    private void greet(Environment environment, boolean sample) {
        String port = environment.getProperty("local.server.port", "8080");
        out.println();
        out.println("Quorate is at http://localhost:" + port);
        if (sample) {
            out.println(
                    "It shows a sample community of invented people. “./quorate import PATH...” brings in a real one.");
        }
        if (environment.getProperty("spring.security.oauth2.client.registration.github.client-id") == null) {
            out.println(
                    "To sign in, open http://localhost:%s/login and choose whom to be (demo, on this computer only)."
                            .formatted(port));
        }
        out.println("Stop it with Ctrl+C.");
    }
}
