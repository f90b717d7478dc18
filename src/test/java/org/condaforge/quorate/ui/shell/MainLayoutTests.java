package org.condaforge.quorate.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainLayoutTests extends ViewTest {

    @Test
    void leadsToEveryListFromEveryPage() {
        for (String page : List.of("", "votes", "members", "votes/4711")) {
            open(page);

            assertThat(_get(SideNav.class).getItems())
                    .extracting(SideNavItem::getLabel)
                    .containsExactly(
                            "Desk",
                            "Votes",
                            "CFEPs",
                            "Meetings",
                            "Actions",
                            "Members",
                            "Check-in",
                            "Rules",
                            "Insights",
                            "Journal");
        }
    }

    @Test
    void skipsToTheContent() {
        open("votes");

        Anchor first = _find(_get(MainLayout.class), Anchor.class).stream()
                .filter(anchor -> "#content".equals(anchor.getHref()))
                .findFirst()
                .orElseThrow();
        assertThat(text(first)).isEqualTo("To the content");
        assertThat(first.getElement().getParent().getChild(0)).isEqualTo(first.getElement());
    }

    @Test
    void countsOpenVotesAnewOnEveryPage() {
        open("votes");
        assertThat(count().getText()).isEmpty();
        assertThat(count().getElement().getAttribute("aria-label")).isEqualTo("0 open");

        var vote = grove.vote("alder", "Fund the mirror", 7);
        grove.vote("alder", "Another logo", 7);
        open("members");
        assertThat(count().getText()).isEqualTo("2");
        assertThat(count().getElement().getAttribute("aria-label")).isEqualTo("2 open");

        grove.cast("birch", vote, Choice.YES, "");
        grove.pass(java.time.Duration.ofDays(8));
        open("votes");
        assertThat(count().getText()).isEmpty();
    }

    @Test
    void offersAnonymousReadersToSignIn() {
        open("votes");

        assertThat(_find(Anchor.class, spec -> spec.withText("Sign in")))
                .singleElement()
                .extracting(Anchor::getHref)
                .isEqualTo("login");
        assertThat(menu().getElement().getAttribute("aria-label")).isEqualTo("Display");
        assertThat(entries()).containsExactly("Light", "Dark", "As the system");
    }

    @ParameterizedTest
    @CsvSource({
        "alder, Alder · core, 'Alder, core: menu'",
        "yew, Yew · emeritus, 'Yew, emeritus: menu'",
    })
    void saysWhoIsSignedIn(String login, String label, String name) {
        signIn(login);

        open("votes");

        assertThat(text(menu())).contains(label);
        assertThat(menu().getElement().getAttribute("aria-label")).isEqualTo(name);
        assertThat(entries()).contains("My page", "Sign out");
        assertThat(_find(Anchor.class, spec -> spec.withText("Sign in"))).isEmpty();
    }

    @Test
    void saysThatSomebodyIsNoMember() {
        signIn("sorrel");

        open("votes");

        assertThat(text(menu())).contains("sorrel · no member");
        assertThat(entries()).contains("Sign out").doesNotContain("My page");
    }

    @Test
    void marksADemoAsOne() {
        open("votes");

        assertThat(_find(Span.class, spec -> spec.withText("Demo")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.getTitle().orElseThrow()).contains("Demo sign-in"));
    }

    private static Span count() {
        return _get(Span.class, spec -> spec.withClasses("q-count"));
    }

    private static MenuItem menu() {
        return _get(MenuBar.class).getItems().getFirst();
    }

    private static List<String> entries() {
        return menu().getSubMenu().getItems().stream().map(MenuItem::getText).toList();
    }
}
