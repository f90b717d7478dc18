package org.condaforge.quorate.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.QuorateApplication;
import org.condaforge.quorate.support.MutableClock;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.SignIn;
import org.condaforge.quorate.support.TestBeans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

/// Views without a browser: one application for all of them, an in-memory database laid anew for each test, a clock
/// that stands still at [Grove#NOW], and nobody signed in until [#signIn].
@SpringBootTest(
        classes = QuorateApplication.class,
        properties = {OnH2.DATABASE, OnH2.NO_CLOSER, OnH2.KEYS})
@Import({TestBeans.class, Grove.class})
public abstract class ViewTest {

    private static final Routes ROUTES = new Routes().autoDiscoverViews("org.condaforge.quorate.ui");

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected Grove grove;

    @BeforeEach
    void openBrowser() {
        grove.plant();
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
    }

    @AfterEach
    void closeBrowser() {
        MockVaadin.tearDown();
        SignIn.out();
    }

    /// Becomes that member.
    protected void signIn(String login) {
        SignIn.as(login);
        request().setUserPrincipalInt(SecurityContextHolder.getContext().getAuthentication());
    }

    /// Becomes nobody again.
    protected void signOut() {
        SignIn.out();
        request().setUserPrincipalInt(null);
    }

    private static FakeRequest request() {
        return (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
    }

    /// Opens the page with that address, parameters included.
    protected static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /// Enters a value into a field as its reader would: listeners hear that it came from the browser.
    protected static <F extends AbstractField<F, V>, V> void enter(F field, V value) {
        V before = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new AbstractField.ComponentValueChangeEvent<>(field, field, before, true));
    }

    /// Everything a reader of the page sees, parts separated by blanks.
    protected static String page() {
        return text(_find(Main.class).getFirst());
    }

    /// Everything a reader of that part sees, its parts separated by blanks; alternatives of pictures included.
    protected static String text(Component part) {
        return Words.of(part.getElement());
    }

    /// The addresses that the page links to, in the order of the page.
    protected static List<String> links() {
        return Words.hrefs(_find(Main.class).getFirst().getElement()).toList();
    }

    /// The link with that text.
    protected static Anchor link(String text) {
        return _find(_find(Main.class).getFirst(), Anchor.class).stream()
                .filter(anchor -> text(anchor).strip().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link “%s” among %s"
                        .formatted(
                                text,
                                _find(Anchor.class).stream().map(ViewTest::text).collect(Collectors.joining(" | ")))));
    }

    /// The title of the browser's window.
    protected static String title() {
        return String.valueOf(UI.getCurrent().getInternals().getTitle());
    }
}
