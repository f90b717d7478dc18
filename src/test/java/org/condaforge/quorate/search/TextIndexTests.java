package org.condaforge.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.condaforge.quorate.search.Found.Hit;
import org.condaforge.quorate.search.Found.Part;
import org.condaforge.quorate.store.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextIndexTests {

    private static final Page.Request FIRST = new Page.Request(0, 10);

    private final TextIndex index = new TextIndex();

    @BeforeEach
    void fill() {
        put(Kind.CFEPS, "12", "CFEP-12: Licences of seeds", "2020-02-01", List.of("Sorrel"), """
                ## Abstract
                Every seed must carry its licence.

                ## Motivation
                Growers were confused about migrations of roots.
                """);
        put(
                Kind.CFEPS,
                "13",
                "CFEP-13: Securing the grove",
                "2020-03-01",
                List.of("Birch", "birch"),
                "Locks for CFEP-12 seeds.");
        put(Kind.VOTES, "7", "Fund the mirror", "2021-05-01", List.of(), "A mirror in the clearing costs little.");
        put(Kind.MINUTES, "2021-10-20", "2021-10-20 grove meeting", "2021-10-20", List.of(), """
                # 2021-10-20 grove meeting
                * (AB) the cfep12 discussion continues
                * (SO) déjà vu: the mirror again
                """);
        put(Kind.MINUTES, "2022-01-12", "2022-01-12 grove meeting", "2022-01-12", List.of(), """
                # 2022-01-12 grove meeting
                * new mirrors, and the clearing is wet
                """);
        put(Kind.MEMBERS, "ash-b", "Ash Beech", "", List.of("ash-b", "AB"), "");
        put(Kind.MEMBERS, "birch", "Birch", "", List.of("birch"), "");
        index.show();
    }

    private void put(Kind kind, String key, String title, String date, List<String> names, String text) {
        Optional<LocalDate> day = date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
        index.put(new Entry(kind, key, title, day, names, Passage.of(text)));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private Found find(String query) {
        return index.find(Search.of(query, Optional.empty(), Optional.empty(), FIRST), false);
    }

    private List<String> keys(String query) {
        return find(query).hits().items().stream().map(Hit::key).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CFEP-12", "cfep12", "CFEP 12", "cfep-012", "12", "#12", "cfep #12", " \"\" cfep_12 "})
    void findsAProposalByItsNumberHoweverItIsWrittenAndFirst(String query) {
        assertThat(keys(query)).startsWith("12");
    }

    @Test
    void findsWhatSpeaksOfAProposalBehindIt() {
        assertThat(keys("cfep-12"))
                .containsExactlyInAnyOrder("12", "13", "2021-10-20")
                .startsWith("12");
    }

    @ParameterizedTest
    @CsvSource({
        "seeds licence, 12",
        "seed, 12",
        "SEED, 12",
        "migration, 12",
        "migrat, 12",
        "secur, 13",
        "AB, ash-b",
        "ab, ash-b",
        "ash-b, ash-b",
        "@ash-b, ash-b",
        "birch, birch",
        "Sorrel, 12",
        "deja, 2021-10-20",
        "'\"the mirror again\"', 2021-10-20",
        "'the \"mirror again', 2021-10-20",
        "fund mirror, 7",
        "in:minutes clearing, 2022-01-12",
        "mirror year:2022, 2022-01-12",
        "'what about the licence', 12",
    })
    void findsFirst(String query, String key) {
        assertThat(keys(query)).startsWith(key);
    }

    @Test
    void aPhraseIsFoundAsItIsWrittenOnly() {
        assertThat(keys("\"again mirror\"")).isEmpty();
        assertThat(keys("again mirror")).containsExactly("2021-10-20");
    }

    @Test
    void theBeginningOfAWordIsEnoughOnlyAtTheEnd() {
        assertThat(keys("clear")).isNotEmpty();
        assertThat(keys("clear ")).isEmpty();
        assertThat(keys("costs clear")).containsExactly("7");
    }

    @Test
    void someOfTheWordsAreBetterThanNothing() {
        Found found = find("mirror zeppelin");

        assertThat(found.loose()).isTrue();
        assertThat(found.hits().total()).isEqualTo(3);
        assertThat(find("mirror").loose()).isFalse();
    }

    @Test
    void countsByKindAndYearWithoutTheOwnFilter() {
        Found found = find("mirror in:minutes");

        assertThat(found.hits().total()).isEqualTo(2);
        assertThat(found.byKind()).isEqualTo(Map.of(Kind.VOTES, 1, Kind.MINUTES, 2));
        assertThat(found.byYear()).containsExactly(Map.entry(2022, 1), Map.entry(2021, 1));
        assertThat(find("mirror year:2021").byKind()).isEqualTo(Map.of(Kind.VOTES, 1, Kind.MINUTES, 1));
    }

    @Test
    void filtersAloneListNewestFirst() {
        assertThat(keys("in:minutes")).containsExactly("2022-01-12", "2021-10-20");
        assertThat(keys("year:2020")).containsExactly("13", "12");
    }

    @Test
    void marksTheWordsInTheExcerptAndSaysItsLine() {
        Found.Excerpt excerpt = find("the mirrors").hits().items().stream()
                .filter(hit -> hit.key().equals("2021-10-20"))
                .findFirst()
                .orElseThrow()
                .excerpts()
                .getFirst();

        assertThat(excerpt.line()).isEqualTo(3);
        assertThat(excerpt.words()).isEqualTo("(SO) déjà vu: the mirror again");
        assertThat(excerpt.parts()).contains(new Part("mirror", true));
        assertThat(find("cfep-12").hits().items())
                .flatExtracting(Hit::excerpts)
                .flatExtracting(Found.Excerpt::parts)
                .contains(new Part("cfep12", true), new Part("CFEP-12", true));
    }

    @Test
    void anExcerptOfALongTextIsShortAndShowsTheWords() {
        put(Kind.CFEPS, "14", "Long", "2020-01-01", List.of(), "leaf ".repeat(300) + "needle " + "leaf ".repeat(300));
        index.show();

        Found.Excerpt excerpt =
                find("needle").hits().items().getFirst().excerpts().getFirst();

        assertThat(excerpt.words())
                .hasSizeLessThan(Excerpts.LONGEST + 10)
                .startsWith("… ")
                .endsWith(" …");
        assertThat(excerpt.parts()).contains(new Part("needle", true));
    }

    @Test
    void aRecordTakenInAgainReplacesItsOldText() {
        put(Kind.VOTES, "7", "Fund the lake", "2021-05-01", List.of(), "Water.");
        index.show();

        assertThat(keys("mirror in:votes")).isEmpty();
        assertThat(keys("lake")).containsExactly("7");
        index.remove(Entry.id(Kind.VOTES, "7"));
        index.show();
        assertThat(keys("lake")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "?",
                "\"",
                "\"\"",
                "in:",
                "in:nothing",
                "year:99",
                "year:99999999999",
                "a:b",
                "+seed -grove",
                "seed~2",
                "/seed.*/",
                "[a TO z]",
                "(((((",
                "AND OR NOT",
                "\\",
                "seed^1000000000",
                "text:seed",
                "\0\u0001",
                "😀",
                "\uD800",
                "%s %d",
                "<script>alert(1)</script>",
                "the",
                "the of and"
            })
    void anyTextIsASearch(String query) {
        assertThat(find(query)).isNotNull();
        assertThat(find("seed " + query)).isNotNull();
    }

    @Test
    void aLongQueryIsCut() {
        for (String part : List.of("x", "seed ", "\"seed\" ", "*", "a*b?", "-", "cfep-12 ", "(", "\u0301")) {
            assertThat(find(part.repeat(10_000 / part.length()))).isNotNull();
        }
        Search search = Search.of("seed ".repeat(2_000), Optional.empty(), Optional.empty(), FIRST);
        assertThat(search.words()).hasSize(Search.MOST);
    }

    @Test
    void randomTextIsASearch() {
        Random random = new Random(7);
        String letters = "ab12 \"*?:+-()[]{}^~/\\|&!<>'\t\ncfepin:year";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder query = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                query.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(find(query.toString())).as(query.toString()).isNotNull();
        }
    }
}
