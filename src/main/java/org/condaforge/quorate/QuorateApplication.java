package org.condaforge.quorate;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;
import java.time.Clock;
import java.util.TimeZone;
import org.condaforge.quorate.command.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Quorate: proposals, votes, rosters and meetings of a project that governs itself.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@EnableResilientMethods
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("assets/ui/styles.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
public class QuorateApplication implements AppShellConfigurator {

    /// Runs the command line: `run`, `import` or `assess`, with its options.
    public static void main(String[] args) {
        // Spring Data writes instants in the zone of the JVM, and the databases keep UTC.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int exit = new CommandLine(QuorateApplication.class, System.out, System.err).run(args);
        if (exit != CommandLine.RUNNING) {
            System.exit(exit);
        }
    }

    /// The one clock; tests set another.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Quorate");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addLink("icon", "assets/ui/icon.svg");
    }
}
