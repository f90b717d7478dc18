package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.member.RosterEdit.Newcomer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterEditTests {

    private static final Newcomer DOGWOOD =
            new Newcomer("dogwood", Optional.of("d@example.org"), "Dogwood, D.", Map.of("chair", "no"));

    private static String without(String text, String login) {
        return RosterEdit.of(text, other -> !other.equalsIgnoreCase(login), List.of());
    }

    private static String with(String text) {
        return RosterEdit.of(text, login -> true, List.of(DOGWOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login,name\n",
                "alder,a@example.org,Alder\r\n\r\nbirch,,Birch",
                "\uFEFFgithub_username,email,name\r\n\"alder\",,\"Alder \"\"A\"\"\"\r\n",
                " alder , , Alder \n# note\n\n\nbirch,,Birch\n\n",
                "alder,,Alder\rbirch,,Birch\r"
            })
    void leavesAFileOfWhichNothingChangedAsItIs(String text) {
        assertThat(RosterEdit.of(text, login -> true, List.of())).isEqualTo(text);
    }

    @Test
    void takesOutWhoWentAndNothingElse() {
        assertThat(without("\uFEFFalder,,Alder\r\nbirch,,Birch\r\ncedar,,Cedar", "alder"))
                .isEqualTo("\uFEFFbirch,,Birch\r\ncedar,,Cedar");
        assertThat(without("alder,,Alder\r\nbirch,,Birch\r\ncedar,,Cedar", "Cedar"))
                .isEqualTo("alder,,Alder\r\nbirch,,Birch");
        assertThat(without("name,login\nAlder,alder\n\nBirch,birch\n", "birch"))
                .isEqualTo("name,login\nAlder,alder\n\n");
        assertThat(without("alder,,Alder\nbirch,,Birch\nALDER,,Again\n", "alder"))
                .isEqualTo("birch,,Birch\n");
    }

    @Test
    void writesWhoCameInTheColumnsOfTheFile() {
        assertThat(with("login,name\nalder,Alder\n")).isEqualTo("login,name\nalder,Alder\ndogwood,\"Dogwood, D.\"\n");
        assertThat(with("Name,chair,GitHub,E-Mail\r\nAlder,yes,alder,\r\n"))
                .isEqualTo(
                        "Name,chair,GitHub,E-Mail\r\nAlder,yes,alder,\r\n\"Dogwood, D.\",no,dogwood,d@example.org\r\n");
        assertThat(with("alder,,Alder,x,y\n")).isEqualTo("alder,,Alder,x,y\ndogwood,d@example.org,\"Dogwood, D.\",,\n");
        assertThat(with("\"alder\",\"\",\"Alder\"\n"))
                .isEqualTo("\"alder\",\"\",\"Alder\"\n\"dogwood\",\"d@example.org\",\"Dogwood, D.\"\n");
    }

    @Test
    void keepsTheOrderOfTheFileAndItsEnd() {
        assertThat(with("login,name\nBirch,B\nelm,E")).isEqualTo("login,name\nBirch,B\ndogwood,\"Dogwood, D.\"\nelm,E");
        assertThat(with("login,name\nbirch,B\ncedar,C"))
                .isEqualTo("login,name\nbirch,B\ncedar,C\ndogwood,\"Dogwood, D.\"");
        assertThat(with("login,name\nz,Alder\na,Elm\n"))
                .isEqualTo("login,name\nz,Alder\ndogwood,\"Dogwood, D.\"\na,Elm\n");
        assertThat(with("login,name\nz,Elm\na,Birch\nb,Cedar\n\n"))
                .isEqualTo("login,name\nz,Elm\na,Birch\nb,Cedar\ndogwood,\"Dogwood, D.\"\n\n");
        assertThat(with("")).isEqualTo("dogwood,d@example.org,\"Dogwood, D.\"\n");
    }

    @Test
    void everybodyMayGoAndSomebodyCome() {
        assertThat(RosterEdit.of("login,name\r\nalder,Alder", login -> false, List.of(DOGWOOD)))
                .isEqualTo("login,name\r\ndogwood,\"Dogwood, D.\"");
    }

    @Test
    void whatItWroteIsReadAsTheSamePeople() {
        RosterFile read = RosterFile.parse(with("login,name\nbirch,Birch\n"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).extracting(RosterFile.Row::login).containsExactly("birch", "dogwood");
        assertThat(read.rows().getLast().name()).isEqualTo("Dogwood, D.");
    }
}
