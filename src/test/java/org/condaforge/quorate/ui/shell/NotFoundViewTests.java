package org.condaforge.quorate.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotFoundViewTests extends ViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void saysInTheFrameOfEveryPageThatThereIsNothingHere(String reader) {
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        arrive("forest/clearing");

        assertThat(title()).isEqualTo("Not found · Quorate");
        assertThat(page()).contains("There is nothing here", "No page has the address /forest/clearing.");
        assertThat(links()).containsExactly("votes", "cfeps", "meetings");
        assertThat(_find(MainLayout.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"votes/x", "votes/1/2", "votes/-1", "votes/1234567890123456789"})
    void findsNoVoteUnderWhatIsNoNumber(String address) {
        arrive(address);

        assertThat(page()).contains("No page has the address /%s.".formatted(address));
    }

    /// Comes by an address typed into the browser.
    private static void arrive(String address) {
        UI ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
    }

    @Test
    void showsAHostileAddressAsText() {
        arrive("<img src=x onerror=alert(1)>");

        assertThat(page()).contains("There is nothing here");
        assertThat(_find(Main.class).getFirst().getElement().getOuterHTML()).doesNotContain("<img");
    }
}
