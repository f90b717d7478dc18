package org.condaforge.quorate.ui.member;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.RosterArchive;
import org.condaforge.quorate.member.RosterFile;
import org.condaforge.quorate.member.RosterName;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "quorate.secretaries=Alder, sorrel")
class RosterFilesViewTests extends ViewTest {

    private static final String CORE = "login,email,name\nalder,a@example.org,Alder\nbirch,,Birch\ncedar,,Cedar\n"
            + "dogwood,,Dogwood\nelm,e@example.org,Elm\n";
    private static final String EMERITUS = "login,email,name\nyew,,Yew\n";

    @Autowired
    private MemberService members;

    @Autowired
    private RosterArchive archive;

    private void read() {
        archive.take(List.of(brought("core.csv", CORE), brought("emeritus.csv", EMERITUS)));
    }

    private static RosterArchive.Brought brought(String name, String text) {
        return new RosterArchive.Brought(RosterName.of(name).orElseThrow(), name, name, text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Sign in to export rosters.",
        "yew, Only secretaries may export rosters.",
        "birch, Only secretaries may export rosters.",
        "nettle, Only secretaries may export rosters."
    })
    void isForSecretariesBecauseMailAddressesAreInIt(String login, String sentence) {
        read();
        if (!login.isEmpty()) {
            signIn(login);
        }

        open("members/files");

        assertThat(page()).contains(sentence).doesNotContain("example.org");
        _assertNone(TextArea.class);
    }

    @Test
    void showsTheDiffOfBothFilesOnceSomebodyBecameEmeritus() {
        read();
        signIn("sorrel");
        open("members/files");
        assertThat(page()).contains("The files say what the roster says", "core.csv is as it was read.");
        _assertNone(TextArea.class);
        clock.advance(Duration.ofDays(1));
        members.take(
                new RosterFile.Row("elm", Optional.of("e@example.org"), "Elm", Map.of(), 1),
                Standing.EMERITUS,
                "check-in");

        open("members");
        assertThat(links()).contains("members/files");
        open("members/files");

        assertThat(page())
                .contains(
                        "Two files are to be brought",
                        "core.csv: lines to add 0, to remove 1.",
                        "git apply roster.diff");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("""
                diff --git a/core.csv b/core.csv
                --- a/core.csv
                +++ b/core.csv
                @@ -3,4 +3,3 @@
                 birch,,Birch
                 cedar,,Cedar
                 dogwood,,Dogwood
                -elm,e@example.org,Elm
                diff --git a/emeritus.csv b/emeritus.csv
                --- a/emeritus.csv
                +++ b/emeritus.csv
                @@ -1,2 +1,3 @@
                 login,email,name
                 yew,,Yew
                +elm,e@example.org,Elm
                """);
    }

    @Test
    void offersNewFilesWhereNoneWasRead() {
        signIn("alder");

        open("members/files");

        assertThat(page()).contains("core.csv is new, with lines: 6.");
        assertThat(_get(TextArea.class).getValue()).contains("new file mode 100644", "+++ b/emeritus.csv");
    }
}
