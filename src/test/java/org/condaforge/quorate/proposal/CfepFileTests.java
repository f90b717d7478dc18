package org.condaforge.quorate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.condaforge.quorate.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CfepFileTests {

    private static final String HEADER = """

            <table>
            <tr><td> Title </td><td> Naming of trees </td>
            <tr><td> Status </td><td> Accepted </td></tr>
            <tr><td> Author(s) </td><td> Alder &lt;alder@example.org&gt;; Birch &lt;@birch&gt;</td></tr>
            <tr><td> Created </td><td> Aug 30, 2021</td></tr>
            <tr><td> Updated </td><td> Sept 09, 2021</td></tr>
            <tr><td> Discussion </td><td> <a href="https://example.org/pull/3">here</a> </td></tr>
            <tr><td> Implementation </td><td> https://example.org/1 </br> https://example.org/2 </td></tr>
            </table>

            ## Abstract

            Trees have names.
            """;

    @Test
    void readsTheHeaderAndTheBody() throws UnreadableCfep {
        assertThat(CfepFile.parse(HEADER, "cfep/cfep-07.md"))
                .isEqualTo(new CfepFile(
                        7,
                        "Naming of trees",
                        "Accepted",
                        List.of(
                                new CfepFile.Author("Alder", Optional.empty()),
                                new CfepFile.Author("Birch", Optional.of("birch"))),
                        Optional.of(LocalDate.of(2021, 8, 30)),
                        Optional.of(LocalDate.of(2021, 9, 9)),
                        Optional.of("https://example.org/pull/3"),
                        Optional.of("https://example.org/1 https://example.org/2"),
                        "## Abstract\n\nTrees have names.\n",
                        List.of()));
    }

    static List<Arguments> authorCells() {
        var alder = new CfepFile.Author("Alder", Optional.empty());
        var birch = new CfepFile.Author("Birch B. Bark", Optional.empty());
        return List.of(
                Arguments.of("Alder, Birch B. Bark", List.of(alder, birch)),
                Arguments.of("Alder &lt;a@example.org&gt; Birch B. Bark &lt;b@example.org&gt;", List.of(alder, birch)),
                Arguments.of("Alder &lt;a@example.org&gt;, Birch B. Bark &lt;b@example.org&gt;", List.of(alder, birch)),
                Arguments.of("Alder <a@example.org>; Birch B. Bark", List.of(alder, birch)),
                Arguments.of("Alder a@example.org and Birch B. Bark (b@example.org)", List.of(alder, birch)),
                Arguments.of(
                        "Alder &lt;a@example.org&gt; (@alder-tree)",
                        List.of(new CfepFile.Author("Alder", Optional.of("alder-tree")))),
                Arguments.of("@cedar", List.of(new CfepFile.Author("cedar", Optional.of("cedar")))),
                Arguments.of(
                        "Alder \"Al\" (the tall)",
                        List.of(new CfepFile.Author("Alder \"Al\" (the tall)", Optional.empty()))),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("authorCells")
    void readsAuthorsWithoutTheirAddresses(String cell, List<CfepFile.Author> authors) throws UnreadableCfep {
        var file = CfepFile.parse("<table><tr><td>Authors</td><td>" + cell + "</td></tr></table>", "cfep-07.md");

        assertThat(file.authors()).isEqualTo(authors);
    }

    @Test
    void takesTheLatestOfSeveralUpdates() throws UnreadableCfep {
        var file = CfepFile.parse(HEADER.replace("<tr><td> Discussion", """
                        <tr><td> Updated </td><td> Jan 6, 2023 (cedar) </td></tr>
                        <tr><td> Modified </td><td> Mar 1, 2022 </td></tr>
                        <tr><td> Discussion"""), "cfep-07.md");

        assertThat(file.updated()).contains(LocalDate.of(2023, 1, 6));
        assertThat(file.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NA",
                "n/a",
                "None",
                "NA if not available",
                "link to the PR where it is discussed, NA initially"
            })
    void readsNothingFromWhatTheTemplateLeft(String cell) throws UnreadableCfep {
        var file =
                CfepFile.parse(HEADER.replace("<a href=\"https://example.org/pull/3\">here</a>", cell), "cfep-07.md");

        assertThat(file.discussion()).isEmpty();
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void reportsWhatItDoesNotUnderstandWithItsLine() throws UnreadableCfep {
        var file = CfepFile.parse("""
                <table>
                <tr><td>Status</td><td>Dormant</td></tr>
                <tr><td>Updated</td><td>Jan 8, 2020</td></tr>
                <tr><td>Created</td><td>Nov 8, 2020</td></tr>
                <tr><td>Modified</td><td>last week</td></tr>
                <tr><td>Mood</td><td>fine</td></tr>
                </table>
                """, "cfep-08.md");

        assertThat(file.status()).isEqualTo("Dormant");
        assertThat(file.title()).isEmpty();
        assertThat(file.problems()).extracting(CfepFile.Problem::line).containsExactly(1, 2, 3, 5, 6);
        assertThat(file.problems())
                .extracting(CfepFile.Problem::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("no title"),
                        message -> assertThat(message).contains("Dormant"),
                        message -> assertThat(message).contains("2020-01-08").contains("2020-11-08"),
                        message -> assertThat(message).contains("last week"),
                        message -> assertThat(message).contains("Mood"));
    }

    @Test
    void keepsAllTextOfFilesWithoutHeader() throws UnreadableCfep {
        var text = "# Trees\n\n<table><tr><td>Oak</td><td>7</td></tr></table>\n";
        var file = CfepFile.parse(text, "cfep-09.md");

        assertThat(file.body()).isEqualTo(text);
        assertThat(file.problems()).extracting(CfepFile.Problem::message).contains("There is no header table.");
    }

    @Test
    void keepsTheBodyWhenNothingEndsTheTable() throws UnreadableCfep {
        var file = CfepFile.parse(HEADER.replace("</table>", ""), "cfep-09.md");

        assertThat(file.title()).isEqualTo("Naming of trees");
        assertThat(file.body()).startsWith("## Abstract");
        assertThat(file.problems()).extracting(CfepFile.Problem::line).containsExactly(2);
    }

    @Test
    void knowsTheTemplateByItsNumber() throws UnreadableCfep {
        var file = CfepFile.parse(HEADER.replace("Accepted", "Draft | Accepted"), "cfep-00.md");

        assertThat(file.template()).isTrue();
        assertThat(file.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "cfep.md", "cfep-12.txt", "folder/cfep-12/index.md"})
    void refusesFilesWithoutNumber(String name) {
        assertThatThrownBy(() -> CfepFile.parse(HEADER, name))
                .isInstanceOf(UnreadableCfep.class)
                .hasMessageContaining(name);
    }

    @Test
    void readsDeepAndLongCellsInTime() throws UnreadableCfep {
        var deep = "<b>".repeat(20_000) + "(".repeat(20_000);

        assertThat(CfepFile.parse(HEADER.replace("Alder", deep), "cfep-07.md").status())
                .isEqualTo("Accepted");
    }

    @Test
    void readsTheIndexByHeadings() {
        assertThat(CfepIndex.parse("""
                As CFEP-01 says.

                ## Accepted

                | CFEP | Title |
                |------|-------|
                | [CFEP-01](cfep-01.md) | How |
                | [CFEP-03](cfep-03.md) | As CFEP-09 |

                ## Others
                * [cfep-04](cfep-04.md) Trees
                * none
                """)).isEqualTo(Map.of(1, "Accepted", 3, "Accepted", 4, "Others"));
    }

    @Test
    void readsTheRealFiles() throws IOException, UnreadableCfep {
        var files = new TreeMap<Integer, CfepFile>();
        try (var paths = Files.newDirectoryStream(RealData.path("cfep"), "cfep-*.md")) {
            for (Path path : paths) {
                var file = CfepFile.parse(
                        Files.readString(path), path.getFileName().toString());
                files.put(file.number(), file);
            }
        }

        IntFunction<CfepFile> cfep = number -> Objects.requireNonNull(files.get(number));

        assertThat(files).hasSize(23).doesNotContainKeys(12, 21, 22);
        assertThat(files.values()).allSatisfy(file -> {
            assertThat(file.title()).isNotBlank();
            assertThat(file.authors())
                    .isNotEmpty()
                    .noneMatch(author -> author.name().contains("@"));
            assertThat(file.created()).isPresent();
            assertThat(file.body()).startsWith("#").doesNotContain("<td> Author(s) </td><td> Jonathan");
            assertThat(file.problems()).hasSize(file.number() == 2 ? 1 : 0);
        });
        assertThat(cfep.apply(0)).returns(true, CfepFile::template);
        assertThat(cfep.apply(1)).returns("Proposed", CfepFile::status);
        assertThat(cfep.apply(2).problems()).extracting(CfepFile.Problem::line).containsExactly(7);
        assertThat(cfep.apply(3)).returns(Optional.of(LocalDate.of(2024, 9, 18)), CfepFile::updated);
        assertThat(cfep.apply(4).authors())
                .containsExactly(new CfepFile.Author("Peter K. G. Williams", Optional.of("pkgw")));
        assertThat(cfep.apply(7).authors())
                .containsExactly(new CfepFile.Author("Marius van Niekerk", Optional.of("mariusvniekerk")));
        assertThat(cfep.apply(8))
                .returns(Optional.empty(), CfepFile::discussion)
                .returns(Optional.empty(), CfepFile::implementation);
        assertThat(cfep.apply(9).authors()).hasSize(3);
        assertThat(cfep.apply(10))
                .returns(Optional.empty(), CfepFile::updated)
                .returns(Optional.of("https://github.com/conda-forge/cfep/pull/15"), CfepFile::discussion);
        assertThat(cfep.apply(11).authors()).hasSize(2);
        assertThat(cfep.apply(13).authors()).hasSize(4);
        assertThat(cfep.apply(15).implementation().orElseThrow().split(" ")).hasSize(6);
        assertThat(cfep.apply(17)).returns(Optional.empty(), CfepFile::implementation);
        assertThat(cfep.apply(20)).returns(Optional.of(LocalDate.of(2020, 10, 22)), CfepFile::updated);
        assertThat(cfep.apply(23).authors()).hasSize(2);
        assertThat(cfep.apply(24)).returns(Optional.of("#55"), CfepFile::discussion);
    }

    @Test
    void readsTheRealIndex() {
        var index = CfepIndex.parse(RealData.text("cfep/README.md"));

        assertThat(index).containsOnlyKeys(1, 2, 3, 5, 7, 9, 11, 13, 14, 15, 16, 18, 23, 24, 25);
        assertThat(index.values()).containsOnly("Accepted CFEPs");
    }
}
