package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Locale;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.security.DemoSignIn;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Empty;
import org.condaforge.quorate.ui.component.Initials;
import org.condaforge.quorate.ui.component.PageHead;

/// Sign-in: with GitHub, or, in demo mode, by choosing whom to be.
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Quorate")
@AnonymousAllowed
public class LoginView extends Composite<Main> {

    private final DemoSignIn demo;
    private final UnorderedList people = new UnorderedList();
    private final Paragraph problem = new Paragraph();
    private final List<Roster.Entry> roster;

    public LoginView(DemoSignIn demo, MemberService members) {
        this.demo = demo;
        this.roster = demo.enabled() ? members.roster().all() : List.of();
        getContent().addClassNames("q-page", "q-single", "q-login");
        getContent().setId("content");
        if (demo.enabled()) {
            getContent().add(warning(), new PageHead("Choose whom to be"), chooser());
        } else {
            Anchor github = new Anchor("oauth2/authorization/github", "Sign in with GitHub");
            github.setRouterIgnore(true);
            getContent().add(new PageHead("Sign in").lead("The roster decides what your login may do."), github);
        }
        Anchor home = Address.link("", "Read on without signing in");
        home.addClassName("q-small");
        getContent().add(home);
    }

    private static Div warning() {
        Span mark = new Span("Demo");
        mark.getElement().getStyle().set("font-weight", "700");
        Div banner = new Div(
                mark,
                new Span("There is no password: whoever sits at this computer chooses. Nobody else can reach it."));
        banner.addClassName("q-demo");
        return banner;
    }

    private Card chooser() {
        if (roster.isEmpty()) {
            return new Card(
                    new Empty("Nobody is on the roster yet. Import core.csv and emeritus.csv to choose a member."));
        }
        TextField filter = new TextField("Name or login");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.EAGER);
        filter.addValueChangeListener(change -> show(change.getValue()));
        filter.addKeyPressListener(
                Key.ENTER,
                press -> matching(filter.getValue()).stream().findFirst().ifPresent(this::signIn));
        problem.getElement().setAttribute("role", "alert");
        people.addClassName("q-people");
        people.getElement().setAttribute("role", "list");
        show("");
        return new Card(filter, problem, people);
    }

    private List<Roster.Entry> matching(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return roster.stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || person.login().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private void show(String words) {
        people.removeAll();
        for (Roster.Entry person : matching(words)) {
            Button be = new Button(person.name(), click -> signIn(person));
            be.addThemeNames("tertiary-inline");
            Span standing = new Span(person.standing().label());
            standing.addClassNames("q-dim", "q-small");
            ListItem line = new ListItem(new Initials(person.name()), new Div(be, new Span(" "), standing));
            people.add(line);
        }
    }

    private void signIn(Roster.Entry person) {
        try {
            demo.signIn(
                    person.login(),
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
            UI.getCurrent().getPage().setLocation("/");
        } catch (NotAllowed e) {
            problem.setText(e.reason());
        }
    }
}
