package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.condaforge.quorate.member.CurrentMember.SignedIn;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.security.DemoSignIn;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.vote.VoteReader;
import org.condaforge.quorate.vote.VoteState;

/// The frame of every page: where to go, who is signed in, and that a demo is a demo.
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final Reader reader;
    private final VoteReader votes;
    private final AuthenticationContext authentication;
    private final Span openVotes = new Span();
    private final SideNav navigation = new SideNav();
    private final SideNavItem imports = nested("Import", "import");
    private final Div who = new Div();
    private final SearchBox search = new SearchBox();

    public MainLayout(Reader reader, VoteReader votes, DemoSignIn demo, AuthenticationContext authentication) {
        this.reader = reader;
        this.votes = votes;
        this.authentication = authentication;
        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(), navigation());
        who.addClassName("q-who");
        Div top = new Div(new DrawerToggle());
        top.addClassName("q-top");
        if (demo.enabled()) {
            top.add(demoMark());
        }
        top.add(search, who);
        addToNavbar(top);
        getElement().insertChild(0, skip().getElement());
    }

    private static Anchor skip() {
        Anchor skip = new Anchor("#content", "To the content");
        skip.setRouterIgnore(true);
        skip.addClassName("q-skip");
        return skip;
    }

    private static Anchor brand() {
        Image icon = new Image("assets/ui/icon.svg", "");
        Anchor brand = new Anchor("", icon, new Span("Quorate"));
        brand.addClassName("q-brand");
        return brand;
    }

    private SideNav navigation() {
        openVotes.addClassName("q-count");
        SideNavItem list = new SideNavItem("Votes", "votes");
        list.setMatchNested(true);
        list.setSuffixComponent(openVotes);
        navigation.getElement().setAttribute("aria-label", "Main");
        navigation.addItem(new SideNavItem("Desk", ""), list, nested("CFEPs", "cfeps"), nested("Meetings", "meetings"));
        navigation.addItem(
                nested("Actions", "actions"),
                nested("Members", "members"),
                nested("Check-in", "check-in"),
                nested("Rules", "rules"),
                nested("Insights", "insights"),
                nested("Journal", "journal"));
        return navigation;
    }

    private static SideNavItem nested(String label, String path) {
        SideNavItem item = new SideNavItem(label, path);
        item.setMatchNested(true);
        return item;
    }

    private static Span demoMark() {
        Span mark = new Span("Demo");
        mark.addClassNames("q-chip", "q-warn");
        mark.setTitle("Demo sign-in: whoever sits at this computer chooses whom to be. Nobody else can reach it.");
        return mark;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        int open = votes.countByState().getOrDefault(VoteState.OPEN, 0);
        openVotes.setText(open == 0 ? "" : String.valueOf(open));
        openVotes.getElement().setAttribute("aria-label", open + " open");
        search.at(event.getLocation().getPath());
        navigation.remove(imports);
        if (reader.isSecretary()) {
            navigation.addItem(imports);
        }
        who.removeAll();
        reader.person().ifPresentOrElse(this::signedIn, this::anonymous);
    }

    private void anonymous() {
        MenuBar menu = menu(new Span("Display"), "Display");
        Anchor login = Address.link("login", "Sign in");
        who.add(menu, login);
    }

    private void signedIn(SignedIn person) {
        String standing = person.standing()
                .map(s -> s == Standing.ACTIVE ? "core" : s.label())
                .orElse("no member");
        Div label = new Div(new Span(person.name() + " · " + standing), new Initials(person.name()));
        label.addClassName("q-who");
        MenuBar menu = menu(label, person.name() + ", " + standing + ": menu");
        MenuItem root = menu.getItems().getFirst();
        root.getSubMenu().addSeparator();
        person.member()
                .ifPresent(member -> root.getSubMenu()
                        .addItem("My page", click -> UI.getCurrent().navigate(Address.member(person.login()))));
        root.getSubMenu().addItem("Sign out", click -> authentication.logout());
        who.add(menu);
    }

    private static MenuBar menu(com.vaadin.flow.component.Component label, String name) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        MenuItem root = menu.addItem(label);
        root.getElement().setAttribute("aria-label", name);
        root.getSubMenu().addItem("Light", click -> scheme(ColorScheme.Value.LIGHT));
        root.getSubMenu().addItem("Dark", click -> scheme(ColorScheme.Value.DARK));
        root.getSubMenu().addItem("As the system", click -> scheme(ColorScheme.Value.SYSTEM));
        return menu;
    }

    private static void scheme(ColorScheme.Value scheme) {
        UI.getCurrent().getPage().setColorScheme(scheme);
    }
}
