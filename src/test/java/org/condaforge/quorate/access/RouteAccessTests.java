package org.condaforge.quorate.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.VoteCalls;
import org.condaforge.quorate.vote.VoteId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Every page against every role: a route without a row in `src/test/resources/access/routes.txt` fails here, and so
/// does one that shows something to other roles than its row says.
@TestPropertySource(properties = "quorate.secretaries=cedar")
class RouteAccessTests extends ViewTest {

    private static final AccessTable TABLE = AccessTable.read("routes");

    private static final String SENSITIVE = ", of a sensitive vote";

    /// What a page says that is not for its reader.
    private static final Pattern REFUSED =
            Pattern.compile("Sign in to |Only (active core members|members of core|secretaries)\\b.* may ");

    /// A page that refuses its reader says little else.
    private static final int LITTLE = 400;

    private static final Map<String, String> PARAMETERS = Map.of(
            ":login", "alder", ":number", "7", ":date", "2026-11-11", ":item", "core-nomination", ":system", "forum");

    @Autowired
    VoteCalls calls;

    @Autowired
    SecretBallots secrets;

    private VoteId open = new VoteId(0);
    private VoteId sensitive = new VoteId(0);

    @BeforeEach
    void lay() {
        grove.proposal(7, "Where seeds are kept", "Proposed");
        grove.meeting(
                LocalDate.of(2026, 11, 11),
                "## Attendees\n- Alder\n\n## Agenda\n* [ ] cfep-7\n\n### TODOs\n* [ ] (Birch) dig\n");
        open = grove.vote("alder", "Plant a tree", 9);
        sensitive = grove.as(
                "alder",
                () -> calls.call(new Call(
                                "conda-forge",
                                "core-nomination",
                                Optional.empty(),
                                "Somebody joins",
                                "Why not.",
                                clock.instant().plus(Duration.ofDays(8)),
                                "Ready.")
                        .about("somebody")));
        grove.as("alder", () -> secrets.cast(sensitive, Choice.YES));
    }

    /// Every route and an address under it.
    private Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        RouteConfiguration.forRegistry(
                        VaadinSession.getCurrent().getService().getRouter().getRegistry())
                .getAvailableRoutes()
                .stream()
                .map(RouteBaseData::getTemplate)
                .forEach(template -> {
                    String route = "/" + template;
                    String path = template.replaceAll("\\([^/]*\\)", "").replace("?", "");
                    if (path.startsWith("votes/:id")) {
                        addresses.put(route, "votes/" + open.number());
                        addresses.put(route + SENSITIVE, "votes/" + sensitive.number());
                        return;
                    }
                    for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
                        path = path.replace(parameter.getKey(), parameter.getValue());
                    }
                    addresses.put(route, path.replaceAll(":\\w+", firstAction()));
                });
        return addresses;
    }

    private String firstAction() {
        return String.valueOf(context.getBean(org.condaforge.quorate.meeting.ActionReader.class)
                .open()
                .getFirst()
                .id()
                .number());
    }

    @Test
    void everyRouteShowsWhatItsRowSays() throws IOException {
        Map<String, String> happened = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        addresses().forEach((route, address) -> {
            happened.put(
                    route,
                    Arrays.stream(Role.values())
                            .map(role -> cell(role, address))
                            .collect(Collectors.joining()));
            expected.put(
                    route,
                    Optional.ofNullable(TABLE.rows().get(route))
                            .map(AccessTable.Row::cells)
                            .orElse("no row"));
        });
        Files.write(
                Path.of("target/access-routes.txt"),
                happened.entrySet().stream()
                        .map(one -> one.getKey() + " | " + one.getValue() + " | ")
                        .toList());

        assertThat(happened)
                .as("a new route needs a row in src/test/resources/access/routes.txt")
                .isEqualTo(expected);
        assertThat(TABLE.rows().keySet()).as("a row that is left over goes").isEqualTo(happened.keySet());
    }

    private String cell(Role role, String address) {
        if (role.login().isEmpty()) {
            signOut();
        } else {
            signIn(role.login());
        }
        open(address);
        if (!UI.getCurrent().getActiveViewLocation().getPath().equals(address)) {
            signOut();
            return "-"; // sent to the sign-in
        }
        String text = page();
        assertThat(text).as("%s as %s", address, role.label()).isNotBlank().doesNotContain("No such page");
        signOut();
        if (_find(Main.class).size() != 1 || (REFUSED.matcher(text).find() && text.length() < LITTLE)) {
            return "-";
        }
        return text.contains("A sensitive vote") && !text.contains("Somebody joins") && address.startsWith("votes/")
                ? "h"
                : "y";
    }
}
