package org.condaforge.quorate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/access.md` is written from the tables that the other tests here drive.
class AccessPageTests {

    private static final Path PAGE = Path.of("docs/access.md");

    /// Renew the page with `mvn test -Dtest=AccessPageTests -Dgolden.renew=true` and read what changed.
    @Test
    void thePageIsWrittenFromTheTables() throws IOException {
        String written = inMarkdown();
        if (Boolean.getBoolean("golden.renew")) {
            Files.writeString(PAGE, written);
        }
        assertThat(written)
                .as("if it is meant to change: mvn test -Dtest=AccessPageTests -Dgolden.renew=true")
                .isEqualTo(Files.exists(PAGE) ? Files.readString(PAGE) : "");
    }

    private static String inMarkdown() {
        StringBuilder page = new StringBuilder("""
                # Who may what

                Written by `AccessPageTests` from `src/test/resources/access`, whose rows `RouteAccessTests` and
                `ServiceAccessTests` drive for every role; do not edit. A new page or a new public method of a service
                without a row there fails the build.

                - yes: may, as far as what is asked for allows it
                - no: is refused with the reason, and nothing is stored
                - less: sees that there is something, and not what

                ## Pages

                """);
        header(page, "page");
        AccessTable.read("routes").rows().values().forEach(row -> line(page, row));
        page.append("\n## Methods of services\n\n");
        header(page, "method");
        AccessTable services = AccessTable.read("services");
        services.rows().values().stream()
                .filter(row -> !row.isForTheApplication())
                .forEach(row -> line(page, row));
        page.append("""

                ## For the application itself

                These ask nobody who they are; `ApplicationOnlyTests` shows that no page and no address of the API leads
                to them.

                """);
        services.rows().values().stream()
                .filter(AccessTable.Row::isForTheApplication)
                .forEach(row -> page.append(
                        "- `%s`%s%n".formatted(row.what(), row.note().isEmpty() ? "" : ": " + row.note())));
        return page.toString().replace("\r\n", "\n");
    }

    private static void header(StringBuilder page, String what) {
        page.append("| %s | %s | note |%n"
                .formatted(what, Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(" | "))));
        page.append("| --- |").append(" --- |".repeat(Role.values().length + 1)).append('\n');
    }

    private static void line(StringBuilder page, AccessTable.Row row) {
        page.append("| `%s` | %s | %s |%n"
                .formatted(
                        row.what(),
                        Arrays.stream(Role.values())
                                .map(role -> word(row.of(role)))
                                .collect(Collectors.joining(" | ")),
                        row.note()));
    }

    private static String word(char cell) {
        return switch (cell) {
            case 'y' -> "yes";
            case 'h' -> "less";
            default -> "no";
        };
    }
}
