package org.condaforge.quorate.ui.rule;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.Grove;
import org.condaforge.quorate.ui.ViewTest;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.DecisionWithoutVote;
import org.condaforge.quorate.vote.DecisionsWithoutVote;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WithoutVotePanelTests extends ViewTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    DecisionsWithoutVote decisions;

    @Autowired
    Policies policies;

    @Autowired
    Reader reader;

    private WithoutVotePanel shown(int page) {
        var panel = new WithoutVotePanel(
                decisions, reader, policies.item("conda-forge", "lock-thread"), page, Map.of("page", "conda-forge"));
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private void recorded(String subject, String link, String justification) {
        signIn("birch");
        decisions.record(
                new DecisionWithoutVote.Draft("conda-forge", "lock-thread", subject, link, justification, List.of()));
        signOut();
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void press() {
        _click(_get(Button.class, spec -> spec.withText("Record it")));
    }

    @Test
    void showsAnonymousReadersTheListAndNoForm() {
        recorded("A thread about moss", "https://example.org/moss", "It got heated.\nTwice.");

        var panel = shown(0);
        assertThat(text(panel))
                .contains("A thread about moss", "Birch", "18 Nov", "revision 2025-11", "It got heated.", "Twice.");
        assertThat(_find(panel, TextField.class)).isEmpty();
        assertThat(_find(panel, Anchor.class))
                .extracting(Anchor::getHref)
                .containsExactly("https://example.org/moss", "members/birch");
    }

    @Test
    void offersEmeritusMembersNoForm() {
        signIn("yew");

        var panel = shown(0);
        assertThat(text(panel)).contains("Nothing is recorded yet.");
        assertThat(_find(panel, Button.class)).isEmpty();
    }

    @Test
    void letsACoreMemberRecord() {
        recorded("An older one", "", "Spam.");
        clock.set(Grove.NOW.plus(Duration.ofHours(1)));
        signIn("alder");
        var panel = shown(0);
        enter(field("What it concerns, in one line"), "A thread about moss");
        enter(field("Link"), "https://example.org/moss");
        enter(_get(TextArea.class), "It got heated.");

        press();

        assertThat(_find(ListItem.class)).hasSize(2);
        assertThat(text(_find(ListItem.class).getFirst())).contains("A thread about moss", "Alder", "It got heated.");
        assertThat(field("What it concerns, in one line").getValue()).isEmpty();
        assertThat(_get(TextArea.class).getValue()).isEmpty();
        assertThat(text(panel)).doesNotContain("needs a justification");
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasEntered() {
        signIn("alder");
        var panel = shown(0);
        enter(field("What it concerns, in one line"), "A thread about moss");
        enter(field("Link"), "javascript:alert(1)");

        press();

        assertThat(text(panel))
                .contains("“Lock a thread” needs a justification.", "A link begins with https:// or http://");
        assertThat(field("What it concerns, in one line").getValue()).isEqualTo("A thread about moss");
        assertThat(decisions
                        .list("conda-forge", "lock-thread", new Page.Request(0, 5))
                        .total())
                .isZero();
    }

    @Test
    void refusesWhoLeftCoreWhileThePageWasOpen() {
        signIn("alder");
        var panel = shown(0);
        enter(field("What it concerns, in one line"), "A thread about moss");

        signIn("yew");
        press();

        assertThat(text(panel)).contains("Only active core members may record a decision.");
    }

    @Test
    void asksForWhatTheItemAsksFor() {
        var conda = Policies.shipped().stream()
                .filter(policy -> policy.name().equals("conda"))
                .findFirst()
                .orElseThrow();
        signIn("alder");
        UI.getCurrent()
                .add(new WithoutVotePanel(
                        decisions, reader, conda.item("incubator-addition").orElseThrow(), 0, Map.of()));

        assertThat(field("Consent of the authors").isRequiredIndicatorVisible()).isTrue();
        assertThat(_get(TextArea.class).isRequiredIndicatorVisible()).isFalse();

        press();

        assertThat(_find(ListItem.class)).isEmpty();
    }

    @Test
    void leadsToTheNextPageOfALongList() {
        for (int i = 0; i < 51; i++) {
            recorded("Thread " + i, "", "Heated.");
        }
        shown(0);
        assertThat(_find(ListItem.class)).hasSize(50);
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .last()
                .isEqualTo("rules/lock-thread?page=conda-forge&recorded=2");
        shown(WithoutVotePanel.page(new Location("rules/lock-thread?page=conda-forge&recorded=2")));
        assertThat(_find(ListItem.class)).hasSize(1);
        assertThat(WithoutVotePanel.page(new Location("rules/lock-thread?recorded=0")))
                .isZero();
    }

    @Test
    void showsHostileWordsAsText() {
        recorded(HOSTILE, "https://example.org/?q=%22%3E", HOSTILE);

        var panel = shown(0);

        assertThat(text(panel)).contains(HOSTILE);
        assertThat(panel.getElement().getOuterHTML().replaceAll("\"[^\"]*\"", ""))
                .doesNotContain("<img");
    }
}
