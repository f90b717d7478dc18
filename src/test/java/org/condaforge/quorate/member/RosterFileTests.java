package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTests {

    @Test
    void readsColumnsByTheirHeadings() {
        var file = RosterFile.parse("""
                name,GitHub_Username,since,email
                "Alder, Jr.",alder,2019,alder@example.org
                Birch,birch,,
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.rows()).hasSize(2);
        var alder = file.rows().getFirst();
        assertThat(alder.login()).isEqualTo("alder");
        assertThat(alder.name()).isEqualTo("Alder, Jr.");
        assertThat(alder.email()).contains("alder@example.org");
        assertThat(alder.more()).containsExactly(Map.entry("since", "2019"));
        assertThat(alder.line()).isEqualTo(2);
        assertThat(file.rows().getLast().email()).isEmpty();
        assertThat(file.rows().getLast().more()).containsEntry("since", "");
    }

    @Test
    void takesLoginMailAndNameWithoutHeader() {
        var file = RosterFile.parse("alder,alder@example.org,Alder,extra\nbirch,,Birch\n");

        assertThat(file.rows())
                .containsExactly(
                        new RosterFile.Row(
                                "alder", Optional.of("alder@example.org"), "Alder", Map.of("column 4", "extra"), 1),
                        new RosterFile.Row("birch", Optional.empty(), "Birch", Map.of(), 2));
    }

    @Test
    void ignoresByteOrderMarkBlankLinesAndWindowsLineEnds() {
        var file = RosterFile.parse("\uFEFFlogin,name\r\n\r\nalder,Alder\r\n,\r\nbirch,Birch");

        assertThat(file.problems()).isEmpty();
        assertThat(file.rows()).extracting(RosterFile.Row::login).containsExactly("alder", "birch");
        assertThat(file.rows()).extracting(RosterFile.Row::line).containsExactly(3, 5);
    }

    @Test
    void keepsTheFirstOfTwoEqualLogins() {
        var file = RosterFile.parse("login,name\nalder,Alder\nbirch,Birch\nALDER,Another\n");

        assertThat(file.rows()).extracting(RosterFile.Row::name).containsExactly("Alder", "Birch");
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.message()).contains("ALDER").contains("line 2");
        });
    }

    @Test
    void reportsRowsWithoutLoginOrName() {
        var file = RosterFile.parse("login,name\n,Alder\nbirch,\ncedar\ndogwood,Dogwood\n");

        assertThat(file.rows()).extracting(RosterFile.Row::login).containsExactly("dogwood");
        assertThat(file.problems()).extracting(RosterFile.Problem::line).containsExactly(2, 3, 4);
    }

    @Test
    void survivesQuotesThatNobodyCloses() {
        var file = RosterFile.parse("login,name\nalder,Alder\nbirch,\"Birch\ncedar,Cedar\n");

        assertThat(file.rows()).extracting(RosterFile.Row::login).contains("alder");
        assertThat(file.problems()).isNotEmpty();
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(RosterFile.parse(""))
                .isEqualTo(new RosterFile(List.of("login", "email", "name"), false, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"core.csv,24", "emeritus.csv,13"})
    void readsTheRealRosters(String name, int people) {
        var file = RosterFile.parse(RealData.text("members/" + name));

        assertThat(file.problems()).isEmpty();
        assertThat(file.rows()).hasSize(people).allSatisfy(row -> {
            assertThat(row.email()).contains(row.login() + "@example.org");
            assertThat(row.more()).isEmpty();
        });
    }
}
