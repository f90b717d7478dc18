package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterPatchTests {

    @TempDir
    Path folder;

    @Test
    void saysNothingWhereNothingChanged() {
        assertThat(RosterPatch.of("core.csv", Optional.of("alder,Alder\n"), "alder,Alder\n"))
                .isEqualTo(new RosterPatch("core.csv", "", 0, 0));
    }

    @Test
    void isAUnifiedDiff() {
        RosterPatch patch = RosterPatch.of(
                "core.csv", Optional.of("login,name\nalder,Alder\nyew,Yew\n"), "login,name\nalder,Alder\nelm,Elm\n");

        assertThat(patch.text()).isEqualTo("""
                diff --git a/core.csv b/core.csv
                --- a/core.csv
                +++ b/core.csv
                @@ -1,3 +1,3 @@
                 login,name
                 alder,Alder
                -yew,Yew
                +elm,Elm
                """);
        assertThat(patch.added()).isOne();
        assertThat(patch.removed()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login,name#alder,Alder#yew,Yew#|login,name#alder,Alder#elm,Ēlm 木#",
                "login,name#alder,Alder#yew,Yew|login,name#alder,Alder#yew,Yew#zelkova,Zelkova",
                "login,name%alder,Alder%yew,Yew%|login,name%yew,Yew%",
                "login,name#alder,Alder|login,name",
            })
    void gitAppliesItToTheByte(String before, String after) throws Exception {
        String old = before.replace("%", "\r\n").replace('#', '\n');
        String fresh = after.replace("%", "\r\n").replace('#', '\n');

        assertThat(applied(Optional.of(old), RosterPatch.of("core.csv", Optional.of(old), fresh)))
                .isEqualTo(fresh);
    }

    @Test
    void gitMakesAFileOfOneThatIsNew() throws Exception {
        String fresh = "login,name\nyew,Yew\n";

        assertThat(applied(Optional.empty(), RosterPatch.of("core.csv", Optional.empty(), fresh)))
                .isEqualTo(fresh);
    }

    private String applied(Optional<String> before, RosterPatch patch) throws Exception {
        Path file = folder.resolve("core.csv");
        if (before.isPresent()) {
            Files.writeString(file, before.get());
        }
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.apply()
                    .setPatch(new ByteArrayInputStream(patch.text().getBytes(StandardCharsets.UTF_8)))
                    .call();
        }
        return Files.readString(file);
    }
}
