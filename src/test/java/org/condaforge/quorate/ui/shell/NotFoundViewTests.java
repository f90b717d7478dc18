package org.condaforge.quorate.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotFoundViewTests extends ViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "yew", "alder"})
    void saysInTheFrameOfEveryPageThatThereIsNothingHere(String reader) {
        if (!reader.isEmpty()) {
            signIn(reader);
        }

        open("votes/9999");

        assertThat(title()).isEqualTo("Not found · Quorate");
        assertThat(page()).contains("There is nothing here", "There is no vote 9999.");
        assertThat(links()).containsExactly("votes", "cfeps", "meetings");
        assertThat(_find(MainLayout.class)).hasSize(1);
    }
}
