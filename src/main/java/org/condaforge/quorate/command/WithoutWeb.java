package org.condaforge.quorate.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The application without its pages, for a command that works with the community's database and ends.
final class WithoutWeb {

    /// Vaadin configures itself for a web application only, and fails without one.
    private static final List<String> OF_THE_WEB = List.of(
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig");

    private WithoutWeb() {}

    /// Starts it, does the work and stops it. Why it could not is said in a sentence.
    ///
    /// @param properties of the command line
    /// @param inUse what else to say where the running application holds the database
    /// @return the exit code of the work, or that of a refusal
    static int run(
            Class<?> application,
            List<String> properties,
            String inUse,
            PrintStream err,
            ToIntFunction<ConfigurableApplicationContext> work) {
        List<String> all = new ArrayList<>(properties);
        all.add("--quorate.database=" + DataFolder.COMMUNITY);
        all.add("--quorate.sample=false");
        // Sources are read by themselves where the application stays up.
        all.add("--quorate.sources.look-every=1000d");
        all.add("--spring.autoconfigure.exclude=" + String.join(",", OF_THE_WEB));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new))) {
            return work.applyAsInt(context);
        } catch (RuntimeException e) {
            err.println(StartFailure.sentence(e) + (StartFailure.inUse(e) ? inUse : ""));
            if (properties.contains("--debug")) {
                e.printStackTrace(err);
            }
            return CommandLine.REFUSED;
        }
    }
}
