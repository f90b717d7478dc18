package org.condaforge.quorate.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MarkdownTextTests {

    private static final TextLinks LINKS = TextLinks.of(
            Pattern.compile("CFEP-\\d+|@[a-z]+"),
            word -> word.startsWith("@")
                    ? Optional.of("members/" + word.substring(1))
                    : Optional.of("cfeps/" + word.substring(5)));

    @Test
    void rendersWhatMinutesAreMadeOf() {
        var html = html("""
                # Core meeting

                *Alder* and **Birch**, ~~Cedar~~, `code`

                | a | b |
                |---|--:|
                | 1 | 2 |

                > quoted

                3. three
                4. four

                ---
                """);

        assertThat(html)
                .contains("<h3>Core meeting</h3>", "<em>Alder</em>", "<strong>Birch</strong>", "<s>Cedar</s>")
                .contains("<code>code</code>", "<th>a</th>", "<td class=\"q-right\">2</td>")
                .contains("<blockquote>", "<ol start=\"3\">", "<hr>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](&#1;javascript:alert(1))",
                "[x](data:text/html,<script>)",
                "[x](vbscript:x)",
                "[x](//example.org/x)",
                "[x](/\\\\example.org/x)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "[x](file:///etc/passwd)",
                "[x]( )"
            })
    void linksThatLeadAstrayAreText(String markdown) {
        assertThat(html(markdown)).doesNotContain("<a").doesNotContain("href");
    }

    @Test
    void linksLeadOutWithoutLeavingATrace() {
        assertThat(html("[notes](https://example.org/n) <mailto:a@example.org> [here](votes/1) [down](#top)"))
                .contains("<a rel=\"noopener nofollow\" href=\"https://example.org/n\">notes</a>")
                .contains("href=\"mailto:a@example.org\"", "href=\"votes/1\"", "href=\"#top\"");
    }

    @Test
    void bareAddressesAreLinksWithoutTheFullStop() {
        assertThat(html("see https://example.org/a_b?c=d&e=f. Or (http://example.org)"))
                .contains("href=\"https://example.org/a_b?c=d&amp;e=f\"", "href=\"http://example.org\"");
    }

    @Test
    void htmlIsTextAndCommentsAreDropped() {
        var html = html(
                "<script>alert(1)</script>\n\na <b onclick=x>b</b> <!-- one --> c\n\n<!-- two\n\nlines -->\n\nend");

        assertThat(html)
                .contains("&lt;script&gt;", "&lt;b onclick=x&gt;", "end")
                .doesNotContain("<script", "<b ", "one", "two");
    }

    @Test
    void anUnclosedCommentHidesOnlyItself() {
        assertThat(html("before\n\n<!-- never closed <script>"))
                .contains("before")
                .doesNotContain("script");
    }

    @Test
    void imagesAreLinks() {
        assertThat(html("![a *nice* picture](https://example.org/p.png)"))
                .contains(">image: a nice picture</a>")
                .doesNotContain("<img");
    }

    @Test
    void tasksSayWhetherTheyAreDone() {
        assertThat(html("* [x] write\n* [ ] ask\n* [X]\n* [y] no task"))
                .containsPattern("aria-label=\"done\"[^>]*>✓</span>write")
                .containsPattern("aria-label=\"open\"[^>]*>○</span>ask")
                .contains("[y] no task");
    }

    @Test
    void wordsOfTheCallerAreLinks() {
        assertThat(new MarkdownText("@alder on CFEP-12, `CFEP-13` and [CFEP-14](https://example.org)", LINKS)
                        .getElement()
                        .getOuterHTML())
                .contains("href=\"members/alder\"", "href=\"cfeps/12\"", "<code>CFEP-13</code>")
                .doesNotContain("cfeps/14");
    }

    @Test
    void evenTheCallersLinksAreLookedAt() {
        var links = TextLinks.of(Pattern.compile("\\w+"), word -> Optional.of("javascript:" + word));

        assertThat(new MarkdownText("alert", links).getElement().getOuterHTML()).doesNotContain("<a");
    }

    @Test
    void headingsFollowThePagesWithoutGaps() {
        assertThat(new MarkdownText("# a\n\n#### b\n\n## c", TextLinks.none(), 1)
                        .getElement()
                        .getOuterHTML())
                .contains("<h2>a</h2>", "<h3>b</h3>", "<h3>c</h3>")
                .doesNotContain("<h1");
    }

    @Test
    void codeScrollsInsideItself() {
        assertThat(html("```java\nvar x = \"<b>\";\n```"))
                .contains("tabindex=\"0\"", "class=\"q-scroll\"", "&lt;b&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "* ",
                "1. ",
                "*a _b ",
                "**a __b ",
                "[",
                "![",
                "`",
                "<",
                "[a](",
                "~~a ",
                "|a|\n|-|\n",
                "(",
                "*",
                "_a*b",
                "<!--",
                "&",
                "\\"
            })
    void nestingTenThousandDeepIsBounded(String opening) {
        assertThat(html(opening.repeat(10_000) + "end")).contains("q-markdown");
    }

    @Test
    void closedNestingTenThousandDeepIsBounded() {
        assertThat(html("*a _b ".repeat(10_000) + "c" + "_ *".repeat(10_000))).contains("q-markdown");
        assertThat(html("![a".repeat(10_000) + "](x)".repeat(10_000))).contains("q-markdown");
        assertThat(html("*a **b ".repeat(10_000) + "c** d*".repeat(10_000))).contains("q-markdown");
    }

    @Test
    void aLongListKeepsItsEmphasis() {
        assertThat(html("* **alder** said *yes*\n".repeat(800))).doesNotContain("*");
    }

    @Test
    void giantTextEndsWithANote() {
        var text = new MarkdownText("alder ".repeat(100_000));

        assertThat(text.getElement().getTextRecursively())
                .hasSizeLessThan(MarkdownText.LONGEST + 200)
                .endsWith("longer than what is shown here.");
    }

    @Test
    void aTextOfNothingButItemsIsBounded() {
        assertThat(html("* a\n".repeat(90_000))).contains("longer than what is shown here.");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        var text = new MarkdownText("a" + "🌲".repeat(MarkdownText.LONGEST / 2));

        assertThat(text.getElement().getTextRecursively().codePoints())
                .noneMatch(point -> point >= 0xD800 && point < 0xE000);
    }

    @Test
    void nothingRendersNothing() {
        assertThat(new MarkdownText("").getElement().getChildCount()).isZero();
    }

    private static String html(String markdown) {
        return new MarkdownText(markdown).getElement().getOuterHTML();
    }
}
