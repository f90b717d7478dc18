package org.condaforge.quorate.ui.member;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.condaforge.quorate.member.AccessKind;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.AccessSystem;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "quorate.secretaries=Alder, sorrel")
class AccessViewTests extends ViewTest {

    @Autowired
    private AccessService access;

    @Autowired
    private MemberService members;

    private AccessSystem.Id lay(String system, String login) {
        return grove.as("alder", () -> {
            AccessSystem.Id id = access.add(system, AccessKind.TEAM, "https://example.org/teams");
            access.grant(id, member(login), Optional.of(LocalDate.of(2020, 5, 1)));
            return id;
        });
    }

    private MemberId member(String login) {
        return members.byLogin(login).orElseThrow().id();
    }

    private void becomesEmeritus(String login, String name) {
        members.take(new RosterFile.Row(login, Optional.empty(), name, Map.of(), 1), Standing.EMERITUS, "check-in");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Sign in to work on the access list.",
        "yew, Only secretaries may work on the access list.",
        "birch, Only secretaries may work on the access list.",
        "nettle, Only secretaries may work on the access list."
    })
    void tellsOthersWhoseItIsAndNothingElse(String login, String sentence) {
        AccessSystem.Id mirror = lay("Mirror", "cedar");
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("members/access?system=" + mirror.number());

        assertThat(title()).isEqualTo("Access · Quorate");
        assertThat(page()).contains(sentence).doesNotContain("Mirror", "Cedar");
        _assertNone(TextField.class);
        open("members");
        assertThat(links()).doesNotContain("members/access");
        open("members/cedar");
        assertThat(page()).doesNotContain("Mirror");
        open("");
        assertThat(page()).doesNotContain("Work through it");
    }

    @ParameterizedTest
    @CsvSource({"alder", "sorrel"})
    void tellsSecretariesWhatWillAppear(String login) {
        signIn(login);
        open("members");
        assertThat(links()).contains("members/access");

        open("members/access");

        assertThat(page())
                .contains("Nothing is to be revoked or given.", "what they hold appears here to be revoked")
                .contains("No system is known yet.", "Never a password, key or token: secrets are not kept here.");
    }

    @Test
    void worksThroughWhatIsToBeRevoked() {
        lay("Mirror", "cedar");
        lay("Gate", "cedar");
        becomesEmeritus("cedar", "Cedar");
        clock.advance(Duration.ofDays(15));
        signIn("alder");
        open("");
        assertThat(page())
                .contains("Access of one member whose standing changed", "2 items are on the list for too long");
        assertThat(links()).contains("members/access");

        open("members/access");
        assertThat(page())
                .contains("2 items are to be revoked or given, 2 of them overdue.")
                .contains(
                        "Revoke Gate from Cedar", "Cedar became emeritus, by check-in", "overdue", "example.org/teams");
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getAriaLabel()
                        .filter("Revoked: Mirror, Cedar"::equals)
                        .isPresent())));

        assertThat(page()).contains("One item is to be revoked or given", "Mirror revoked from Cedar by alder.");
        _click(_get(Button.class, spec -> spec.withText("They keep it")));
        _click(_get(Button.class, spec -> spec.withText("Take it off the list")));
        assertThat(page()).contains("Say why it needs not be done.", "One item is to be");
        enter(_get(TextField.class, spec -> spec.withLabel("Why")), "It is for everybody.");
        _click(_get(Button.class, spec -> spec.withText("Take it off the list")));
        assertThat(page()).contains("Nothing is to be", "Gate stays with Cedar by alder. It is for everybody.");
    }

    @Test
    void showsASystemAndRecordsWhoHoldsIt() {
        AccessSystem.Id mirror = lay("Mirror", "yew");
        signIn("sorrel");
        open("members/access?system=" + mirror.number());

        assertThat(page()).contains("team · managed at", "Yew", "emeritus", "since 1 May 2020", "recorded by alder");
        @SuppressWarnings("unchecked")
        ComboBox<MemberService.Person> person = _get(ComboBox.class, spec -> spec.withLabel("Member"));
        _click(_get(Button.class, spec -> spec.withText("Record it")));
        assertThat(page()).contains("Choose the member who holds it.");
        enter(person, Objects.requireNonNull(members.people().get(member("elm"))));
        _click(_get(Button.class, spec -> spec.withText("Record it")));

        assertThat(page()).contains("Elm recorded by sorrel");
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getAriaLabel()
                        .filter("Revoked: Mirror, Yew"::equals)
                        .isPresent())));
        assertThat(page()).contains("Yew revoked by sorrel");
    }

    @Test
    void addsAndCorrectsASystem() {
        signIn("alder");
        open("members/access");
        enter(_get(TextField.class, spec -> spec.withLabel("Name")), "Mirror");
        enter(_get(TextField.class, spec -> spec.withLabel("Where it is managed")), "password: acorns");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(page()).contains("looks like a secret");
        enter(_get(TextField.class, spec -> spec.withLabel("Where it is managed")), "the hall");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(page()).contains("Mirror", "account · managed at the hall", "Nobody is known to hold it.");
        @SuppressWarnings("unchecked")
        Select<AccessKind> kind = _get(Select.class);
        enter(kind, AccessKind.TOKEN);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(page()).contains("token · managed at the hall");
    }

    @Test
    void takesAFileAndSaysByLineWhatItCouldNot() {
        signIn("alder");
        open("members/access");
        enter(_get(TextArea.class), "system,kind,login\nMirror,team,oak\nMirror,team,elm\n");
        _click(_get(Button.class, spec -> spec.withText("Take it over")));

        assertThat(page()).contains("Line 2: Nobody has or had the login oak", "1 systems and 1 grants are new");
        enter(_get(TextArea.class), "system,kind,login\nMirror,team,birch\n");
        _click(_get(Button.class, spec -> spec.withText("Take it over")));
        assertThat(page()).contains("0 systems and 1 grants are new", "Mirror", "2 hold it");
    }

    @Test
    void showsHostileTextAsText() {
        signIn("alder");
        access.add("<img src=x onerror=alert(1)>", AccessKind.TEAM, "javascript:alert(1)");

        open("members/access");

        assertThat(page()).contains("<img src=x onerror=alert(1)>", "javascript:alert(1)");
        assertThat(links()).noneMatch(link -> link.startsWith("javascript"));
    }

    @Test
    void saysThatThereIsNoSuchSystem() {
        signIn("alder");
        open("members/access?system=999");

        assertThat(page()).contains("There is no system 999.");
    }

    @Test
    void showsSecretariesWhatAMemberHolds() {
        lay("Mirror", "cedar");
        signIn("alder");

        open("members/cedar");

        assertThat(page()).contains("Access", "Mirror", "since 1 May 2020");
    }
}
