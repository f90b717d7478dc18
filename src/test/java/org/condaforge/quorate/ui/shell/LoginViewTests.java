package org.condaforge.quorate.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

class LoginViewTests extends ViewTest {

    @Autowired
    Community community;

    @Test
    void letsOneChooseWhomToBeAndSaysThatThisIsADemo() {
        open("login");

        assertThat(title()).isEqualTo("Sign in · Quorate");
        assertThat(page())
                .contains("Demo", "There is no password", "Choose whom to be")
                .containsSubsequence("Alder", "Birch", "Yew");
        assertThat(people()).hasSize(6);
        assertThat(link("Read on without signing in").getHref()).isEmpty();
    }

    @Test
    void narrowsTheListByNameAndLoginAsOneTypes() {
        grove.member("Sugar Maple", org.condaforge.quorate.ui.Grove.active(java.time.LocalDate.of(2020, 1, 1), null));
        open("login");

        enter(_get(TextField.class), " EL");
        assertThat(people()).singleElement().asString().contains("Elm");

        enter(_get(TextField.class), "r-mapl");
        assertThat(people()).singleElement().asString().contains("Sugar Maple");

        enter(_get(TextField.class), "nobody");
        assertThat(people()).isEmpty();

        enter(_get(TextField.class), "");
        assertThat(people()).hasSize(7);
    }

    @Test
    void signsInAsWhoWasChosen() {
        open("login");

        _click(_get(Button.class, spec -> spec.withText("Birch")));

        assertThat(signedIn()).extracting(Authentication::getName).isEqualTo("birch");
        open("votes");
        assertThat(text(_get(MainLayout.class))).doesNotContain("Sign in");
    }

    @Test
    void refusesWhoComesThroughAProxyWithASentence() {
        open("login");
        ((FakeRequest) VaadinServletRequest.getCurrent().getRequest())
                .getHeaders()
                .put("X-Forwarded-For", List.of("192.0.2.7"));

        _click(_get(Button.class, spec -> spec.withText("Birch")));

        assertThat(page()).contains("Demo sign-in works on the computer that runs Quorate only.");
        assertThat(VaadinSession.getCurrent().getSession().getAttribute("SPRING_SECURITY_CONTEXT"))
                .isNull();
    }

    @Test
    void saysWhatToDoWhereNobodyIsOnTheRoster() {
        community.clear();

        open("login");

        assertThat(page()).contains("Nobody is on the roster yet. Import core.csv and emeritus.csv");
    }

    private static List<String> people() {
        return _find(ListItem.class).stream().map(person -> text(person)).toList();
    }

    private static Authentication signedIn() {
        var context = (SecurityContext) VaadinSession.getCurrent().getSession().getAttribute("SPRING_SECURITY_CONTEXT");
        return java.util.Objects.requireNonNull(context.getAuthentication());
    }
}
